"""Who a speaker is: a person's full name, an office, the country they speak for; pronouns resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from zones.reading.attribution import Attribution
from zones.reading.lexicon import table, words
from zones.reading.nations import Form
from zones.reading.person_names import person_in
from zones.reading.scan import Scan
from zones.reading.tokens import fold_word

__all__ = ["Registry", "Speaker", "describe"]


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

    def merged(self, other: Speaker) -> Speaker:
        """Return this person with what else is known of them."""
        return replace(self, person=True, roles=self.roles | other.roles, nation=self.nation or other.nation)


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
        name = _folded(speaker.said_by)
        for i, known in enumerate(self.people):
            if _folded(known.said_by) == name:
                self.people[i] = known.merged(speaker)
                return
        self.people.append(speaker)

    def resolve(self, speaker: Speaker) -> Speaker:
        """Return the full person for a surname or an office that only one person of the document holds."""
        matches = self._namesakes(speaker) if speaker.person else self._holders(speaker)
        return matches[0].merged(speaker) if len(matches) == 1 else speaker

    def _namesakes(self, speaker: Speaker) -> list[Speaker]:
        wanted = _folded(speaker.said_by)
        return [p for p in self.people if _folded(p.said_by)[-len(wanted) :] == wanted]

    def _holders(self, speaker: Speaker) -> list[Speaker]:
        """Return the people with the same titles for the same country, unless another is meant."""
        titles = speaker.roles & words("speech.titles")
        if not titles or speaker.nation is None or _folded(speaker.said_by)[0] in words("speech.another"):
            return []
        return [p for p in self.people if titles <= p.roles and p.nation == speaker.nation]


def describe(scan: Scan, attribution: Attribution) -> Speaker | None:
    """Return the speaker that an attribution names by its own words, pronouns aside."""
    start, end = attribution.speaker
    if start == end:
        return None
    spans = [(start, end), *([attribution.second] if attribution.second is not None else [])]
    names = [name for span in spans if (name := person_in(scan, *span)) is not None]
    told = frozenset(scan.word(at) for first, last in spans for at in range(first, last))
    nations = (_nation(scan, first, last) for first, last in spans)
    nation = next((code for code in nations if code is not None), None)
    longest = max(names, key=lambda name: name[1] - name[0], default=None)
    text = _trimmed(scan.text(start, end)) if longest is None else scan.text(*longest)
    said_by = text.replace("’", "'").replace("‘", "'")
    return Speaker(said_by, longest is not None, told & words("speech.roles"), nation)


def _folded(name: str) -> list[str]:
    return [fold_word(word) for word in name.replace("-", " ").split()]


def _trimmed(text: str) -> str:
    for opener in table("speech")["sentence_openers"]:
        text = text.removeprefix(f"{opener} ")
    return text


def _nation(scan: Scan, start: int, end: int) -> str | None:
    """Return the country that the words name, not as a place; a person's only if they name no other."""
    apart = words("speech.places")
    found = [n for at, n in scan.nations.items() if start <= at < end and scan.word(at - 1) not in apart]
    named = [n for n in found if n.form is not Form.PERSON] or found
    return named[0].code if named else None
