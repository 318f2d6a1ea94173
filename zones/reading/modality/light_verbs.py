"""What stands beside a deed under a light verb, and decides it: "is in talks about", "is on the table", "there is"."""

from __future__ import annotations

from zones.reading.governors import Governor, governor, links
from zones.reading.lexicon import table
from zones.reading.modality.ascent import Ascent
from zones.reading.modality.composition import AGAINST, negation
from zones.reading.modality.deals import is_part_of_deal
from zones.reading.modality.effects import apply
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["light_verb"]

_OF_SUBJECT = frozenset({"nsubj", "xcomp", "csubj", "attr", "prep"})


def light_verb(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a light verb: "sending them IS on the table", "there WILL BE observers", "it IS untrue that".

    Where a companion decides, the verb itself is still to be read: it may pass a verdict on what was decided.
    """
    light = above.is_verb and (above.lemma in links("verbs") or above.kid("oprd") is not None)
    if not light or below.relation in {"conj", "relcl", "acl"}:
        return False
    if any(reads(ascent, below, above) for reads in (_predicate, _existential, _part_of_deal)):
        return True
    _companion(ascent, below, above)
    return False


def _predicate(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read what a deed is said to be: "is ON THE TABLE", "is OUT OF THE QUESTION"."""
    said = _predicated(above) if below.relation in _OF_SUBJECT else None
    if said is None:
        return False
    apply(ascent, said, above, no=ascent.is_newly_negated(above), form=mood(above).state, name=said.lemma)
    ascent.spent.add(above.index)
    return True


def _predicated(verb: Word) -> Governor | None:
    """Return what something is that is "on the table" or "out of the question", as a governor of the deed."""
    if verb.lemma not in {"be", "remain", "stay"}:
        return None
    known = table("governors")["predicates"]
    for word in verb.kids("prep", "advmod"):
        for noun in (*word.kids("pobj"), *word.objects("of")):
            phrases = (f"{word.lower} {noun.lemma}", f"{word.lower} {noun.lower}")
            phrase = next((phrase for phrase in phrases if phrase in known), None)
            if phrase is not None:
                effect = str(known[phrase])
                no = "?" if effect in {*AGAINST, Status.PROPOSED} else "denied"
                return Governor(phrase, effect, no, "subject", bare=True)
    return None


def _existential(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read "there will be Omani observers", "there would be no role for them"."""
    form = mood(above, headline=ascent.headline).state
    there = above.lemma == "be" and above.kid("expl") is not None and below.relation in {"attr", "nsubj"}
    if not there or not isinstance(form, Status) or ascent.has_status:
        return False
    no = negated(above) or ascent.state is Told.OPEN_NOT
    ascent.path.append("there")
    ascent.take(negation(form) if no else form, above.lower)
    return True


def _part_of_deal(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read what a deal consists of: "part of it are joint patrols"."""
    if not is_part_of_deal(below, above, after_deal=ascent.after_deal):
        return False
    ascent.take(Status.AGREED, "part of the deal")
    return True


def _companion(ascent: Ascent, below: Word, above: Word) -> None:
    """Let the first governor beside a deed change the state: "it is UNTRUE that they will come"."""
    for word in _companions(above):
        row = governor(word)
        if row is None or word is below or ascent.trigger.is_under(word) or word.index in ascent.spent:
            continue
        if (word.relation == "nsubj" and row.yes == "keep") or (ascent.bare and not row.bare):
            continue
        if row.yes == "discussed" and ascent.state is Status.PROPOSED:
            continue  # "is in TOUCH with him to ask for troops"
        no = negated(word) != negated(above, besides=word)
        apply(ascent, row, word, no=no, form=mood(above).state)
        ascent.spent |= {word.index, above.index}
        return


def _companions(verb: Word) -> list[Word]:
    """Return the words beside a deed under a light verb that may govern it.

    After its own arguments: "is in TALKS", "is far from CERTAIN", "is something that we REJECT".
    """
    within = [w for w in verb.objects("in", "under") if (row := governor(w)) and row.yes == "discussed"]
    from_far = [w for far in verb.kids("advmod", "acomp") if far.lower == "far" for w in far.kids("prep")]
    far = [w for preposition in from_far for w in preposition.children]
    thing = [w for a in verb.kids("attr") if a.lower in {"something", "what"} for w in a.kids("relcl")]
    return verb.kids("dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "csubj") + within + far + thing
