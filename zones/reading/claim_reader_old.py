"""From the sentences of a document to claims: who said which nationality would, may or won't come, and where."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from zones.areas import Span
from zones.reading.attribution import Attribution
from zones.reading.claim_draft import ClaimDraft
from zones.reading.clauses import clauses
from zones.reading.collectives import Company
from zones.reading.deed_dates import deed_date
from zones.reading.elsewhere import is_elsewhere
from zones.reading.forces import forces
from zones.reading.lexicon import words
from zones.reading.outcomes import outcome, outcome_for
from zones.reading.parties import owners, parties
from zones.reading.placing import place_of
from zones.reading.scan import Scan
from zones.reading.speakers import Registry
from zones.reading.speech import acts, attributions
from zones.reading.statement import Memory, Party, Place, Statement
from zones.reading.status import Trigger, main_trigger, triggers
from zones.reading.subjects import distinct
from zones.reading.turns import turns
from zones.reading.voice import SentenceVoices, Voice
from zones.reading.voices import voices
from zones.status import Status

__all__ = ["read_claims"]

# Statuses that come from a verb whose subject speaks: "rejected", "proposed".
_DEEDS = frozenset(
    {
        Status.REJECTED,
        Status.DENIED,
        Status.PROPOSED,
        Status.UNCONFIRMED,
        Status.UNDECIDED,
        Status.POSSIBLE,
        Status.PLANNED,
    }
)


def read_claims(scans: list[Scan], published: date | None, defined: Container[Span] = ()) -> list[ClaimDraft]:
    """Return the claims of a document in the order in which it makes them.

    Parameters
    ----------
    scans
        The sentences.
    published
        Day of publication.
    defined
        The sentences (character offsets) that define a zone: "there" after one of them means that zone.
    """
    opened = turns(scans)
    found = [
        (*((opened[at],) if at in opened else ()), *attributions(scan, published))
        for at, scan in enumerate(scans)
    ]
    registry = Registry()
    registry.learn((scan, (*said, *acts(scan))) for scan, said in zip(scans, found, strict=True))
    spoken = voices(scans, found, registry)
    memory = Memory(Company())
    memory.company.learn(scans, published)
    drafts: list[ClaimDraft] = []
    for number, scan in enumerate(scans):
        here = (
            []
            if scan.is_question or is_elsewhere(scan)
            else _claims(scan, number, found[number], spoken[number], memory, published)
        )
        drafts += here
        memory.note(scan, number, here, main_trigger(triggers(scan.words, 0, len(scan))))
        if (scan.sentence.start, scan.sentence.end) in defined:
            memory.note_zone()
    return drafts


def _claims(
    scan: Scan,
    number: int,
    found: tuple[Attribution, ...],
    spoken: SentenceVoices,
    memory: Memory,
    published: date | None,
) -> list[ClaimDraft]:
    """Return the claims of a sentence; a clause without a verb of its own goes on with the last one's."""
    drafts: list[ClaimDraft] = []
    pending: list[Party] = []
    last: Trigger | None = None
    for clause in clauses(scan, found):
        statement = Statement(
            scan=scan,
            number=number,
            clause=clause,
            voice=spoken.of(clause.attribution),
            deeds=spoken.deeds,
            memory=memory,
            drafts=drafts,
            pending=pending,
            told=triggers(scan.words, clause.start, clause.end),
            forces=forces(scan, clause.start, clause.end),
            published=published,
        )
        last = _read(statement, last) or last
    return drafts


def _read(statement: Statement, last: Trigger | None) -> Trigger | None:
    """Add the claims of a statement to its drafts; return what decided its status, None if nothing did."""
    mentioned = statement.mentioned
    trigger = main_trigger(statement.told)
    if trigger is None and statement.drafts and any(force.nations for force in mentioned):
        trigger = last  # "..., Russian and Iranian servicemen near Damascus"
    if trigger is not None and _says_nothing_of_forces(statement, trigger):
        return None
    if trigger is None or _asked_about(statement, trigger):
        statement.pending += [
            Party(owners(statement, force), force.noun, place_of(statement, force.noun))
            for force in mentioned
            if force.nations
        ]
        return None
    if any(force.others and not force.nations for force in statement.forces):
        return None
    if statement.scan.sentence.headline and trigger.strength == "noun" and not mentioned:
        return None
    _claim(statement, trigger)
    return trigger


def _asked_about(statement: Statement, trigger: Trigger) -> bool:
    """Whether a clause only says what somebody was asked: "Asked about Russian observers, ..."."""
    scan, start = statement.scan, statement.start
    if "," in scan.words[start : trigger.start]:
        return False
    at = scan.skip(start, {'"', "when"})
    about = not words("statements.asked_about").isdisjoint(scan.words[at : at + 8])
    return scan.word(at) in words("statements.asked") and about


def _says_nothing_of_forces(statement: Statement, trigger: Trigger) -> bool:
    """Whether a clause leaves open who is meant, or is about the zone itself.

    "differ over who will police it", "other countries might be invited", "to agree on the borders of the zone".
    """
    words_of, start = statement.scan.words, trigger.start
    if words_of[max(0, start - 1) : start] == ("who",) and statement.scan.word(start - 2) in words(
        "statements.open"
    ):
        return True
    subject_of = words_of[max(statement.start, start - 3) : start]
    if (
        subject_of[-2:]
        and subject_of[-1] in {"countries", "states", "nations"}
        and subject_of[-2] in words("forces.others")
    ):
        return True
    about = words_of[trigger.end : trigger.end + 4]
    return trigger.status is Status.AGREED and not words("statements.of_zones").isdisjoint(about)


def _claim(statement: Statement, trigger: Trigger) -> None:
    status = outcome(statement, trigger)
    for party in parties(statement, trigger):
        where = party.where or place_of(statement, party.at)
        for code in distinct(party.nations):
            final = outcome_for(status, code, statement, trigger)
            statement.drafts.append(_draft(statement, code, final, where))


def _draft(statement: Statement, code: str, status: Status, where: Place) -> ClaimDraft:
    """Return the claim of one nationality; who did the deed speaks, and its day counts, if none is told."""
    voice = statement.voice
    if voice.said_on is None:
        voice = voice.dated(deed_date(statement))
    actor = statement.actor if status in _DEEDS else None
    if voice.speaker is None:
        voice = voice.by(actor)
    elif actor is not None and actor.person and actor.said_by != voice.speaker.said_by:
        voice = Voice(actor)  # "X has denied it, Y told reporters": X denies, on a day not told
    sentence = statement.scan.sentence
    return ClaimDraft(
        nationality=code,
        status=status,
        place=where[0],
        of_zone=where[1],
        voice=voice,
        span=(sentence.start, sentence.end),
        sentence=statement.number,
        headline=sentence.headline and sentence.paragraph == 0,
    )
