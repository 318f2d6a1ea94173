"""Verbs of saying."""

from __future__ import annotations

from zones.reading.lexicon import saying_verbs
from zones.reading.sentence.tree import Word

__all__ = ["is_saying"]


def is_saying(word: Word) -> bool:
    """Whether a word is a verb that hands on what somebody says."""
    if word.lemma in {"make", "let"} and word.is_verb:
        return any(
            child.lower in {"known", "clear", "plain"}
            for child in word.subtree()
            if child.index <= word.index + 3
        )
    if word.lemma == "go":
        return any(child.lower == "on" for child in word.kids("prt", "advmod", "prep"))
    return word.is_verb and word.lemma in saying_verbs()
