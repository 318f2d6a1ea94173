"""What stands beside a deed under a light verb, and may govern it: "is in talks about", "is on the table"."""

from __future__ import annotations

from zones.reading.composition import AGAINST
from zones.reading.governors import Governor, governor, links
from zones.reading.lexicon import table
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["companions", "doubt", "is_offer", "may_act", "predicate", "verb_of"]

_HANDLED = frozenset({"dobj", "nsubj", "nsubjpass"})
_KNOWING = frozenset(
    {"see", "find", "show", "mean", "be", "seem", "appear", "follow", "emerge", "transpire", "agree", "note"}
)


def verb_of(noun: Word) -> Word | None:
    """Return the verb that tells of a governing noun: "no decision has been MADE", "is not in TALKS"."""
    above = noun.head.head if noun.relation == "pobj" and noun.head.pos == "ADP" else noun.head
    if not above.is_verb or noun.is_root:
        return None
    beside = [w for w in above.kids("dobj", "attr", "acomp") if w is not noun]
    if any(governor(w) is not None for w in beside):
        return None  # "the plan will not get their backing"
    subject = noun.relation in {"nsubj", "nsubjpass"}
    light = above.lemma in links("verbs") or governor(above) is None
    return above if light and not (subject and above.kid("dobj") is not None) else None


def companions(verb: Word) -> list[Word]:
    """Return the words beside a deed under a light verb that may govern it."""
    within = [w for w in verb.objects("in", "under") if (row := governor(w)) and row.yes == "discussed"]
    far = [
        w
        for f in verb.kids("advmod", "acomp")
        if f.lower == "far"
        for p in f.kids("prep")
        for w in p.children
    ]
    thing = [w for a in verb.kids("attr") if a.lower in {"something", "what"} for w in a.kids("relcl")]
    return verb.kids("dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "csubj") + within + far + thing


def predicate(verb: Word) -> Governor | None:
    """Return what something is that is "on the table" or "out of the question", as a governor of the deed."""
    if verb.lemma not in {"be", "remain", "stay"}:
        return None
    known = table("governors")["predicates"]
    for word in verb.kids("prep", "advmod"):
        for noun in (*word.kids("pobj"), *word.objects("of")):
            phrase = next(
                (p for p in (f"{word.lower} {noun.lemma}", f"{word.lower} {noun.lower}") if p in known), None
            )
            if phrase is not None:
                effect = str(known[phrase])
                no = "?" if effect in {*AGAINST, Status.PROPOSED} else "denied"
                return Governor(phrase, effect, no, "subject", bare=True)
    return None


def may_act(subject: Word) -> bool:
    """Whether a subject is somebody who asks and refuses; a deal or a matter may stand for those behind it."""
    if subject.pos != "NOUN" or subject.text[:1].isupper():
        return True
    kinds = ("office", "body", "group", "force", "loose_force", "speaker", "deal", "draft", "topic", "share")
    return is_kind(subject, *kinds)


def is_offer(word: Word) -> bool:
    """Whether a noun is what somebody offers of their own: "its offer to send"."""
    row = governor(word) if word.is_noun else None
    return row is not None and row.yes == "proposed" and row.sends == "subject"


def doubt(below: Word, above: Word) -> str | None:
    """Return why it isn't known what a verb that governs nothing makes of a status below it; None if it leaves it.

    "Accused of planning to send", "the plan to send is dead", "fears that they will come", "deems it bold that".
    """
    unknown = above.lemma not in links("verbs") and not is_saying(above) and governor(above) is None
    if (
        below.relation == "prep"
        and below.lower != "in"
        and unknown
        and any(w.is_verb for w in below.kids("pcomp"))
    ):
        return f"{above.lower} {below.lower}"
    if below.is_noun and governor(below) is not None and below.relation in _HANDLED:
        verdict = next((w for w in above.kids("acomp", "attr", "oprd") if w is not below), None)
        # "is one that we value", "is false", which governs
        known = verdict is not None and (verdict.kid("relcl") is not None or governor(verdict) is not None)
        if unknown or (verdict is not None and above.lemma == "be" and not known):
            return f"what “{(verdict or above).lower}” makes of “{below.lower}”"
    if below.relation != "ccomp":
        return None
    adjectives = (w for w in above.kids("acomp", "oprd") if w.pos == "ADJ" and w is not below)
    judged = next((w for w in adjectives if governor(w) is None), None)
    if judged is not None or not (is_saying(above) or above.lemma in _KNOWING):
        return f"what “{(judged or above).lower}” makes of it"
    return None
