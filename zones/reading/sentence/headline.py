"""Headlines In Title Case, written so that a parser sees which words are names."""

from __future__ import annotations

import re
from functools import cache

from zones.reading.lexicon import saying_verbs, table

__all__ = ["plain_case"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOSTLY = 0.7
_ENDINGS = ("s", "es", "ed", "ing", "d", "")


def plain_case(text: str) -> str:
    """Return a headline with the common words of our trade in small letters, if nearly all words have capitals.

    Its length stays the same. In "Joint Patrols Of Turkey Begin" a parser takes every word for a name.

    Examples
    --------
    >>> plain_case("Turkish Troops Will Patrol Along the Border of Idlib")
    'Turkish troops will patrol along the border of Idlib'
    >>> plain_case("Turkish troops will patrol near Idlib")
    'Turkish troops will patrol near Idlib'
    """
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    if not words or sum(word[0].isupper() for word in words) < _MOSTLY * len(words):
        return text
    return _WORD.sub(lambda found: _small(found.group()), text)


def _small(word: str) -> str:
    small = word.lower()
    known = any(small.removesuffix(ending) in _common() for ending in _ENDINGS if small.endswith(ending))
    return small if known and len(small) == len(word) and not word.isupper() else word


@cache
def _common() -> frozenset[str]:
    """Return the words that frames, governors and kinds of nouns know, and what joins them."""
    found = set(_FUNCTION.split())
    for row in table("frames")["frame"]:
        found.update(" ".join(row.get(key, "") for key in ("verbs", "nouns", "adjectives")).split())
    for row in table("governors")["governor"]:
        found.update(word.rsplit(".", 1)[0] for word in row["words"].split())
    for lemmas in table("nouns").values():
        found.update(lemmas.split())
    found.update(table("governors")["modals"], saying_verbs())
    return frozenset(found)


_FUNCTION = """
  a an the and or but of in on at to for from with without along across over under near by as into between around after
  before amid joint new more first second its their his her not no be is are was were has have had that which who
  military foreign safe southern northern eastern western
"""
