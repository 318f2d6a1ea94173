"""Words that stand above a deed and decide whether it will be, as `lexicon/governors.toml` has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from zones.reading.lexicon import table
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["Governor", "governor", "links", "modal"]

_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


@dataclass(frozen=True, slots=True)
class Governor:
    """What a word makes of the deed below it.

    Parameters
    ----------
    lemma
        The word.
    yes, no
        The status when it is affirmed or negated; "keep": as it is; "?": not understood.
    sends
        Whose deed it then is.
    bare
        Whether it may govern forces without a deed.
    by_deal
        The status where a deal does it: "the agreement provides for".
    done
        The status where it has come about: "was persuaded", unlike "tried to persuade".
    permits
        Whether it only lets others do it: "accept", "allow".
    """

    lemma: str
    yes: str
    no: str
    sends: Literal["subject", "object", "none"]
    bare: bool
    by_deal: str | None = None
    done: str | None = None
    permits: bool = False


@cache
def _governors() -> dict[tuple[str, str], Governor]:
    found: dict[tuple[str, str], Governor] = {}
    for row in table("governors")["governor"]:
        for word in row["words"].split():
            lemma, part = word.rsplit(".", 1)
            kept = found.get((lemma, part))
            made = Governor(
                lemma,
                row["yes"],
                row["no"],
                row["sends"],
                row.get("bare", False),
                row.get("by_deal"),
                row.get("done"),
                row.get("permits", False),
            )
            if kept is None:
                found[lemma, part] = made
            elif made.by_deal is not None:
                found[lemma, part] = replace(kept, by_deal=made.by_deal)
            elif kept.by_deal is not None and kept.yes == "keep":
                found[lemma, part] = replace(made, by_deal=kept.by_deal)
    return found


@cache
def _phrasal() -> dict[str, list[tuple[str, str]]]:
    """Return the particles of each verb, with the lemma of the verb that the two make together."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, lemma in table("governors")["phrasal"].items():
        verb, particle = phrase.split()
        found.setdefault(verb, []).append((particle, lemma))
    return found


def governor(word: Word) -> Governor | None:
    """Return what a word makes of the deed below it; None if it is no governor."""
    part = _PARTS.get(word.pos)
    if part is None or not _may_govern(word):
        return None
    made = _of_verb(word) if word.is_verb else _of_noun(word) if word.is_noun else _of_adjective(word)
    return _governors().get(made or (word.lemma, part))


_FINDING = frozenset({"see", "find", "learn", "check", "hear", "know"})
_CONTACTING = frozenset({"call", "phone", "telephone", "ring", "contact", "visit", "write", "fly", "travel"})
_VERDICTS = frozenset({"lie", "nonsense", "rubbish", "fabrication", "hoax", "myth"})


def _may_govern(word: Word) -> bool:
    """Whether a word is the governor that it looks like: "is SET to send", not "set up a post"; "is a LIE"."""
    if word.is_noun:
        return word.lemma not in _VERDICTS or word.relation in {"attr", "oprd"}
    return word.lemma != "set" or not word.is_verb or (word.tag == "VBN" and word.kid("prt") is None)


def _of_verb(verb: Word) -> tuple[str, str] | None:
    """Return the verb that a verb makes with what stands beside it: "turned DOWN", "has IT that", "spoke ABOUT"."""
    known = _phrasal().get(verb.lemma, ())
    particles = _particles(verb) if known else frozenset()
    phrasal = next((lemma for particle, lemma in known if particle in particles), None)
    phrasal = "ask" if _is_put_to_somebody(verb) else "persuade" if _gets_somebody_to(verb) else phrasal
    if phrasal is not None:
        return phrasal, "v"
    if verb.lemma in {"talk", "speak"} and verb.kid("dobj") is None and verb.has("about", "on"):
        return "discuss", "v"
    if verb.lemma == "take" and any(particle.lower == "in" for particle in verb.kids("prt")):
        return "accept", "v"  # "ready to take in observers"
    if verb.lemma == "have" and is_saying(verb):
        return "say", "v"  # "the deal has it that"
    if verb.lemma == "go" and any(is_kind(w, "task") for w in verb.kids("nsubj")):
        return "fall", "v"  # "the job would go to Peru"
    return ("prepared", "a") if verb.lower == "prepared" and _is_adjective(verb) else None


def _is_put_to_somebody(verb: Word) -> bool:
    """Whether somebody is called to find a thing out: "phoned the minister to see if Peru would contribute"."""
    if verb.lemma not in _FINDING:
        return False
    open_question = any(clause.has("if", "whether") for clause in verb.kids("ccomp"))
    purpose, above = verb.has("to") and verb.relation in {"xcomp", "advcl", "acl"}, verb.head
    in_touch = above.lemma == "touch" or any(w.lemma in {"touch", "contact"} for w in above.objects("in"))
    return open_question and purpose and (above.lemma in _CONTACTING or in_touch)


def _gets_somebody_to(verb: Word) -> bool:
    """Whether a verb is "got Peru to agree", "got Peru to send"."""
    if verb.lemma != "get":
        return False
    clauses = [clause for clause in verb.kids("ccomp", "xcomp") if clause.has("to")]
    return any(verb.kid("dobj") is not None or clause.kid("nsubj") is not None for clause in clauses)


def _is_adjective(participle: Word) -> bool:
    """Whether a participle is what somebody is: "stands prepared", "Peru prepared to send" in a headline."""
    alone = participle.kid("aux", "auxpass", "dobj") is None
    return alone or participle.relation == "acomp" or participle.head.lemma in {"stand", "be"}


def _of_adjective(adjective: Word) -> tuple[str, str] | None:
    """Return what an adjective makes with its own: "is GETTING ready" is preparing, "WRONG to send" no false report."""
    if adjective.lemma == "wrong" and (adjective.kid("xcomp") or adjective.head.kid("csubj")):
        return "unacceptable", "a"  # "it would be wrong to send"
    becomes = adjective.lemma == "ready" and adjective.relation == "acomp"
    return ("prepare", "v") if becomes and adjective.head.lemma in {"get", "make"} else None


def _of_noun(noun: Word) -> tuple[str, str] | None:
    """Return the noun that a noun makes with the word before it: "the green light"."""
    before = (f"{child.lower} {noun.lemma}" for child in noun.kids("amod", "compound", "nmod"))
    return next(((_compounds()[phrase], "n") for phrase in before if phrase in _compounds()), None)


@cache
def _compounds() -> dict[str, str]:
    return dict(table("governors")["compound"])


def _particles(verb: Word) -> frozenset[str]:
    """Return the words that may make another verb of a verb: "turn DOWN", "say NO to", "come to TERMS on"."""
    beside = verb.kids("prt", "advmod", "prep", "intj", "dobj", "aux")
    return frozenset(word.lower for child in beside for word in (child, *child.kids("pobj")))


@cache
def links(kind: str) -> frozenset[str]:
    """Return the words that hand a deed on as it is: "verbs", "nouns" or "prepositions"."""
    return frozenset(table("governors")["links"][kind].split())


def modal(word: Word) -> str | None:
    """Return the status that a modal verb gives."""
    found = table("governors")["modals"].get(word.lower) if word.tag == "MD" else None
    return None if found is None else str(found)
