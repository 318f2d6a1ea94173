"""Who a speaker is: a person's full name, an office, the country they speak for; pronouns resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zones.reading.lexicon import table
from zones.reading.nations import Form
from zones.reading.scan import Scan
from zones.reading.speech import Attribution, role_words

__all__ = ["Registry", "Speaker"]

_PARTICLES = frozenset("al el de bin ibn ould von van der abu abd".split())
_NOT_NAMES = frozenset(
    "the a an president foreign minister prime king general colonel sheikh prince sultan republic state un us eu nato monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something.

    Parameters
    ----------
    said_by
        As the text names them: the person's name if it gives one, else the office.
    person
        Whether that is a person's name.
    roles
        The offices named with them.
    nation
        The country they speak for, if the text says so.
    """

    said_by: str
    person: bool
    roles: frozenset[str] = frozenset()
    nation: str | None = None


@dataclass(slots=True)
class Registry:
    """The speakers of one document, so that "Kalın", "he" and "the spokesman" are told apart."""

    people: list[Speaker] = field(default_factory=list)

    def learn(self, scans: Iterable[tuple[Scan, tuple[Attribution, ...]]]) -> None:
        """Note every person who is named in full with an office or a country."""
        for scan, found in scans:
            for attribution in found:
                speaker = describe(scan, attribution)
                if speaker is not None and speaker.person and " " in speaker.said_by:
                    self._note(speaker)

    def _note(self, speaker: Speaker) -> None:
        for i, known in enumerate(self.people):
            if _fold(known.said_by) == _fold(speaker.said_by):
                self.people[i] = Speaker(
                    known.said_by, True, known.roles | speaker.roles, known.nation or speaker.nation
                )
                return
        self.people.append(speaker)

    def resolve(self, speaker: Speaker) -> Speaker:
        """Return the full person for a surname or an office that only one person of the document holds."""
        if speaker.person:
            matches = [p for p in self.people if _surname_of(speaker.said_by, p.said_by)]
        else:
            titles = speaker.roles & _TITLES
            matches = [
                p for p in self.people
                if titles and titles <= p.roles and speaker.nation is not None and p.nation == speaker.nation
                and _fold(speaker.said_by).split()[0] not in {"a", "an", "another", "one"}
            ]  # fmt: skip
        if len(matches) != 1:
            return speaker
        return Speaker(
            matches[0].said_by, True, matches[0].roles | speaker.roles, matches[0].nation or speaker.nation
        )


_TITLES = frozenset(
    "spokesman spokeswoman spokesperson minister president ambassador envoy premier king chancellor".split()
)


def _fold(text: str) -> str:
    from zones.reading.tokens import fold_word  # noqa: PLC0415

    return " ".join(fold_word(w) for w in text.replace("-", " ").split())


def _surname_of(short: str, full: str) -> bool:
    wanted, known = _fold(short).split(), _fold(full).split()
    return known == wanted or (len(wanted) < len(known) and known[-len(wanted) :] == wanted)


def describe(scan: Scan, attribution: Attribution) -> Speaker | None:
    """Return the speaker that an attribution names by its own words, pronouns aside."""
    start, end = attribution.speaker
    if start == end:
        return None
    spans = [(start, end), *([attribution.second] if attribution.second else [])]
    names = [name for span in spans if (name := _person(scan, *span)) is not None]
    words = {scan.word(i) for a, b in spans for i in range(a, b)}
    roles = frozenset(words & role_words())
    nation = next((n for a, b in spans if (n := _nation(scan, a, b)) is not None), None)
    if names:
        best = max(names, key=lambda n: n[1] - n[0])
        return Speaker(_quotes(scan.text(*best)), True, roles, nation)
    text = scan.text(start, end)
    return Speaker(_quotes(_trimmed(text)), False, roles, nation)


def _trimmed(text: str) -> str:
    for opener in ("Meanwhile ", "However ", "But ", "And ", "Earlier ", "Then "):
        text = text.removeprefix(opener)
    return text


def _quotes(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def _nation(scan: Scan, start: int, end: int) -> str | None:
    found = [
        n
        for i, n in scan.nations.items()
        if start <= i < end and scan.word(i - 1) not in {"in", "at", "from"}
    ]
    people = [n for n in found if n.form is Form.PERSON]
    plain = [n for n in found if n.form is not Form.PERSON]
    best = plain or people
    return best[0].code if best else None


def _person(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """Return the longest run of capitalised words that is no country, office, place or outlet."""
    best: tuple[int, int] | None = None
    at = start
    while at < end:
        if not _name_word(scan, at):
            at += 1
            continue
        first = at
        while at < end and (_name_word(scan, at) or _leads_on(scan, at, end)):
            at += 1
        if best is None or at - first > best[1] - best[0]:
            best = (first, at)
    if best is None:
        return None
    length = best[1] - best[0]
    alone = length == 1
    if alone and scan.word(best[0] + 1) in {"'s"}:
        return None
    if alone and scan.word(best[0] - 1) == "the":
        return None
    if alone and end - start > 1 and not (scan.word(best[0] - 1) in role_words() or best[0] in scan.nations):
        return None
    return best


def _leads_on(scan: Scan, at: int, end: int) -> bool:
    """Whether particles ("von der", "al") lead on to another word of the name."""
    step = scan.skip(at, _PARTICLES)
    return at < step < end and _name_word(scan, step)


def _name_word(scan: Scan, at: int) -> bool:
    token = scan.tokens[at]
    if not token.capital or token.word in role_words() | _NOT_NAMES or not token.text[0].isalpha():
        return False
    if token.text.isupper() and len(token.text) <= 4 and len(token.text) > 1:
        return False
    nation = next((n for n in scan.nations.values() if n.start <= at < n.end), None)
    if nation is not None:
        return nation.form is Form.PERSON
    if any(w == token.word for o in _outlet_words() for w in o):
        return False
    return not (
        at in scan.names and scan.names[at].end - at >= 1 and scan.word(at - 1) in {"in", "of", "at", "from"}
    )


def _outlet_words() -> list[list[str]]:
    return [o.casefold().split() for o in table("speech")["outlets"] if " " not in o and "-" not in o]
