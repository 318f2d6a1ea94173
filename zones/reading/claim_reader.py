"""From the sentences of a document to claims: who said which nationality would, may or won't come, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from zones.areas import Span
from zones.reading.actors import Forces, distinct, forces, groups, nation_list, sending, subject
from zones.reading.clauses import Clause, clauses
from zones.reading.scan import Scan
from zones.reading.speakers import Registry, Speaker, describe
from zones.reading.speech import Attribution, acts, attributions
from zones.reading.status import Status, Trigger, again, main_trigger, triggers
from zones.reading.voices import Voice, voices
from zones.reading.whereabouts import Whereabouts, anaphor, whereabouts
from zones.reading.wholes import Company

__all__ = ["ClaimDraft", "read_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim as one sentence makes it.

    Parameters
    ----------
    nationality
        ISO 3166 alpha-2 code, or UN.
    status
        One of the closed list.
    place
        The place named, if any.
    of_zone
        Whether it speaks of a zone told before ("patrol it", "in the area"); then ``sentence`` dates it.
    voice
        Who says so, when, and through which outlet.
    span
        The sentence (character offsets).
    sentence
        Its number.
    headline
        Whether it is the headline's.
    """

    nationality: str
    status: Status
    place: Whereabouts | None
    of_zone: bool
    voice: Voice
    span: Span
    sentence: int
    headline: bool = False


@dataclass(slots=True)
class _Memory:
    """What the reader carries from sentence to sentence."""

    topic: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    sentence: int = -9
    paragraph: int = -9
    place: Whereabouts | None = None
    agreed: int = -9
    company: Company = field(default_factory=Company)


def read_claims(scans: list[Scan], published: date | None) -> list[ClaimDraft]:
    """Return the claims of a document in the order in which it makes them."""
    found = [attributions(scan, published) for scan in scans]
    registry = Registry()
    registry.learn((scan, (*said, *acts(scan))) for scan, said in zip(scans, found, strict=True))
    spoken = voices(scans, found, registry, published)
    memory = _Memory()
    memory.company.learn(scans)
    drafts: list[ClaimDraft] = []
    for number, scan in enumerate(scans):
        here = _sentence(scan, number, found[number], spoken[number], memory)
        drafts += here
        _remember(scan, number, here, memory)
    return drafts


def _remember(scan: Scan, number: int, here: list[ClaimDraft], memory: _Memory) -> None:
    if here:
        memory.topic = tuple(dict.fromkeys(d.nationality for d in here))
        memory.sentence, memory.paragraph = number, scan.sentence.paragraph
    named = whereabouts(scan, 0, len(scan))
    if named:
        memory.place = named[-1] if not here or here[-1].place is None else here[-1].place
    elif any(n.code == "SY" for n in scan.nations.values()):
        memory.place = None
    first = triggers(scan.words, 0, len(scan))
    main = main_trigger(first)
    if main is not None and main.status is Status.AGREED:
        memory.agreed = number
    memory.subject = subject(scan, 0, len(scan)) or memory.subject


def _sentence(
    scan: Scan, number: int, found: tuple[Attribution, ...], spoken: Voice, memory: _Memory
) -> list[ClaimDraft]:
    drafts: list[ClaimDraft] = []
    last: Trigger | None = None
    for clause in clauses(scan, found):
        voice = spoken.of(clause.attribution) if clause.attribution is not None else spoken
        reader = _ClauseReader(scan, number, clause, voice, memory, drafts)
        last = reader.read(last) or last
    return drafts


@dataclass(slots=True)
class _ClauseReader:
    scan: Scan
    number: int
    clause: Clause
    voice: Voice
    memory: _Memory
    drafts: list[ClaimDraft]

    def read(self, last: Trigger | None) -> Trigger | None:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        told = triggers(scan.words, start, end)
        trigger = main_trigger(told)
        mentioned = [f for f in forces(scan, start, end) if not f.weak or f.nations or f.owner]
        if trigger is None and last is not None and self.drafts and any(f.nations for f in mentioned):
            trigger = last  # "..., Russian and Iranian servicemen near Damascus"
        if trigger is None or any(f.others and not f.nations for f in forces(scan, start, end)):
            return None
        if scan.sentence.headline and trigger.strength == "noun" and not mentioned:
            return None
        parties = self._parties(trigger, mentioned)
        if not parties:
            return trigger
        status = self._status(trigger, told)
        for nations, at in parties:
            where, of_zone = self._where(at)
            for code in distinct(nations):
                self._add(code, self._final(status, code, trigger), where, of_zone)
        return trigger

    def _add(self, code: str, status: Status, where: Whereabouts | None, of_zone: bool) -> None:
        voice = self.voice
        if voice.said_on is None:
            voice = voice.dated(self._act_date())
        if voice.speaker is None and self._acts(status):
            voice = voice.by(self._actor())
        sentence = self.scan.sentence
        self.drafts.append(
            ClaimDraft(
                nationality=code, status=status, place=where, of_zone=of_zone, voice=voice,
                span=(sentence.start, sentence.end), sentence=self.number,
                headline=sentence.headline and sentence.paragraph == 0,
            )
        )  # fmt: skip

    # Whose forces

    def _parties(self, trigger: Trigger, mentioned: list[Forces]) -> list[tuple[tuple[str, ...], int]]:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        owned = [(self._resolved(f), f.noun) for f in mentioned if f.nations or f.owner]
        owned = [(codes, at) for codes, at in owned if codes]
        if owned:
            return self._with_subject(owned, mentioned)
        addressed = self._addressed(trigger)
        if addressed:
            return [(addressed, trigger.end)]
        acting = self._acting(mentioned, trigger)
        if acting is not None:
            return [acting] if acting[0] else []
        if mentioned and any(not f.weak for f in mentioned) and not self._takes_up():
            return []
        sends = any(True for _ in sending().find(scan.words, start, end))
        if (trigger.strength == "verb" or sends) and self._takes_up() and self._near_topic():
            return [(self.memory.topic, start)]
        return []

    def _with_subject(
        self, owned: list[tuple[tuple[str, ...], int]], mentioned: list[Forces]
    ) -> list[tuple[tuple[str, ...], int]]:
        del mentioned
        foreign = [(distinct(codes), at) for codes, at in owned]
        return [(codes, at) for codes, at in foreign if codes]

    def _resolved(self, force: Forces) -> tuple[str, ...]:
        codes: list[str] = []
        for code in force.nations or (f"@{force.owner}",):
            codes += self._pronoun(code[1:], force.start) if code.startswith("@") else [code]
        return tuple(dict.fromkeys(codes))

    def _pronoun(self, word: str, at: int) -> tuple[str, ...]:
        """Return whom "our", "its", "they" mean at a token."""
        nation = self.voice.speaker.nation if self.voice.speaker else None
        if word in {"our", "we", "us"}:
            return (nation,) if nation else self.memory.topic
        before = subject(self.scan, 0, at)
        if word == "country" and nation:
            return (nation,)
        if before:
            return before
        attributed = self.clause.attribution
        if nation and attributed is not None:
            return (nation,)
        near = self.number - self.memory.sentence <= 2
        if word in {"they", "them", "their"} and near and self.memory.topic:
            return self.memory.topic
        return self.memory.subject if self.number and not nation else (nation,) if nation else ()

    def _addressed(self, trigger: Trigger) -> tuple[str, ...]:
        """Read "asked the United Nations to send", "invited Egypt and Iraq to join", "a request to Algeria"."""
        if trigger.status is not Status.PROPOSED:
            return ()
        scan = self.scan
        for at in range(trigger.end, min(trigger.end + 4, self.clause.end)):
            if at in scan.nations:
                listed, end = nation_list(scan, at)
                after = scan.words[end : end + 10]
                if scan.word(end) != "'s" and ("to" in after or "should" in after):
                    return tuple(n.code for n in listed)
            if scan.word(at) not in {"on", "that", "the", "to", "from", "for", "upon", "both", "countries", "like"}:
                break
        return ()

    def _acting(self, mentioned: list[Forces], trigger: Trigger) -> tuple[tuple[str, ...], int] | None:
        """Return the country that sends or takes part, as subject or agent of a verb of sending."""
        scan, start, end = self.scan, self.clause.start, self.clause.end
        for hit in sending().find(scan.words, start, end):
            if hit.end <= trigger.start and trigger.strength == "modal":
                continue
            by = scan.skip(hit.end, {"jointly", "together"})
            if scan.word(by) == "by":
                agents = self._collective(by + 1, min(by + 5, end)) or tuple(n.code for n in nation_list(scan, by + 1)[0])
                if agents:
                    return agents, hit.end
            with_party = self._with_party(hit.start)
            doer = with_party or self._collective(start, hit.start) or self._subject(hit.start)
            if not doer:
                continue
            plain = scan.word(hit.start) in _NEEDS_FORCES and not mentioned and not _joins(scan, hit.start)
            if plain:
                continue
            return doer, hit.end
        if mentioned and any(not f.weak for f in mentioned) and trigger.status is not None:
            doer = self._collective(start, trigger.start) or (self._subject(trigger.start) if trigger.strength == "modal" else ())
            if doer and not any(f.start < trigger.start for f in mentioned):
                return doer, trigger.end
        return None

    def _subject(self, verb: int) -> tuple[str, ...]:
        scan, start = self.scan, self.clause.start
        for at in range(verb - 1, start - 1, -1):
            if scan.word(at) in {"it", "they", "we"} and scan.word(at - 1) not in {"about", "on", "of", "to", "with", "for"}:
                return self._pronoun(scan.word(at), at)
            if at in scan.nations and scan.word(at - 1) not in {"in", "with", "to", "from", "of"}:
                break
        return subject(scan, start, verb)

    def _with_party(self, verb: int) -> tuple[str, ...]:
        """In "Russia is in talks with Uzbekistan on sending observers" the partner is the one to send."""
        scan, start = self.scan, self.clause.start
        mine = subject(scan, start, verb)
        if not mine or not set(mine) <= _BROKERS:
            return ()
        for at in range(start, verb):
            if scan.word(at) == "with":
                listed, _ = nation_list(scan, at + 1)
                codes = tuple(n.code for n in listed)
                if codes and not set(codes) & _BROKERS:
                    return codes
        return ()

    def _collective(self, start: int, end: int) -> tuple[str, ...]:
        return self.memory.company.meant(self.scan, start, end, self.number)

    # What status

    def _status(self, trigger: Trigger, told: list[Trigger]) -> Status | None:
        scan = self.scan
        status = trigger.status
        if status is Status.PLANNED and trigger.strength == "modal":
            if _conditional(scan, self.clause.start, self.clause.end):
                return Status.POSSIBLE
            fresh = self.number - self.memory.agreed <= 1 and self.memory.agreed != self.number
            if fresh and self.voice.speaker is None and scan.word(trigger.start) != "would":
                return Status.AGREED
            if any(t.status is Status.POSSIBLE and t.strength == "verb" for t in told):
                return Status.POSSIBLE
        return status

    def _final(self, status: Status | None, code: str, trigger: Trigger) -> Status:
        if status not in {None, Status.REJECTED}:
            return status  # type: ignore[return-value]
        refusers = subject(self.scan, 0, trigger.start + 1) or self.memory_speaker()
        own = code in refusers
        if status is None:
            return Status.DENIED if own or not refusers and self._own_forces() else Status.REJECTED
        return Status.DENIED if own else Status.REJECTED

    def memory_speaker(self) -> tuple[str, ...]:
        nation = self.voice.speaker.nation if self.voice.speaker else None
        return (nation,) if nation else ()

    def _own_forces(self) -> bool:
        return any(f.owner in {"its", "our", "their"} for f in forces(self.scan, self.clause.start, self.clause.end))

    # Who and when, if no verb of saying tells

    def _acts(self, status: Status) -> bool:
        return status in {Status.REJECTED, Status.DENIED, Status.PROPOSED, Status.UNCONFIRMED, Status.UNDECIDED, Status.POSSIBLE, Status.PLANNED}

    def _actor(self) -> Speaker | None:
        """Return the subject of "objected to", "proposed", "denied": it is the one who speaks."""
        scan = self.scan
        told = main_trigger(triggers(scan.words, self.clause.start, self.clause.end))
        if told is None or told.strength != "verb" or not _spoken_act(scan, told):
            return None
        found = [a for a in acts(scan, self.clause.start, told.end) if a.verb <= told.end]
        if not found:
            return None
        speaker = describe(scan, found[-1])
        return self.voice.registry.resolve(speaker) if speaker is not None and self.voice.registry else speaker

    def _act_date(self) -> date | None:
        """Return the day on which something was agreed, asked or denied, if the sentence tells it."""
        return self.voice.act_date(self.scan, self.clause)

    # Where

    def _where(self, at: int) -> tuple[Whereabouts | None, bool]:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        named = whereabouts(scan, start, end)
        rest = [f.noun for f in forces(scan, start, end) if f.nations and f.noun > at]
        limit = min(rest) if rest else end
        after = [w for w in named if at <= w.at < limit] or [w for w in named if w.at >= at] or named
        if after:
            return after[0], False
        if any(n.code == "SY" and start <= n.start < end for n in scan.nations.values()):
            return None, False
        taken = anaphor(scan, start, end)
        if taken == "there":
            return (self.memory.place, self.memory.place is None and _no_country(scan))
        if taken in {"it", "zone"}:
            return None, True
        return None, False

    def _takes_up(self) -> bool:
        scan = self.scan
        for hit in again().find(scan.words, self.clause.start, self.clause.end):
            if scan.word(hit.end) in {"of"} and scan.word(hit.start) in {"the", "this", "that", "such"}:
                continue
            return True
        return False

    def _near_topic(self) -> bool:
        memory = self.memory
        if self.drafts:
            return bool(memory.topic) or self._own_topic()
        return bool(memory.topic) and self.number - memory.sentence <= 1

    def _own_topic(self) -> bool:
        self.memory.topic = tuple(dict.fromkeys(d.nationality for d in self.drafts))
        return True


_BROKERS = frozenset({"RU", "TR", "IR", "US"})
_NEEDS_FORCES = frozenset("send sends sending sent provide provides providing supply come coming go going move moving place placing lead leading set establish run be take taking keep build hold holding maintain ensure guarantee return returning remain stay work working control check join joining open act share enter entering commit committing second operate".split())


def _joins(scan: Scan, at: int) -> bool:
    """Whether a verb takes part by itself: "take part", "join the mission", "be present"."""
    return scan.words[at : at + 2] in {("take", "part"), ("taking", "part"), ("keep", "watch"), ("keep", "the"), ("be", "present"), ("be", "involved"), ("keep", "peace"), ("join", "the"), ("join", "it"), ("join", "a"), ("joining", "the"), ("be", "in"), ("take", "up"), ("set", "up")}


def _conditional(scan: Scan, start: int, end: int) -> bool:
    text = " ".join(scan.words[start:end])
    return any(p in text for p in ("only if", "provided that", "on condition", "only with", "only under", "only after"))


_SAYING = frozenset(
    "propos offer suggest ask call request urg invit float moot want recommend tabled demand appeal den reject object oppos refus rul dismiss "
    "wav brush exclud turn declin veto vow pledg promis has have had cannot could consider weigh ready willing prepared undecided "
    "unable protest condemn denounc resist spurn rebuff confirm knows knew open mull sought seeks".split()
)


def _spoken_act(scan: Scan, told: Trigger) -> bool:
    return any(scan.word(i).startswith(tuple(_SAYING)) for i in range(told.start, told.end))


def _no_country(scan: Scan) -> bool:
    return not any(n.code == "SY" for n in scan.nations.values())


def groups_of(scan: Scan) -> list[tuple[str, ...]]:
    """Return the lists of countries a sentence names together."""
    return [tuple(dict.fromkeys(n.code for n in listed)) for listed, _ in groups(scan).values()]
