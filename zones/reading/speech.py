"""Who says what in a sentence: speaker, verb of saying, outlet and day.

`attributions` finds the words; `zones.reading.speakers` tells who they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zones.reading.attribution import Attribution
from zones.reading.lexicon import phrases, words
from zones.reading.outlets import outlet_at
from zones.reading.said_on import dated
from zones.reading.scan import Scan
from zones.reading.speaker_phrases import (
    apposition,
    date_here,
    is_nominal,
    named_after,
    named_before,
    names_somebody,
)
from zones.reading.turns import is_topic

__all__ = ["acts", "attributions"]

_SOURCE = 24  # words of a source after "according to"
_AUDIENCE = 6  # words for those who are told
_CREDIT = 9  # words after the dash of a headline that say who speaks
_PREFIX = 6  # words before the colon of a headline that do


def attributions(scan: Scan, published: date | None) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, from left to right."""
    named = {i for nation in scan.nations.values() for i in range(nation.start, nation.end)}
    said = [hit for hit in phrases("speech.verbs").find(scan.words) if hit.start not in named]
    told = (_around(scan, hit.start, hit.end) for hit in said)
    found = [*(a for a in told if a is not None), *_according(scan)]
    every = [*(dated(scan, a, published) for a in found), *_headline(scan)]
    return tuple(sorted(every, key=lambda a: a.verb))


def acts(scan: Scan) -> tuple[Attribution, ...]:
    """Return who denies, rejects, proposes ...: verbs that say and do at once, their subject the speaker."""
    found = []
    for hit in phrases("speech.acts").find(scan.words):
        named = named_before(scan, hit.start)
        if named is not None:
            speaker, second = named
            found.append(
                Attribution(start=speaker[0], end=hit.end, speaker=speaker, second=second, verb=hit.start)
            )
    return tuple(found)


def _around(scan: Scan, verb: int, end: int) -> Attribution | None:
    """Read the speaker, audience and outlet around a verb of saying (tokens ``verb:end``)."""
    if not _says(scan, verb, end):
        return None
    quoted = _quoted(scan, verb, end)
    if quoted is not None:
        return quoted
    behind = scan.word(verb - 1) in {",", '"', "--"} and scan.word(verb) not in words("speech.told")
    after = named_after(scan, end) if behind else None
    named = (after, None) if after is not None else named_before(scan, verb)
    if named is None:
        return None
    speaker, second = named
    end, outlet = _audience(scan, max(speaker[1], end))
    start = min(speaker[0], verb)
    return Attribution(start=start, end=end, speaker=speaker, second=second, verb=verb, reported_by=outlet)


def _says(scan: Scan, verb: int, end: int) -> bool:
    """Whether a verb of saying is one here, not a noun or "to say"."""
    before = scan.word(verb - 1)
    if before in words("speech.not_saying") and scan.word(verb) != "told":
        return False
    if scan.word(verb) not in words("speech.nouns_too"):
        return True
    somebody = before in words("speech.roles") or scan.tokens[verb - 1].capital
    return scan.word(end) in {"that", '"', ":"} and somebody


def _audience(scan: Scan, at: int) -> tuple[int, str | None]:
    """Take in "Interfax agency", "reporters in Moscow", "a news conference"; return the outlet if it is one."""
    openers = words("speech.audience_openers") if scan.word(at) in {"in", "to"} else ()
    outlet = outlet_at(scan, scan.skip(at, openers))
    if outlet is not None:
        return outlet[1], outlet[0]
    told = scan.word(at - 1) in words("speech.audience_verbs")
    if not told or scan.word(at) not in words("speech.audience"):
        return at, None
    end = at
    while end < min(at + _AUDIENCE, len(scan)) and not _audience_ends(scan, at, end):
        end += 1
    return end, None


def _audience_ends(scan: Scan, start: int, at: int) -> bool:
    if scan.word(at) in words("speech.stops", "speech.audience_ends") | {",", "that"} or date_here(scan, at):
        return True
    return at in scan.nations and at > start + 1 and scan.word(at - 1) != "in"


def _quoted(scan: Scan, saying: int, end: int) -> Attribution | None:
    """Read "OUTLET quoted NP as saying", "NP was quoted by OUTLET as saying"."""
    if scan.words[saying - 1 : saying + 1] != ("as", "saying"):
        return None
    backwards = range(saying - 2, -1, -1)
    verb = next((at for at in backwards if scan.word(at) in words("speech.quoting")), None)
    if verb is None:
        return None
    if scan.word(verb - 1) in words("speech.passive"):
        return _quoted_by(scan, verb, end)
    return _quotes(scan, verb, saying - 1, end)


def _quoted_by(scan: Scan, verb: int, end: int) -> Attribution | None:
    """Read "NP was quoted [by OUTLET as saying]"."""
    named = named_before(scan, verb - 1)
    if named is None:
        return None
    speaker, second = named
    outlet = outlet_at(scan, verb + 2) if scan.word(verb + 1) == "by" else None
    return Attribution(
        start=speaker[0],
        end=end,
        speaker=speaker,
        second=second,
        verb=verb,
        reported_by=outlet[0] if outlet is not None else None,
    )


def _quotes(scan: Scan, verb: int, last: int, end: int) -> Attribution:
    """Read "OUTLET quoted NP[, NP,] [as saying]"."""
    source = named_before(scan, verb)
    name = None
    if source is not None:
        outlet = outlet_at(scan, source[0][0])
        name = outlet[0] if outlet is not None else scan.text(*source[0])
    speaker, second = (verb + 1, last), None
    comma = next((at for at in range(verb + 1, last) if scan.word(at) == ","), None)
    if comma is not None:
        close = next((at for at in range(comma + 1, last) if scan.word(at) == ","), last)
        speaker, second = (verb + 1, comma), (comma + 1, close)
    start = source[0][0] if source is not None else verb
    return Attribution(start=start, end=end, speaker=speaker, second=second, verb=verb, reported_by=name)


def _according(scan: Scan) -> Iterator[Attribution]:
    """Read "according to the spokesman, Heather Nauert"."""
    for at in range(len(scan) - 2):
        if scan.words[at : at + 2] != ("according", "to"):
            continue
        stops = words("speech.stops") | {","}
        far = min(at + _SOURCE, len(scan))
        end = next((i for i in range(at + 2, far) if scan.word(i) in stops), far)
        outlet = outlet_at(scan, at + 2)
        if outlet is not None and outlet[1] >= end:
            yield Attribution(start=at, end=end, speaker=(at, at), verb=at, reported_by=outlet[0])
        else:
            second = apposition(scan, end)
            last = second[1] if second is not None else end
            yield Attribution(start=at, end=last, speaker=(at + 2, end), second=second, verb=at)


def _headline(scan: Scan) -> list[Attribution]:
    """Read a headline's "... - Erdoğan's spokesman" and "Lavrov: ..."."""
    if not scan.sentence.headline or len(scan) < 4:
        return []
    last = len(scan)
    for at in range(last - 1, 0, -1):
        if scan.word(at) not in {"-", "--", ":"} or scan.tokens[at].glued:
            continue
        credited = last - at <= _CREDIT and is_nominal(scan, at + 1, last)
        if credited and names_somebody(scan, at + 1, last):
            return [Attribution(start=at, end=last, speaker=(at + 1, last), verb=at)]
        if scan.word(at) == ":" and at <= _PREFIX and is_nominal(scan, 0, at) and not is_topic(scan, at):
            return [Attribution(start=0, end=at + 1, speaker=(0, at), verb=at)]
    return []
