"""Words that stand above a deed and decide whether it will be, as `lexicon/governors.toml` has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from zones.reading.lexicon import table
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
    """

    lemma: str
    yes: str
    no: str
    sends: Literal["subject", "object", "none"]
    bare: bool
    by_deal: str | None = None
    done: str | None = None


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
            )
            if kept is None:
                found[lemma, part] = made
            elif made.by_deal is not None:
                found[lemma, part] = replace(kept, by_deal=made.by_deal)
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
    if part is None:
        return None
    if (
        word.is_verb
        and word.lemma in {"talk", "speak"}
        and word.kid("dobj") is None
        and word.has("about", "on")
    ):
        return _governors()["discuss", "v"]
    if word.is_verb:
        particles = {child.lower for child in word.kids("prt", "advmod", "prep")}
        for particle, lemma in _phrasal().get(word.lemma, ()):
            if particle in particles:
                return _governors()[lemma, "v"]
        if word.lower == "prepared" and (word.relation == "acomp" or word.head.lemma in {"stand", "be"}):
            return _governors()["prepared", "a"]
    return _governors().get((word.lemma, part))


@cache
def links(kind: str) -> frozenset[str]:
    """Return the words that hand a deed on as it is: "verbs", "nouns" or "prepositions"."""
    return frozenset(table("governors")["links"][kind].split())


def modal(word: Word) -> str | None:
    """Return the status that a modal verb gives."""
    found = table("governors")["modals"].get(word.lower) if word.tag == "MD" else None
    return None if found is None else str(found)
