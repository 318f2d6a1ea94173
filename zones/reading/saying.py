"""Verbs of saying."""

from __future__ import annotations

from zones.reading.lexicon import saying_verbs
from zones.reading.sentence.tree import Word

__all__ = ["is_saying"]


def is_saying(word: Word) -> bool:
    """Whether a word is a verb that hands on what somebody says."""
    if word.lemma in {"make", "let"} and word.is_verb:
        return any(
            child.lower in {"known", "clear", "plain", "understood"}
            for child in word.subtree()
            if child.index <= word.index + 3
        )
    if word.lemma == "have" and word.is_verb:  # "the paper has it that"
        return word.kid("ccomp") is not None and any(child.lower == "it" for child in word.kids("dobj"))
    if word.lemma == "go" and word.is_verb:
        on = [child for child in word.kids("prt", "advmod", "prep") if child.lower == "on"]
        return any(not child.kids("pobj", "pcomp") for child in on)  # "he went on", not "went on a patrol"
    return word.is_verb and word.lemma in saying_verbs()
