"""Whose turn it is in a transcript or an interview: "Lavrov: We will ...", "Q: ...", "A: ..."."""

from __future__ import annotations

from zones.reading.attribution import Attribution
from zones.reading.lexicon import words
from zones.reading.nations import Form
from zones.reading.scan import Scan
from zones.reading.speaker_phrases import is_nominal

__all__ = ["is_answer", "is_topic", "turns"]

_LONGEST = 6  # words before the colon that name who speaks


def turns(scans: list[Scan]) -> dict[int, Attribution]:
    """Return who speaks in each paragraph that opens with a name and a colon, by the number of its sentence."""
    found: dict[int, Attribution] = {}
    paragraph = -1
    for number, scan in enumerate(scans):
        if scan.sentence.paragraph != paragraph and not scan.sentence.headline:
            colon = next((at for at in range(1, min(_LONGEST, len(scan) - 1)) if scan.word(at) == ":"), None)
            if colon is not None and _names(scan, colon):
                found[number] = Attribution(start=0, end=colon + 1, speaker=(0, colon), verb=colon)
        paragraph = scan.sentence.paragraph
    return found


def is_answer(scan: Scan) -> bool:
    """Whether a sentence opens an answer of whoever is interviewed."""
    return scan.word(0) in words("speech.answers") and scan.word(1) == ":"


def is_topic(scan: Scan, colon: int) -> bool:
    """Whether the one word before a colon says what follows is about: "Idlib: ...", "Analysis: ..."."""
    country = 0 in scan.nations and scan.nations[0].form is not Form.PERSON
    return colon == 1 and (country or 0 in scan.names or scan.word(0) in words("speech.labels"))


def _names(scan: Scan, colon: int) -> bool:
    named = all(token.capital or token.word in words("speech.particles") for token in scan.tokens[:colon])
    return (
        named
        and is_nominal(scan, 0, colon)
        and not is_topic(scan, colon)
        and scan.word(0) not in words("mentions.articles", "mentions.definite")
    )
