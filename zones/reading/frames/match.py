"""Deeds in a sentence: where a frame's trigger stands with its slots filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zones.reading.frames.frame import Frame, frames
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word

__all__ = ["Deed", "deeds", "follow", "goes_away"]


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
        if part is None:
            return False
        within = part.objects("in") + self.trigger.objects("in")
        return not within or _is_pronoun(within)


def deeds(mentions: Mentions) -> Iterator[list[Deed]]:
    """Yield, for each word that triggers a frame, the deeds it may be, the likeliest first."""
    for word in mentions.tree:
        fitting = [deed for frame in frames() if (deed := _fit(frame, word, mentions)) is not None]
        if fitting:
            yield fitting


def goes_away(verb: Word) -> bool:
    """Whether a verb's particle makes it one of leaving: "bring home"; "bring back to the border" is coming."""
    if verb.has("home", "away") or (verb.has("out") and verb.lemma in _LEADING):
        return True
    return verb.has("back") and not any(is_kind(goal, "zone") for goal in verb.objects("to", "into", "in"))


_OVERSEEING = frozenset(
    {"supervision", "oversight", "monitoring", "observation", "surveillance", "supervising"}
)
_LEADING = frozenset({"take", "pull", "get", "bring", "move", "draw", "lead"})  # with "out"


def follow(word: Word, path: str) -> list[Word]:
    """Return the words at a path from another: "dobj", "prep:in,to", "head", "ccomp>nsubj"."""
    first, _, rest = path.partition(">")
    if rest:
        return [found for step in follow(word, first) for found in follow(step, rest)]
    relation, _, prepositions = path.partition(":")
    if relation == "prep":
        return word.objects(*prepositions.split(","))
    if relation == "head":
        return [word.head] if word.relation in {"acl", "relcl"} and word.head.is_noun else []
    if relation == "nsubjpass" and word.kid("nsubjpass") is None and word.kid("auxpass") is not None:
        return _raised(word)
    return word.kids(relation)


def _raised(verb: Word) -> list[Word]:
    """Return the subject of the verb above that is the passive's: "observers are to be posted"."""
    above = verb
    while above.relation in {"xcomp", "acomp", "conj"} and not above.is_root:
        above = above.head
        subjects = above.kids("nsubj", "nsubjpass")
        if subjects:
            return subjects
    return []


def _fit(frame: Frame, word: Word, mentions: Mentions) -> Deed | None:
    if not _triggers(frame, word, mentions):
        return None
    if (word.has(*frame.avoid) and (goes_away(word) or word.has("out", "down"))) or word.kids(*frame.without):
        return None
    if (
        word.lemma in _OVERSEEING
        and word.is_noun
        and not (_is_about_watching(word, mentions) or _has_zone(word))
    ):
        return None
    if (
        word.lemma == "make"
        and frame.name == "send"
        and not any(w.lower == "available" for w in word.subtree())
    ):
        return None
    if frame.name == "go" and word.lemma == "be" and word.kid("acomp", "attr") is not None:
        return None  # "are unacceptable in Daraa"
    if frame.name == "set-up" and word.lemma == "take" and not word.has("up", "over"):
        return None
    if word.lemma == "keep" and word.objects("from"):
        return None  # "keep it from falling apart"
    if frame.name == "origin" and not any(
        mentions.is_force(w) or is_kind(w, "loose_force") for w in word.kids("nsubj", "nsubjpass")
    ):
        return None
    filled: dict[str, Word] = {}
    for slot, paths in frame.slots.items():
        found = next((w for path in paths for w in follow(word, path) if _fills(slot, w, mentions)), None)
        if found is None:
            return None
        if slot == "force" and found.head.lower == "with" and word.kid("dobj", "nsubjpass") is not None:
            return None  # "deminers would be sent jointly with Peruvian forces"
        filled[slot] = found
    return Deed(frame, word, filled)


def _triggers(frame: Frame, word: Word, mentions: Mentions) -> bool:
    if word.is_verb:
        return word.lemma in frame.verbs
    if word.pos == "ADJ" or (word.lower == "charge" and word.head.lower == "in"):
        return word.lemma in frame.adjectives
    if not word.is_noun or word.relation in {"compound", "nmod"}:
        return False
    if frame.bare:
        return mentions.is_force(word) and word.relation != "poss"
    if (
        word.lemma in frame.nouns
        and word.lemma in {"part", "hand", "presence"}
        and not _is_about_watching(word, mentions)
    ):
        return False
    return word.lemma in frame.nouns


def _is_about_watching(word: Word, mentions: Mentions) -> bool:
    """Whether a part or hand in something is one in watching: "a part in monitoring the truce"."""
    within = word.objects("in", "of", "along")
    for above, _ in zip(word.ancestors(), range(2), strict=False):
        within = within or above.objects("in")
    return any(_fills("mission", w, mentions) for w in within)


def _fills(slot: str, word: Word, mentions: Mentions) -> bool:
    if slot == "force":
        return any(mentions.is_force(one) or _counted(one) for one in word.conjuncts())
    if slot == "post":
        return any(
            is_kind(one, "post", "act") and (one.lemma != "point" or one.has(*_LOOKING))
            for one in word.conjuncts()
        )
    if slot == "part":
        return word.lemma in {"part", "role", "hand", "share"} and (
            not word.objects("in") or _is_about_watching(word, mentions) or _is_pronoun(word.objects("in"))
        )
    if slot == "mission":
        within = (word, *word.objects("of"))
        return any(
            is_kind(w, "mission", "act") or mentions.is_force(w) or _is_watching(w) or _is_ground(w, mentions)
            for w in within
        )
    if slot == "place":
        return (
            word.lower in {"there", "in", "it", "them"} or _is_somewhere(word, mentions) or _is_watching(word)
        )
    return _is_watched(word, mentions)


_LOOKING = ("observation", "lookout", "look", "check", "monitoring", "control", "vantage", "surveillance")


def _is_ground(word: Word, mentions: Mentions) -> bool:
    """Whether a word is a zone on the ground, not the paper that makes one."""
    return mentions.is_zone(word) and not is_kind(word, "deal")


def _has_zone(word: Word) -> bool:
    """Whether a zone is spoken of in a word's sentence, so that what is overseen is one: not an election."""
    return any(is_kind(w, "named_zone") for w in word.tree)


def _is_pronoun(words: list[Word]) -> bool:
    """Whether a phrase only takes up what was told before."""
    return bool(words) and all(word.lower in {"it", "this", "that", "them"} for word in words)


def _counted(word: Word) -> bool:
    """Whether a noun means people who are sent: "500 men", "officers"."""
    return is_kind(word, "loose_force") and (
        word.kid("nummod") is not None or word.lemma in _SENT or word.has("many", "more", "several", "some")
    )


_SENT = frozenset({"officer", "unit", "team", "inspector", "commando", "sapper", "guard"})


def _is_watching(word: Word) -> bool:
    watch = next(frame for frame in frames() if frame.name == "watch")
    return word.is_verb and word.lemma in watch.verbs


def _is_somewhere(word: Word, mentions: Mentions) -> bool:
    nation = mentions.nation(word)
    if nation is not None:
        return nation.code == "SY"
    beside = word.head.lower in {"beside", "alongside"} and mentions.is_force(word)
    return (
        beside
        or mentions.is_zone(word)
        or word.lemma == "country"
        or any(_is_somewhere(w, mentions) for w in word.objects())
    )


def _is_watched(word: Word, mentions: Mentions) -> bool:
    """Whether a phrase names what forces watch over: a zone, or what becomes of one."""
    if any(mentions.is_zone(one) for one in word.conjuncts()) or word.lower in {"it", "them"}:
        return True
    if word.is_verb:
        return any(_is_watched(w, mentions) for w in word.kids("dobj", "nsubjpass", "nsubj"))
    return any(_is_watched(w, mentions) for w in word.objects("of", "with", "in", "between", "along"))
