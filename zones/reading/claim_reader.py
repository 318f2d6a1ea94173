"""From the sentences of a document to claims: who said which nationality would, may or won't come, and where."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from zones.areas import Span
from zones.reading.forces import Forces, forces, sending
from zones.reading.nation_lists import nation_list
from zones.reading.subjects import distinct, subject
from zones.reading.clauses import Clause, clauses
from zones.reading.scan import Scan
from zones.reading.speakers import Registry, Speaker
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
    zone: bool = False
    agreed: int = -9
    claimed: list[str] = field(default_factory=list)
    company: Company = field(default_factory=Company)


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
    found = [attributions(scan, published) for scan in scans]
    registry = Registry()
    registry.learn((scan, (*said, *acts(scan))) for scan, said in zip(scans, found, strict=True))
    spoken = voices(scans, found, registry, published)
    memory = _Memory()
    memory.company.learn(scans, published)
    drafts: list[ClaimDraft] = []
    for number, scan in enumerate(scans):
        here = _sentence(scan, number, found[number], spoken[number], memory)
        drafts += here
        _remember(scan, number, here, memory)
        if (scan.sentence.start, scan.sentence.end) in defined:
            memory.place, memory.zone = None, True
    return drafts


def _remember(scan: Scan, number: int, here: list[ClaimDraft], memory: _Memory) -> None:
    if here:
        memory.topic = tuple(dict.fromkeys(d.nationality for d in here))
        memory.claimed += memory.topic
        memory.sentence, memory.paragraph = number, scan.sentence.paragraph
    named = whereabouts(scan, 0, len(scan))
    if named:
        memory.zone = False
        memory.place = named[-1] if not here or here[-1].place is None else here[-1].place
    elif any(n.code == "SY" for n in scan.nations.values()):
        memory.place, memory.zone = None, False
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
    pending: list[_Party] = []
    for clause in clauses(scan, found):
        voice = spoken.of(clause.attribution) if clause.attribution is not None else spoken
        if clause.attribution is None and found:
            voice = Voice(published=spoken.published, registry=spoken.registry)
        reader = _ClauseReader(scan, number, clause, voice, memory, drafts, spoken.deeds, pending)
        last = reader.read(last) or last
    return drafts


@dataclass(frozen=True, slots=True)
class _Party:
    """Nationalities a clause speaks of, the token where it does, and where, if another clause says so."""

    nations: tuple[str, ...]
    at: int
    where: tuple[Whereabouts | None, bool] | None = None


@dataclass(slots=True)
class _ClauseReader:
    scan: Scan
    number: int
    clause: Clause
    voice: Voice
    memory: _Memory
    drafts: list[ClaimDraft]
    deeds: dict[Attribution, Voice]
    pending: list[_Party]

    def read(self, last: Trigger | None) -> Trigger | None:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        told = triggers(scan.words, start, end)
        trigger = main_trigger(told)
        mentioned = [f for f in forces(scan, start, end) if not f.weak or f.nations or f.owner]
        if trigger is None and last is not None and self.drafts and any(f.nations for f in mentioned):
            trigger = last  # "..., Russian and Iranian servicemen near Damascus"
        if trigger is None or _asked_about(scan, start, trigger):
            self.pending += [
                _Party(self._resolved(f), f.noun, self._where(f.noun)) for f in mentioned if f.nations
            ]
            return None
        if any(f.others and not f.nations for f in forces(scan, start, end)):
            return None
        if scan.sentence.headline and trigger.strength == "noun" and not mentioned:
            return None
        parties = self._parties(trigger, mentioned)
        if not parties:
            return trigger
        status = self._status(trigger, told)
        for party in parties:
            where, of_zone = party.where or self._where(party.at)
            for code in distinct(party.nations):
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

    def _parties(self, trigger: Trigger, mentioned: list[Forces]) -> list[_Party]:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        sent = [f for f in mentioned if (f.nations or f.owner) and not _replaced(scan, f)]
        owned = [_Party(codes, f.noun) for f in sent if (codes := distinct(self._resolved(f)))]
        if owned or any(f.nations or f.owner for f in sent):
            return owned
        addressed = self._addressed(trigger)
        if addressed:
            return [_Party(addressed, trigger.end)]
        acting = self._acting(mentioned, trigger)
        if acting is not None:
            return [_Party(*acting)] if acting[0] else []
        if any(not f.weak for f in mentioned) and not self._takes_up():
            return []
        if self.pending and trigger.strength == "verb":
            return self.pending
        sends = any(True for _ in sending().find(scan.words, start, end))
        if (trigger.strength == "verb" or sends) and self._takes_up() and self._near_topic():
            return [self._carried(trigger)]
        return []

    def _carried(self, trigger: Trigger) -> _Party:
        """Return whom a statement is about that only takes up what was said: its subject if known, else the topic."""
        doer = self._subject(trigger.start) if trigger.status in _SENDERS_OWN else ()
        known = set(self.memory.claimed) | {d.nationality for d in self.drafts}
        if doer and set(doer) <= known:
            return _Party(doer, self.clause.start)
        last = self.drafts[-1] if self.drafts else None
        where = (last.place, last.of_zone) if last is not None else None
        return _Party(self.memory.topic, self.clause.start, where)

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
                if scan.word(end) != "'s" and {"to", "should", "for"} & set(after):
                    return tuple(n.code for n in listed)
            if scan.word(at) not in {
                "on",
                "that",
                "the",
                "to",
                "from",
                "for",
                "upon",
                "both",
                "countries",
                "like",
            }:
                break
        return ()

    def _acting(self, mentioned: list[Forces], trigger: Trigger) -> tuple[tuple[str, ...], int] | None:
        """Return the country that sends or takes part, as subject or agent of a verb of sending."""
        scan, start, end = self.scan, self.clause.start, self.clause.end
        for hit in sending().find(scan.words, start, end):
            if hit.end <= trigger.start and trigger.strength == "modal":
                continue
            by = scan.skip(hit.end, {"jointly", "together"})
            if scan.word(hit.end - 1) == "from":
                by = hit.end - 1  # "observers could come from Egypt"
            if scan.word(by) in {"by", "from"}:
                agents = self._collective(by + 1, min(by + 5, end)) or tuple(
                    n.code for n in nation_list(scan, by + 1)[0]
                )
                if agents:
                    return agents, hit.end
            with_party = self._with_party(hit.start)
            doer = with_party or self._collective(start, hit.start) or self._subject(hit.start)
            if not doer:
                continue
            whom = scan.word(hit.end) in {"anyone", "anybody", "them", "any", "men", "people", "some", "one"}
            plain = (
                scan.word(hit.start) in _NEEDS_FORCES
                and not mentioned
                and not whom
                and not _joins(scan, hit.start)
            )
            if plain:
                continue
            return doer, hit.end
        near = [f for f in forces(scan, trigger.end, end) if f.start - trigger.end <= 2 and not f.others]
        if any(not f.weak for f in mentioned) or (near and trigger.status is Status.PROPOSED):
            noun = next((f.noun for f in [*mentioned, *near] if not f.weak), near[0].noun if near else end)
            doer = self._with_party(noun) or self._collective(start, trigger.start)
            offered = scan.word(trigger.start).startswith("offer")
            if not doer and (trigger.strength == "modal" or trigger.status in _SENDERS_OWN or offered):
                doer = self._subject(noun)
            if doer:
                return doer, noun
        return None

    def _subject(self, verb: int) -> tuple[str, ...]:
        scan, start = self.scan, self.clause.start
        for at in range(verb - 1, start - 1, -1):
            if scan.word(at) in {"it", "they", "we"} and scan.word(at - 1) not in {
                "about",
                "on",
                "of",
                "to",
                "with",
                "for",
            }:
                return self._pronoun(scan.word(at), at)
            if at in scan.nations and scan.word(at - 1) not in {"in", "with", "to", "from", "of"}:
                break
        return subject(scan, start, verb)

    def _with_party(self, verb: int) -> tuple[str, ...]:
        """In "Russia is in talks with Uzbekistan on sending observers" the partner is the one to send."""
        scan, start = self.scan, self.clause.start
        mine = subject(scan, start, verb)
        if not set(mine) <= _BROKERS:
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
        if status in {Status.PLANNED, Status.AGREED} and self._none_at_all():
            return Status.DENIED
        if status is Status.PLANNED and trigger.strength == "modal":
            if _conditional(scan, self.clause.start, self.clause.end):
                return Status.POSSIBLE
            if _on_paper(scan, self.clause.start, self.clause.end):
                return Status.PROPOSED
            fresh = self.number - self.memory.agreed <= 1 and self.memory.agreed != self.number
            if fresh and self.voice.speaker is None and scan.word(trigger.start) != "would":
                return Status.AGREED
            if any(t.status is Status.POSSIBLE and t.strength == "verb" for t in told):
                return Status.POSSIBLE
        return status

    def _none_at_all(self) -> bool:
        """Whether the forces are told as none: "No German troops will go"."""
        scan = self.scan
        return any(
            scan.word(f.start - 1) == "no"
            or scan.words[max(0, f.start - 3) : f.start] == ("not", "a", "single")
            for f in forces(scan, self.clause.start, self.clause.end)
        )

    def _final(self, status: Status | None, code: str, trigger: Trigger) -> Status:
        if status not in {None, Status.REJECTED}:
            return status  # type: ignore[return-value]
        refusers = self._refusers(trigger)
        own = code in refusers
        if status is None:
            return Status.DENIED if own or not refusers and self._own_forces() else Status.REJECTED
        return Status.DENIED if own else Status.REJECTED

    def _refusers(self, trigger: Trigger) -> tuple[str, ...]:
        """Return the country that denies or refuses: the subject of the verb, else the speaker's."""
        actor = self._actor() or self.voice.speaker
        if actor is not None and actor.nation is not None:
            return (actor.nation,)
        return subject(self.scan, self.clause.start, trigger.start + 1) if actor is None else ()

    def _own_forces(self) -> bool:
        return any(
            f.owner in {"its", "our", "their"} for f in forces(self.scan, self.clause.start, self.clause.end)
        )

    # Who and when, if no verb of saying tells

    def _acts(self, status: Status) -> bool:
        return status in {
            Status.REJECTED,
            Status.DENIED,
            Status.PROPOSED,
            Status.UNCONFIRMED,
            Status.UNDECIDED,
            Status.POSSIBLE,
            Status.PLANNED,
        }

    def _actor(self) -> Speaker | None:
        """Return the subject of "objected to", "proposed", "denied": it is the one who speaks."""
        scan = self.scan
        told = main_trigger(triggers(scan.words, self.clause.start, self.clause.end))
        if told is None or told.strength != "verb":
            return None
        del scan
        done = [v for a, v in self.deeds.items() if self.clause.start <= a.verb <= told.end]
        return done[-1].speaker if done else None

    def _act_date(self) -> date | None:
        """Return the day on which something was agreed, asked or denied, if the sentence tells it."""
        return self.voice.act_date(self.scan, self.clause)

    # Where

    def _where(self, at: int) -> tuple[Whereabouts | None, bool]:
        scan, start, end = self.scan, self.clause.start, self.clause.end
        spoken = [a.speaker for a in self.deeds]
        named = [w for w in whereabouts(scan, start, end) if not any(s <= w.at < e for s, e in spoken)]
        rest = [f.noun for f in forces(scan, start, end) if f.nations and f.noun > at]
        limit = min(rest) if rest else end
        after = [w for w in named if at <= w.at < limit] or [w for w in named if w.at >= at] or named
        if after:
            return after[0], False
        if any(n.code == "SY" and start <= n.start < end for n in scan.nations.values()):
            return None, False
        taken = anaphor(scan, start, end)
        if taken == "there":
            return self.memory.place, self.memory.zone
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
            return self._own_topic()
        return bool(memory.topic) and self.number - memory.sentence <= 1

    def _own_topic(self) -> bool:
        self.memory.topic = tuple(dict.fromkeys(d.nationality for d in self.drafts))
        return True


_SENDERS_OWN = frozenset(
    {Status.DENIED, Status.UNDECIDED, Status.POSSIBLE, Status.PLANNED, Status.UNCONFIRMED, Status.DISCUSSED}
)
_BROKERS = frozenset({"RU", "TR", "IR", "US"})
_NEEDS_FORCES = frozenset(
    "send sends sending sent provide provides providing supply come coming go going move moving place placing lead leading set establish run be take taking keep build hold holding maintain ensure guarantee return returning remain stay work working control check join joining open act share enter entering commit committing second operate".split()
)


def _asked_about(scan: Scan, at: int, trigger: Trigger) -> bool:
    """Whether a clause only says what somebody was asked: "Asked about Russian observers, ..."."""
    if "," in scan.words[at : trigger.start]:
        return False
    at = scan.skip(at, {'"', "when"})
    return scan.word(at) in {"asked", "questioned", "commenting", "speaking"} and bool(
        {"about", "whether", "if", "on"} & set(scan.words[at : at + 8])
    )


def _joins(scan: Scan, at: int) -> bool:
    """Whether a verb takes part by itself: "take part", "join the mission", "be present"."""
    return scan.words[at : at + 2] in {
        ("take", "part"),
        ("taking", "part"),
        ("keep", "watch"),
        ("keep", "the"),
        ("be", "present"),
        ("be", "involved"),
        ("keep", "peace"),
        ("join", "the"),
        ("join", "it"),
        ("join", "a"),
        ("joining", "the"),
        ("be", "in"),
        ("take", "up"),
        ("set", "up"),
    }


def _on_paper(scan: Scan, start: int, end: int) -> bool:
    """Whether what would be is only somebody's proposal: "under the proposal"."""
    words = scan.words[start:end]
    return (
        any(
            words[i : i + 2] in {("under", "the"), ("under", "its"), ("under", "this")}
            and words[i + 2 : i + 3]
            and words[i + 2] in {"proposal", "plan", "draft", "scheme", "idea", "initiative", "blueprint"}
            for i in range(len(words) - 2)
        )
        and "would" in words
    )


def _replaced(scan: Scan, force: Forces) -> bool:
    """Whether forces are named as those that others would replace."""
    return any(
        w.startswith(("replac", "reliev", "withdraw", "depart", "succeed"))
        for w in scan.words[max(0, force.start - 4) : force.start]
    )


def _conditional(scan: Scan, start: int, end: int) -> bool:
    text = " ".join(scan.words[start:end])
    return any(
        p in text
        for p in ("only if", "provided that", "on condition", "only with", "only under", "only after")
    )
