"""Who says what in a sentence: speaker, verb of saying, outlet and day.

`attributions` finds the words; `zones.reading.speakers` tells who they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from zones.reading.dates import DateHit, dates_in
from zones.reading.lexicon import Hit, Patterns, table
from zones.reading.scan import Scan
from zones.reading.tokens import tokenize

__all__ = ["Attribution", "acts", "attributions", "outlet_at", "role_words"]

_STOPS = frozenset({";", ":", '"', "--", "(", ")", "."})
_CLAUSE_OPENERS = frozenset(
    "and but as that while after when because although though since whereas if whether where which who yet before however meanwhile until".split()
)
_ADVERBS = frozenset(
    "also later earlier then has had have is was repeatedly again however meanwhile already reportedly still just only separately now publicly bluntly flatly promptly recently briefly too".split()
)
_NOUNS_TOO = frozenset(
    {"reports", "claims", "notes", "states", "read", "continued", "claimed", "observed", "noted"}
)
_PLAIN_NOUNS = frozenset({"which", "that", "what", "who", "this", "there", "talks", "fighting", "clashes"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who speaks.

    Parameters
    ----------
    start, end
        Tokens that belong to the attribution, the speaker's name and the verb included.
    speaker
        Tokens of the speaker (start, end); the same numbers if nobody is named.
    second
        Tokens of an apposition to the speaker, if any.
    verb
        Token of the verb.
    said_on
        The day, if the attribution tells it.
    reported_by
        The outlet that quotes, if told.
    """

    start: int
    end: int
    speaker: tuple[int, int]
    second: tuple[int, int] | None
    verb: int
    said_on: date | None
    reported_by: str | None


@cache
def role_words() -> frozenset[str]:
    """Return the nouns of office: minister, spokesman, source ..."""
    return frozenset(table("speech")["roles"])


@cache
def _verbs() -> Patterns[None]:
    return Patterns((v, None) for v in table("speech")["verbs"])


@cache
def _outlets() -> Patterns[str]:
    return Patterns((" ".join(t.word for t in tokenize(o)), o) for o in table("speech")["outlets"])


@cache
def _acts() -> Patterns[None]:
    return Patterns((v, None) for v in table("speech")["acts"])


def acts(scan: Scan, start: int = 0, end: int | None = None) -> tuple[Attribution, ...]:
    """Return who denies, rejects, proposes ...: verbs that say and do at once, their subject the speaker."""
    found = []
    for hit in _acts().find(scan.words, start, end):
        named = _before(scan, hit.start)
        if named is not None:
            speaker, second = named
            found.append(Attribution(speaker[0], hit.end, speaker, second, hit.start, None, None))
    return tuple(found)


def outlet_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the outlet named at a token, and the position after it."""
    start = scan.skip(
        at,
        {
            "the",
            "state",
            "run",
            "russian",
            "turkish",
            "syrian",
            "iranian",
            "state-run",
            "local",
            "private",
            "pan",
            "arab",
            "'s",
            "official",
            "pro",
            "government",
        },
    )
    hit = _outlets().at(scan.words, start) if start < len(scan) else None
    nouns = table("speech")["outlet_nouns"]
    if hit is not None and scan.tokens[start].capital:
        end = scan.skip(hit.end, {"news", *nouns})
        return scan.text(hit.start, hit.end), end
    end = start
    while end < len(scan) and scan.tokens[end].capital and scan.word(end) not in nouns:
        end += 1
    after = scan.skip(end, {"news"})
    if end > start and scan.word(after) in nouns:
        return scan.text(start, end), scan.skip(after, {"news", *nouns})
    return None


def attributions(scan: Scan, published: date | None) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, from left to right."""
    named = {i for n in scan.nations.values() for i in range(n.start, n.end)}
    said = [hit for hit in _verbs().find(scan.words) if hit.start not in named]
    found = [a for hit in said if (a := _around(scan, hit, published)) is not None]
    found += _according(scan, published)
    found += _headline(scan, published)
    return tuple(sorted(found, key=lambda a: a.verb))


def _around(scan: Scan, hit: Hit[None], published: date | None) -> Attribution | None:
    if (
        scan.word(hit.start - 1) in {"to", "be", "been", "not", "of", "the", "a", "so"}
        and scan.word(hit.start) != "told"
    ):
        return None
    if scan.word(hit.start) in _NOUNS_TOO and (
        scan.word(hit.end) not in {"that", '"', ":"}
        or scan.word(hit.start - 1) not in role_words()
        and not scan.tokens[hit.start - 1].capital
    ):
        return None
    speaker, second = _inverted(scan, hit) or _before(scan, hit.start) or (None, None)
    quoted = _quoted_by(scan, hit)
    if quoted is not None:
        return quoted if quoted.said_on else _dated(scan, quoted, published)
    if speaker is None:
        return None
    start = min(speaker[0], hit.start)
    end = max(speaker[1], hit.end)
    end, outlet = _audience(scan, end)
    raw = Attribution(start, end, speaker, second, hit.start, None, outlet)
    return _dated(scan, raw, published)


def _inverted(scan: Scan, hit: Hit[None]) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """Read '," said the source' and ', said Kalın, the spokesman'."""
    if scan.word(hit.start - 1) not in {",", '"', "--"} or hit.end >= len(scan):
        return None
    if scan.word(hit.start) in {"told", "tells", "informed", "assured"}:
        return None
    first = scan.tokens[hit.end]
    if not (
        first.capital or first.word in {"the", "a", "an", "its", "his", "their", "one", "another", "two"}
    ):
        return None
    end = hit.end
    while end < len(scan) and scan.word(end) not in _STOPS | {","} and not _adverbial(scan, end):
        end += 1
    return ((hit.end, end), None) if end > hit.end else None


def _adverbial(scan: Scan, at: int) -> bool:
    if scan.word(at) in {
        "on",
        "in",
        "after",
        "during",
        "at",
        "late",
        "earlier",
        "yesterday",
        "today",
        "last",
        "when",
        "as",
        "while",
        "who",
    }:
        return scan.word(at) != "in" or not (scan.word(at - 1) in role_words() and scan.word(at + 1) == "the")
    return bool(dates_in(scan.words, None, at, at + 1))


def _before(scan: Scan, verb: int) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """Read the noun phrase before a verb of saying, with an apposition between commas."""
    end = verb
    while end > 0 and scan.word(end - 1) in _ADVERBS:
        end -= 1
    end = _without_date(scan, end)
    if end > 1 and scan.word(end - 1) in {"who", "which"}:
        end -= 1  # "it was Lavrentyev who had mooted"
    if end > 0 and scan.word(end - 1) == ",":
        inner_start = _back(scan, end - 1)
        if scan.word(inner_start - 1) == "," and inner_start < end - 1:
            outer_start = _back(scan, inner_start - 1)
            if outer_start < inner_start - 1 and _nominal(scan, outer_start, inner_start - 1):
                return (outer_start, inner_start - 1), (inner_start, end - 1)
            if _nominal(scan, inner_start, end - 1):
                return (inner_start, end - 1), None
        return None
    start = _back(scan, end)
    if start == end or not _nominal(scan, start, end):
        return None
    return (start, end), None


def _without_date(scan: Scan, end: int) -> int:
    """Step back over "on Friday" between the speaker and the verb."""
    for hit in dates_in(scan.words, None, max(0, end - 4), end):
        if hit.end == end:
            return hit.start - 1 if scan.word(hit.start - 1) == "on" else hit.start
    return end


def _back(scan: Scan, end: int) -> int:
    start = end
    while start > 0:
        word = scan.word(start - 1)
        if word in _STOPS | {","} or (word in _CLAUSE_OPENERS and not _joins_nouns(scan, start - 1)):
            break
        start -= 1
    return start


def _joins_nouns(scan: Scan, at: int) -> bool:
    """Whether "and" joins two names, as in "the foreign and defence ministries", "Kalın and Lavrov"."""
    return (
        scan.word(at) == "and"
        and at > 0
        and (
            (scan.tokens[at - 1].capital and at + 1 < len(scan) and scan.tokens[at + 1].capital)
            or scan.word(at + 1) in role_words()
        )
    )


def _nominal(scan: Scan, start: int, end: int) -> bool:
    """Whether tokens may be a speaker: a name, an office, a country, a pronoun."""
    if end - start > 22 or start >= end:
        return False
    words = scan.words[start:end]
    if words[0] in {"he", "she", "they", "it"}:
        return end - start == 1
    if words[0] in _PLAIN_NOUNS and end - start == 1:
        return False
    if _finite(scan, start, end):
        return False
    if words[0] in {
        "no",
        "nothing",
        "nobody",
        "such",
        "any",
        "neither",
        "none",
        "commenting",
        "speaking",
        "asked",
    }:
        return False
    if any(w in role_words() for w in words) or any(start <= i < end for i in scan.nations):
        return True
    first = (
        start
        if start and scan.word(start - 1) not in {'"'}
        else start + (end - start > 1 and not scan.tokens[start + 1].capital)
    )
    return any(scan.tokens[i].capital for i in range(first, end))


_FINITE = frozenset(
    "is are was were will would may might could can shall should must has have had does did do said".split()
)


def _finite(scan: Scan, start: int, end: int) -> bool:
    return any(scan.word(i) in _FINITE for i in range(start, end))


def _audience(scan: Scan, at: int) -> tuple[int, str | None]:
    """Take in "Interfax agency", "reporters in Moscow", "a news conference"; return the outlet if it is one."""
    step = scan.skip(
        at, {"to", "in", "an", "interview", "with", "the", "by"} if scan.word(at) in {"in", "to"} else ()
    )
    outlet = outlet_at(scan, step)
    if outlet is not None:
        return outlet[1], outlet[0]
    if scan.word(at) in {
        "reporters",
        "journalists",
        "lawmakers",
        "parliament",
        "state",
        "a",
        "the",
    } and scan.word(at - 1) in {"told", "telling", "informed"}:
        end = at
        while (
            end < len(scan)
            and scan.word(end) not in _STOPS | {",", "that"}
            and not _date_here(scan, end)
            and end - at < 6
        ):
            if scan.word(end) in {"on", "he", "it", "they"} or (
                end in scan.nations and end > at + 1 and scan.word(end - 1) != "in"
            ):
                break
            end += 1
        return end, None
    return at, None


def _date_here(scan: Scan, at: int) -> bool:
    return bool(dates_in(scan.words, None, at, at + 1))


def _dated(scan: Scan, found: Attribution, published: date | None) -> Attribution:
    """Add the day told right after the verb ("said late on Thursday in Moscow") or just before the speaker."""
    hit = _date_after(scan, found.end, published) or _date_before(scan, found.start, published)
    if hit is None:
        inside = dates_in(scan.words, published, found.start, found.end)
        hit = inside[-1] if inside else None
    if hit is None:
        return found
    close = hit.end <= found.start <= hit.end + 1
    start = hit.start - 1 if close else found.start
    return Attribution(
        max(start, 0),
        max(found.end, hit.end if hit.start >= found.start else 0),
        found.speaker,
        found.second,
        found.verb,
        hit.day,
        found.reported_by,
    )


def _date_after(scan: Scan, at: int, published: date | None) -> DateHit | None:
    for i in range(at, min(at + 9, len(scan))):
        word = scan.word(i)
        if word in _STOPS or word in {
            "that",
            "will",
            "would",
            "was",
            "were",
            "is",
            "are",
            "has",
            "had",
            "have",
            "may",
            "might",
            "could",
            "he",
            "it",
            "they",
            "his",
        }:
            return None
        if word == "," and scan.word(i + 1) not in {"on"}:
            return None
        found = dates_in(scan.words, published, i, i + 1)
        if found:
            return (
                found[0]
                if scan.word(i - 1) not in {"by", "until", "from", "since", "before", "after", "to"}
                else None
            )
    return None


def _date_before(scan: Scan, at: int, published: date | None) -> DateHit | None:
    for hit in dates_in(scan.words, published, 0, at):
        if scan.word(0) in {"asked", "questioned", "speaking"} and hit.start <= 7:
            return hit  # "Asked in Beijing on Tuesday about ..., the spokesman said"
        if hit.start <= 6 and scan.word(hit.end) == "," and scan.word(0) in {"at", "in", "during", "after", "on"} and at - hit.end <= 9:
            return hit  # "At a meeting on Thursday, ..."
        opener = hit.start - 1 if scan.word(hit.start - 1) in {"on", "earlier", "late"} else hit.start
        if at - hit.end <= 1 and (opener <= 0 or scan.word(opener - 1) in {'"', ";", "and", "but"}):
            return hit
    return None


def _quoted_by(scan: Scan, hit: Hit[None]) -> Attribution | None:
    """Read "OUTLET quoted NP as saying", "NP was quoted by OUTLET as saying"."""
    if scan.word(hit.start) != "saying" or scan.word(hit.start - 1) != "as":
        return None
    verb = next(
        (
            i
            for i in range(hit.start - 2, -1, -1)
            if scan.word(i) in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}
        ),
        None,
    )
    if verb is None:
        return None
    if scan.word(verb - 1) in {"was", "were", "is", "been"}:
        speaker = _before(scan, verb - 1)
        outlet = outlet_at(scan, verb + 2) if scan.word(verb + 1) == "by" else None
        if speaker is None:
            return None
        return Attribution(
            speaker[0][0], hit.end, speaker[0], speaker[1], verb, None, outlet[0] if outlet else None
        )
    source = _before(scan, verb)
    outlet = outlet_at(scan, source[0][0]) if source else None
    name = outlet[0] if outlet else scan.text(*source[0]) if source else None
    inside = (verb + 1, hit.start - 1)
    comma = next((i for i in range(*inside) if scan.word(i) == ","), None)
    start = source[0][0] if source else verb
    if comma is not None:
        last = next((i for i in range(comma + 1, inside[1]) if scan.word(i) == ","), inside[1])
        return Attribution(start, hit.end, (inside[0], comma), (comma + 1, last), verb, None, name)
    return Attribution(start, hit.end, inside, None, verb, None, name)


def _according(scan: Scan, published: date | None) -> list[Attribution]:
    found = []
    for at in range(len(scan) - 2):
        if scan.word(at) != "according" or scan.word(at + 1) != "to":
            continue
        end = at + 2
        while end < len(scan) and scan.word(end) not in _STOPS | {","} and end - at < 24:
            end += 1
        comma_end = end
        outlet = outlet_at(scan, at + 2)
        if outlet is not None and outlet[1] >= end:
            raw = Attribution(at, comma_end, (at, at), None, at, None, outlet[0])
        else:
            second = _apposition(scan, end)
            raw = Attribution(at, second[1] if second else comma_end, (at + 2, end), second, at, None, None)
        found.append(_dated(scan, raw, published))
    return found


def _apposition(scan: Scan, comma: int) -> tuple[int, int] | None:
    if scan.word(comma) != ",":
        return None
    end = next(
        (i for i in range(comma + 1, min(comma + 14, len(scan))) if scan.word(i) in {",", ".", '"'}), None
    )
    if end is None or not _nominal(scan, comma + 1, end) or _finite(scan, comma + 1, end):
        return None
    return comma + 1, end


def _headline(scan: Scan, published: date | None) -> list[Attribution]:
    """Read a headline's "... - Erdoğan's spokesman" and "Lavrov: ..."."""
    del published
    if not scan.sentence.headline or len(scan) < 4:
        return []
    for i in range(len(scan) - 1, 1, -1):
        if scan.word(i) in {"-", "--", ":"} and not scan.tokens[i].glued:
            if (
                len(scan) - i <= 9
                and _nominal(scan, i + 1, len(scan))
                and _names_somebody(scan, i + 1, len(scan))
            ):
                return [Attribution(i, len(scan), (i + 1, len(scan)), None, i, None, None)]
            if scan.word(i) == ":" and i <= 6 and _nominal(scan, 0, i):
                return [Attribution(0, i + 1, (0, i), None, i, None, None)]
    comma = next((i for i in range(len(scan) - 1, 1, -1) if scan.word(i) == ","), None)
    if comma is not None and scan.word(len(scan) - 1) in {"says", "said"}:
        return []
    return []


def _names_somebody(scan: Scan, start: int, end: int) -> bool:
    words = set(scan.words[start:end])
    return bool(words & role_words()) or any(start <= k < end for k in scan.nations)
