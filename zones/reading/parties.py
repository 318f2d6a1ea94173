"""Whose forces a statement is about: those it names, those who send, those it takes up."""

from __future__ import annotations

from zones.reading.forces import Forces, forces, sending
from zones.reading.lexicon import phrases, words
from zones.reading.nation_lists import nation_list
from zones.reading.scan import Scan
from zones.reading.statement import Party, Statement
from zones.reading.status import Trigger, again
from zones.reading.subjects import distinct, subject
from zones.status import Status

__all__ = ["owners", "parties"]

_NEAR = 2  # sentences over which "they" means the forces told of last
_CLOSE = 2  # words between an offer and what is offered
# Statuses by which a country speaks of sending its own forces.
_OF_ONES_OWN = frozenset(
    {
        Status.DENIED,
        Status.UNDECIDED,
        Status.POSSIBLE,
        Status.PLANNED,
        Status.UNCONFIRMED,
        Status.DISCUSSED,
    }
)


def parties(statement: Statement, trigger: Trigger) -> list[Party]:
    """Return the nationalities that a statement is about, each with the token that tells where to look."""
    owned = [f for f in statement.mentioned if (f.nations or f.owner) and not _replaced(statement.scan, f)]
    if owned:
        found = [(distinct(owners(statement, force)), force.noun) for force in owned]
        return [Party(codes, at) for codes, at in found if codes]
    addressed = _addressed(statement, trigger)
    if addressed:
        return [Party(addressed, trigger.end)]
    acting = _sender(statement, trigger) or _owner(statement, trigger)
    if acting is not None:
        return [acting]
    return _taken_up(statement, trigger)


def owners(statement: Statement, force: Forces) -> tuple[str, ...]:
    """Return whose forces are mentioned, possessives resolved."""
    codes: list[str] = []
    for code in force.nations or (f"@{force.owner}",):
        codes += _pronoun(statement, code[1:], force.start) if code.startswith("@") else [code]
    return tuple(dict.fromkeys(codes))


def _replaced(scan: Scan, force: Forces) -> bool:
    """Whether forces are named as those that others would replace."""
    stems = tuple(words("statements.replaced"))
    return any(word.startswith(stems) for word in scan.words[max(0, force.start - 4) : force.start])


def _pronoun(statement: Statement, word: str, at: int) -> tuple[str, ...]:
    """Return whom "our", "its", "they" mean at a token."""
    memory, speaker = statement.memory, statement.voice.speaker
    own = (speaker.nation,) if speaker is not None and speaker.nation is not None else ()
    if word in words("statements.speakers_own"):
        return own or memory.topic
    if own and word == "country":
        return own
    before = subject(statement.scan, 0, at)
    if before or (own and statement.clause.attribution is not None):
        return before or own
    near = statement.number - memory.sentence <= _NEAR
    if word in words("statements.topical") and near and memory.topic:
        return memory.topic
    return memory.subject if statement.number and not own else own


# Those who are asked or who send


def _addressed(statement: Statement, trigger: Trigger) -> tuple[str, ...]:
    """Read "asked the United Nations to send", "invited Egypt and Iraq to join", "a request to Algeria"."""
    if trigger.status is not Status.PROPOSED:
        return ()
    scan = statement.scan
    for at in range(trigger.end, min(trigger.end + 4, statement.end)):
        if at in scan.nations:
            listed, end = nation_list(scan, at)
            if scan.word(end) != "'s" and not {"to", "should", "for"}.isdisjoint(scan.words[end : end + 10]):
                return tuple(nation.code for nation in listed)
        if scan.word(at) not in words("statements.asked_fillers"):
            break
    return ()


def _sender(statement: Statement, trigger: Trigger) -> Party | None:
    """Return the country that sends or takes part, as agent or subject of a verb of sending."""
    scan = statement.scan
    for hit in sending().find(scan.words, statement.start, statement.end):
        if hit.end <= trigger.start and trigger.strength == "modal":
            continue
        agents = _agents(statement, hit.end)
        if agents:
            return Party(agents, hit.end)
        doer = (
            _partner(statement, hit.start)
            or _collective(statement, statement.start, hit.start)
            or _subject(statement, hit.start)
        )
        if doer and _sends_forces(statement, hit.start, hit.end):
            return Party(doer, hit.end)
    return None


def _owner(statement: Statement, trigger: Trigger) -> Party | None:
    """Return whose the forces are that a statement mentions without saying whose."""
    noun = next((force.noun for force in statement.mentioned if not force.weak), None)
    offered = None if noun is not None else _offered(statement, trigger)
    noun = offered if noun is None else noun
    if noun is None:
        return None
    doer = _partner(statement, noun) or _collective(statement, statement.start, trigger.start)
    offers = statement.scan.word(trigger.start).startswith("offer")
    if not doer and (offers or trigger.strength == "modal" or trigger.status in _OF_ONES_OWN):
        doer = _subject(statement, noun)
    return Party(doer, noun) if doer else None


def _offered(statement: Statement, trigger: Trigger) -> int | None:
    """Return the noun right after an offer that is a force in this company only: "offered officers"."""
    if trigger.status is not Status.PROPOSED:
        return None
    for force in forces(statement.scan, trigger.end, statement.end):
        if force.start - trigger.end <= _CLOSE and not force.others:
            return force.noun
    return None


def _agents(statement: Statement, after: int) -> tuple[str, ...]:
    """Read "[patrolled] jointly by Russia and Turkey", "[could come] from Egypt"."""
    scan = statement.scan
    by = after - 1 if scan.word(after - 1) == "from" else scan.skip(after, {"jointly", "together"})
    if scan.word(by) not in {"by", "from"}:
        return ()
    named = _collective(statement, by + 1, min(by + 5, statement.end))
    return named or tuple(nation.code for nation in nation_list(scan, by + 1)[0])


def _sends_forces(statement: Statement, start: int, end: int) -> bool:
    """Whether a verb sends forces: by its own meaning, or because the clause names some or says "anyone"."""
    scan = statement.scan
    if scan.word(start) not in words("statements.need_forces") or statement.mentioned:
        return True
    return scan.word(end) in words("statements.anybody") or (
        phrases("statements.take_part").at(scan.words, start) is not None
    )


def _subject(statement: Statement, verb: int) -> tuple[str, ...]:
    scan, start = statement.scan, statement.start
    for at in range(verb - 1, start - 1, -1):
        word, before = scan.word(at), scan.word(at - 1)
        if word in words("statements.subjects") and before not in words("statements.not_subjects"):
            return _pronoun(statement, word, at)
        if at in scan.nations and before not in words("statements.not_acting"):
            break
    return subject(scan, start, verb)


def _partner(statement: Statement, verb: int) -> tuple[str, ...]:
    """In "Russia is in talks with Uzbekistan on sending observers" the partner is the one to send."""
    scan, start = statement.scan, statement.start
    brokers = words("statements.brokers")
    mine = subject(scan, start, verb)
    if not brokers.issuperset(mine):
        return ()
    for at in range(start, verb):
        if scan.word(at) == "with":
            codes = tuple(nation.code for nation in nation_list(scan, at + 1)[0])
            if codes and brokers.isdisjoint(codes):
                return codes
    return ()


def _collective(statement: Statement, start: int, end: int) -> tuple[str, ...]:
    return statement.memory.company.meant(statement.scan, start, end, statement.number)


# Those whom a statement takes up


def _taken_up(statement: Statement, trigger: Trigger) -> list[Party]:
    """Return the forces of an earlier clause or sentence, if the statement is about what was said there."""
    takes_up = _takes_up(statement)
    if any(not force.weak for force in statement.mentioned) and not takes_up:
        return []
    if statement.pending and trigger.strength == "verb":
        return statement.pending
    hits = sending().find(statement.scan.words, statement.start, statement.end)
    states = trigger.strength == "verb" or next(hits, None) is not None
    return [_carried(statement, trigger)] if states and takes_up and _near_topic(statement) else []


def _takes_up(statement: Statement) -> bool:
    scan = statement.scan
    for hit in again().find(scan.words, statement.start, statement.end):
        of = scan.word(hit.end) == "of" and scan.word(hit.start) in {"the", "this", "that", "such"}
        if not of:
            return True
    return False


def _near_topic(statement: Statement) -> bool:
    """Whether there is a topic to take up; the sentence's own claims are the nearest."""
    memory = statement.memory
    if statement.drafts:
        memory.topic = tuple(dict.fromkeys(draft.nationality for draft in statement.drafts))
        return True
    return bool(memory.topic) and statement.number - memory.sentence <= 1


def _carried(statement: Statement, trigger: Trigger) -> Party:
    """Return whom a statement is about that only takes up what was said: its subject if known, else the topic."""
    known = statement.memory.claimed | {draft.nationality for draft in statement.drafts}
    doer = _subject(statement, trigger.start) if trigger.status in _OF_ONES_OWN else ()
    if doer and known.issuperset(doer):
        return Party(doer, statement.start)
    last = statement.drafts[-1] if statement.drafts else None
    where = (last.place, last.of_zone) if last is not None else None
    return Party(statement.memory.topic, statement.start, where)
