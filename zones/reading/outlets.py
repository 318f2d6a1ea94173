"""Outlets named in a sentence: "Interfax", "the Russian state news agency", "Haberturk newspaper"."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import Patterns, table, words
from zones.reading.scan import Scan
from zones.reading.tokens import tokenize

__all__ = ["outlet_at"]


@cache
def _outlets() -> Patterns[str]:
    names = table("speech")["outlets"]
    return Patterns((" ".join(token.word for token in tokenize(name)), name) for name in names)


def outlet_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the outlet named at a token, and the position after it."""
    start = scan.skip(at, words("speech.outlet_openers"))
    nouns = words("speech.outlet_nouns")
    known = _outlets().at(scan.words, start)
    if known is not None and scan.tokens[start].capital:
        return scan.text(known.start, known.end), scan.skip(known.end, nouns | {"news"})
    end = start
    while end < len(scan) and scan.tokens[end].capital and scan.word(end) not in nouns:
        end += 1
    after = scan.skip(end, {"news"})
    if end > start and scan.word(after) in nouns:
        return scan.text(start, end), scan.skip(after, nouns | {"news"})
    return None
