"""Lists of phrases from ``furniture.toml``, and whether a line begins with one.

A phrase is a line of words: ``sign up for|to``. ``|`` parts alternatives, a trailing ``?`` makes a word optional, a
trailing ``*`` takes any word that begins so, ``_`` any one word, ``#`` a number; ``$`` is the end of the line. Marks
are words of their own; hyphens, dashes, bullets and square brackets do not count.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["opening", "phrase_words", "table"]

_WORD = re.compile(r"'s\b|[^\W_]+|[^\w\s\[\]•·*–—-]")
_QUOTES = str.maketrans("’‘`", "'''")


@cache
def table() -> dict[str, Any]:
    """Return the data file."""
    text = resources.files("zones.text").joinpath("furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrase_words(line: str) -> list[str]:
    """Return the words and marks of a line as phrases are written.

    Examples
    --------
    >>> phrase_words("- Editor’s picks: 3 [NEW]")
    ['editor', "'s", 'picks', ':', '3', 'new']
    """
    return _WORD.findall(line.translate(_QUOTES).casefold())


def opening(kind: str, words: list[str]) -> int:
    """Return how many words the phrase of a list has that a line begins with; 0 if it begins with none.

    Examples
    --------
    >>> opening("pause", phrase_words("Share this article:"))
    2
    """
    found = _pattern(kind).match(" ".join(words) + " ")
    return found.group().count(" ") if found is not None else 0


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    phrases = sorted(table()[kind], key=lambda phrase: -len(phrase.split()))  # the longest is tried first
    return re.compile("|".join("".join(_word(item) for item in phrase.split()) for phrase in phrases))


def _word(item: str) -> str:
    if item == "$":
        return "$"
    options = "|".join(_option(option) for option in item.removesuffix("?").split("|"))
    return rf"(?:(?:{options}) )" + ("?" if item.endswith("?") else "")


def _option(option: str) -> str:
    if option == "#":
        return r"\d+"
    if option == "_":
        return r"\w+"
    return re.escape(option.removesuffix("*")) + (r"\w*" if option.endswith("*") else "")
