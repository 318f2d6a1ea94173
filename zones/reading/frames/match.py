"""Deeds in a sentence: where a frame's trigger stands with its slots filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from zones.reading.frames.frame import Frame, frames, other_deeds
from zones.reading.frames.senses import goes_away, is_another_sense
from zones.reading.frames.slots import (
    follow,
    is_counted,
    is_ground,
    is_guarantor,
    is_pronoun,
    is_somewhere,
    is_warfare,
    is_watched,
    is_watching,
)
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word

__all__ = ["Deed", "deeds", "follow"]

_GAPS = frozenset({"gap", "void", "vacuum", "shortfall"})
_PLACES = frozenset({"point", "centre", "center", "room", "headquarters"})
_LOOKING = (
    "observation",
    "operation",
    "command",
    "coordination",
    "operations",
    "lookout",
    "look",
    "check",
    "monitoring",
    "control",
    "vantage",
    "surveillance",
)
_CONTROL = frozenset({"control", "supervision", "oversight", "protection", "administration"})
_PARTS = frozenset({"part", "role", "hand", "share"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A frame that fits: its trigger, and what fills its slots."""

    frame: Frame
    trigger: Word
    slots: dict[str, Word]

    @property
    def takes_up(self) -> bool:
        """Whether it says what is done only by taking up what was told before: "would not take part"."""
        part = self.slots.get("part")
        if part is None or is_pronoun([part]):
            return part is not None
        within = part.objects("in") + self.trigger.objects("in")
        return not within or is_pronoun(within)


def deeds(mentions: Mentions) -> Iterator[list[Deed]]:
    """Yield, for each word that triggers a frame, the deeds it may be, the likeliest first."""
    for word in mentions.tree:
        known = _frames_of(word.lemma, _part(word))
        fitting = [deed for frame in known if (deed := _fit(frame, word, mentions)) is not None]
        if fitting:
            yield fitting


def _part(word: Word) -> str:
    """Return as what a word may trigger a frame: "verbs", "nouns" or "adjectives"; empty if as nothing."""
    if word.is_verb:
        return "verbs"
    if word.pos == "ADJ" or (word.lower == "charge" and word.head.lower == "in"):
        return "adjectives"
    return "nouns" if word.is_noun and word.relation not in {"compound", "nmod"} else ""


@lru_cache(maxsize=4096)
def _frames_of(lemma: str, part: str) -> tuple[Frame, ...]:
    """Return the frames that a word of a lemma may trigger, in their order; every noun may be a force."""
    if not part:
        return ()
    return tuple(
        frame for frame in frames() if lemma in getattr(frame, part) or (frame.bare and part == "nouns")
    )


def _fit(frame: Frame, word: Word, mentions: Mentions) -> Deed | None:
    if not _triggers(frame, word, mentions) or is_another_sense(frame, word, mentions, _is_about_watching):
        return None
    filled: dict[str, Word] = {}
    for slot, paths in frame.slots.items():
        filler = next((w for path in paths for w in follow(word, path) if _fills(slot, w, mentions)), None)
        beside = filler is not None and slot == "force" and filler.head.lower == "with"
        if filler is None or (beside and word.kid("dobj", "nsubjpass") is not None):
            return None  # "deminers would be sent jointly with Peruvian forces"
        filled[slot] = filler
    return Deed(frame, word, filled)


def _triggers(frame: Frame, word: Word, mentions: Mentions) -> bool:
    """Whether a word of a frame's own triggers it; a noun must be forces, or not be of others."""
    if _part(word) != "nouns":
        return True
    if frame.bare:
        return mentions.is_force(word) and word.relation != "poss" and not _is_sent_off(word)
    return not _is_of_others(word, mentions)


def _is_sent_off(forces: Word) -> bool:
    """Whether forces are told to do another deed: "ordered its troops to leave", "to attack", "out of Syria"."""
    verb = forces.head
    told = verb.kids("xcomp") if forces.relation in {"dobj", "nsubjpass"} else []
    away = verb.kids("prt", "prep", "advmod") if forces.relation in {"dobj", "nsubjpass"} else []
    if any(w.lower in {"out", "home"} for w in away):
        return True
    return any(w.has("to") and (goes_away(w) or (w.lemma, "v") in other_deeds()) for w in told)


def _is_of_others(noun: Word, mentions: Mentions) -> bool:
    """Whether those who come are no forces: "the safe return of refugees"."""
    whose = [w for one in noun.objects("of") for w in one.conjuncts()] if is_kind(noun, "coming") else []
    people = [w for w in whose if is_kind(w, "people")]
    return len(people) > 0 and not any(mentions.is_force(w) or is_counted(w) for w in whose)


def _fills(slot: str, word: Word, mentions: Mentions) -> bool:
    """Whether a word may fill a slot."""
    tests: dict[str, Callable[[Word, Mentions], bool]] = {
        "force": _is_force,
        "relieved": _is_relieved,
        "watchers": _is_force,
        "post": _is_post,
        "part": _is_part,
        "mission": _is_mission,
        "place": is_somewhere,
        "control": _is_control,
        "target": is_watched,
    }
    return tests[slot](word, mentions)


def _is_force(word: Word, mentions: Mentions) -> bool:
    return any(mentions.is_force(one) or is_counted(one) for one in word.conjuncts())


def _is_relieved(word: Word, mentions: Mentions) -> bool:
    """Whether a word means forces that others replace, if only by their nation: "the Austrians"."""
    nation = mentions.nation(word)
    people = nation is not None and nation.code != "SY" and word.tag in {"NNS", "NNPS"}
    return people or _is_force(word, mentions) or word.lemma in _GAPS  # "will fill the gap"


def _is_post(word: Word, mentions: Mentions) -> bool:
    del mentions
    posts = (
        one
        for one in word.conjuncts()
        if is_kind(one, "post", "act") and one.lemma != "monitor" and not is_warfare(one)
    )
    return any(one.lemma not in _PLACES or one.has(*_LOOKING) for one in posts)


def _is_part(word: Word, mentions: Mentions) -> bool:
    if word.relation == "nsubjpass" or word.head.lemma == "do":
        return is_pronoun([word])  # "this would be done by", "they could do this"
    within = word.objects("in") or word.head.objects("in")
    open_part = not within or is_pronoun(within)
    return word.lemma in _PARTS and (open_part or _is_about_watching(word, mentions))


def _is_control(word: Word, mentions: Mentions) -> bool:
    """Whether a zone or a truce is under somebody's control or in their hands, or control of one is handed on."""
    if word.relation != "pobj":  # "hand control of the zone to"
        return word.lemma in _CONTROL and any(mentions.is_zone(w) for w in word.objects("of", "over"))
    verb = word.head.head
    held = [
        w for thing in verb.kids("nsubj", "nsubjpass", "dobj") for w in (thing, *thing.objects("of", "over"))
    ]
    guarded = any(is_kind(w, "named_zone", "act") or w.lemma in {"security", "control"} for w in held)
    return guarded and word.lemma in {*_CONTROL, "hand"}


def _is_mission(word: Word, mentions: Mentions) -> bool:
    within = (word, *word.objects("of"))
    if word.objects("against") or is_warfare(word):
        return False  # "an operation against the rebels"
    as_observer = word.relation == "pobj" and word.head.lower == "as"
    joined = [
        w for w in word.head.head.kids("dobj") if as_observer and w.pos == "NOUN" and w.lemma != "other"
    ]
    if joined and not any(_is_mission(w, mentions) for w in joined):
        return False  # "join the peace process as observers"
    made = word.relation == "dobj"  # "form a safe zone", "make part of the zone": ground is no mission then
    return any(
        is_kind(w, "mission", "act")
        or mentions.is_force(w)
        or is_watching(w, mentions)
        or (is_ground(w, mentions) and not made)
        or is_guarantor(w, mentions)
        for w in within
    )


def _is_about_watching(word: Word, mentions: Mentions) -> bool:
    """Whether a part or hand in something is one in watching: "a part in monitoring the truce"."""
    within = word.objects("in", "of", "along", "to")
    if word.head.relation == "relcl" and any(w.lower == "which" for w in word.head.objects("in")):
        return is_ground(word.head.head, mentions)  # "a zone in which they could take part"
    for above, _ in zip(word.ancestors(), range(2), strict=False):
        within = within or above.objects("in")
    return any(_is_mission(w, mentions) for w in within)
