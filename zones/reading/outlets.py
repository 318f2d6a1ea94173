"""News agencies, papers and channels: they hand on what others say."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import table
from zones.reading.mentions import Mentions
from zones.reading.sentence.tree import Word
from zones.reading.tokens import fold_word

__all__ = ["is_outlet", "outlet_nouns"]


def is_outlet(word: Word, mentions: Mentions) -> bool:
    """Whether a noun phrase names a news agency, a paper, a channel."""
    words = word.subtree()
    if not {w.lemma for w in words}.isdisjoint(outlet_nouns()):
        return True
    return not {fold_word(mentions.text[words[0].start : word.end]), fold_word(word.text)}.isdisjoint(
        _outlets()
    )


@cache
def outlet_nouns() -> frozenset[str]:
    """Return what outlets are called: "agency", "daily"."""
    return frozenset(table("sayings")["outlets"].split())


@cache
def _outlets() -> frozenset[str]:
    return frozenset(fold_word(name) for name in table("sayings")["outlet_names"])
