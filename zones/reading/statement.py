"""A clause as a statement about forces, with all that tells what it means, and what earlier ones said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from zones.reading.attribution import Attribution
from zones.reading.claim_draft import ClaimDraft
from zones.reading.clauses import Clause
from zones.reading.collectives import Company
from zones.reading.forces import Forces
from zones.reading.scan import Scan
from zones.reading.speakers import Speaker
from zones.reading.status import Trigger, main_trigger
from zones.reading.subjects import subject
from zones.reading.voice import Voice
from zones.reading.whereabouts import Whereabouts, whereabouts
from zones.status import Status

__all__ = ["Memory", "Party", "Place", "Statement"]

Place = tuple[Whereabouts | None, bool]  # a place named, and whether the zone told before is meant
_LONG_AGO = -9


@dataclass(frozen=True, slots=True)
class Party:
    """Nationalities a clause speaks of, the token where it does, and where, if another clause says so."""

    nations: tuple[str, ...]
    at: int
    where: Place | None = None


@dataclass(slots=True)
class Memory:
    """What the reader carries from sentence to sentence.

    Parameters
    ----------
    company
        The lists of countries that the document names.
    topic, sentence
        The nationalities of the last claims, and the number of the sentence that made them.
    claimed
        All nationalities claimed so far.
    subject
        The country that acted last.
    place, zone
        The place named last; whether a zone was spoken of after it.
    agreed
        Number of the last sentence that tells of an agreement.
    """

    company: Company
    topic: tuple[str, ...] = ()
    sentence: int = _LONG_AGO
    claimed: set[str] = field(default_factory=set)
    subject: tuple[str, ...] = ()
    place: Whereabouts | None = None
    zone: bool = False
    agreed: int = _LONG_AGO

    def note(self, scan: Scan, number: int, here: list[ClaimDraft], trigger: Trigger | None) -> None:
        """Take in a sentence, the claims it made and the trigger that decides it."""
        if here:
            self.topic = tuple(dict.fromkeys(draft.nationality for draft in here))
            self.claimed |= set(self.topic)
            self.sentence = number
        named = whereabouts(scan, 0, len(scan))
        if named:
            self.place = (here[-1].place if here else None) or named[-1]
            self.zone = False
        elif any(nation.code == "SY" for nation in scan.nations.values()):
            self.place, self.zone = None, False
        if trigger is not None and trigger.status is Status.AGREED:
            self.agreed = number
        self.subject = subject(scan, 0, len(scan)) or self.subject

    def note_zone(self) -> None:
        """Take in that the sentence defined a zone: "there" means it from now on."""
        self.place, self.zone = None, True


@dataclass(slots=True)
class Statement:
    """A clause of a sentence, and what is needed to understand it.

    Parameters
    ----------
    scan, number
        The sentence and its number.
    clause
        The stretch of it.
    voice
        Whose words it is.
    deeds
        The voices of the sentence's verbs that say and do at once.
    memory
        What earlier sentences said.
    drafts
        The claims of the sentence so far.
    pending
        Forces of earlier clauses of the sentence of which nothing has been said yet.
    told
        The words of the clause that tell a status.
    forces
        The forces it mentions.
    published
        Day of publication.
    """

    scan: Scan
    number: int
    clause: Clause
    voice: Voice
    deeds: dict[Attribution, Voice]
    memory: Memory
    drafts: list[ClaimDraft]
    pending: list[Party]
    told: list[Trigger]
    forces: list[Forces]
    published: date | None

    @property
    def start(self) -> int:
        """The first token."""
        return self.clause.start

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.clause.end

    @property
    def verb(self) -> Trigger | None:
        """The verb that decides the status, if one does."""
        trigger = main_trigger(self.told)
        return trigger if trigger is not None and trigger.strength == "verb" else None

    @property
    def mentioned(self) -> list[Forces]:
        """The forces that are surely forces, or somebody's."""
        return [force for force in self.forces if not force.weak or force.nations or force.owner]

    @property
    def actor(self) -> Speaker | None:
        """The subject of "objected to", "proposed", "denied": it is the one who speaks."""
        verb = self.verb
        if verb is None:
            return None
        done = [voice for act, voice in self.deeds.items() if self.start <= act.verb <= verb.end]
        return done[-1].speaker if done else None
