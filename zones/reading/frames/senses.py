"""Other senses of the words that trigger frames: "bring home", "keep it from falling", "a part in a film"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from zones.reading.frames.frame import Frame
from zones.reading.frames.slots import is_guarantor, is_watched
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word

__all__ = ["goes_away", "is_another_sense"]

_LEADING = frozenset({"take", "pull", "get", "bring", "move", "draw", "lead"})  # with "out"
_OVERSEEING = frozenset(
    {"supervision", "oversight", "monitoring", "observation", "surveillance", "supervising"}
)
_PART = frozenset({"part", "hand", "presence"})


def goes_away(verb: Word) -> bool:
    """Whether a verb's particle makes it one of leaving: "bring home"; "bring back to the border" is coming."""
    if verb.has("home", "away") or (verb.has("out") and verb.lemma in _LEADING):
        return True
    back = [word for word in verb.children if word.lower == "back"]
    if verb.lemma == "have" and any(word.objects("in", "to", "on") for word in (verb, *back)):
        return False  # "to have its patrols back in the south"
    return bool(back) and not any(is_kind(goal, "zone") for goal in verb.objects("to", "into", "in"))


def is_another_sense(
    frame: Frame, word: Word, mentions: Mentions, is_about_watching: Callable[[Word, Mentions], bool]
) -> bool:
    """Whether a word that may trigger a frame means something else here.

    Parameters
    ----------
    frame, word, mentions
        The frame, the word, and its sentence.
    is_about_watching
        Whether a part or role is one in watching.
    """
    if word.kids(*frame.without) or (word.lemma == "do" and word.has("with")):
        return True  # "rules that have to do with peacekeeping"
    if word.is_verb:
        return _is_another_verb(frame, word, mentions)
    return _is_another_noun(frame, word, mentions, is_about_watching)


def _is_another_noun(
    frame: Frame, word: Word, mentions: Mentions, is_about_watching: Callable[[Word, Mentions], bool]
) -> bool:
    if frame.name == "as guarantor":
        return word.head.lower != "as" or not is_guarantor(word, mentions)
    if word.lemma == "contribution":
        return not any(mentions.is_force(w) or mentions.is_zone(w) for w in word.objects())
    if word.lemma in _PART:
        return not is_about_watching(word, mentions)
    if word.lemma == "return":  # "in return"
        return word.head.lower == "in" and word.kid("det", "poss", "amod") is None
    zone = any(is_kind(w, "named_zone") for w in word.tree)
    return word.lemma in _OVERSEEING and not zone and not is_about_watching(word, mentions)


def _is_another_verb(frame: Frame, verb: Word, mentions: Mentions) -> bool:
    if verb.has(*frame.avoid) and (goes_away(verb) or verb.has("out", "down")):
        return True
    includes = verb.lemma == "take" and any(particle.lower == "in" for particle in verb.kids("prt"))
    if includes or (frame.name == "join" and _is_guest(verb)):
        return True  # "it would take in a part of their positions"
    doers = verb.kids("nsubj", "nsubjpass") if frame.name == "origin" else []
    if frame.name == "origin" and not any(mentions.is_force(w) or is_kind(w, "loose_force") for w in doers):
        return True
    keys = ((frame.name, verb.lemma), (frame.name, ""), ("", verb.lemma))
    return any(_SENSES[key](verb, mentions) for key in keys if key in _SENSES)


def _is_post(word: Word, mentions: Mentions) -> bool:
    return any(is_kind(one, "post") and not mentions.is_force(one) for one in word.conjuncts())


def _is_supplied(verb: Word, mentions: Mentions) -> bool:
    """Whether forces are given something: "supply the observers with tents"."""
    return bool(verb.objects("with")) and any(mentions.is_force(done) for done in verb.kids("dobj"))


def _is_guarding(verb: Word) -> bool:
    """Whether a verb with its object is one of guarding: "keep watch", "stand guard"."""
    return any(done.lemma in {"watch", "guard"} for done in verb.kids("dobj"))


def _is_guest(verb: Word) -> bool:
    """Whether somebody is an observer of nothing that is named: "will be there as observers", at the talks."""
    as_what = verb.objects("as")
    into = [w for word in (verb, *as_what) for w in word.objects("in", "of", "with", "from", "to")]
    return bool(as_what) and not into and not verb.kids("dobj", "attr")


_Sense: TypeAlias = Callable[[Word, Mentions], bool]
_SENSES: dict[tuple[str, str], _Sense] = {
    ("send", "supply"): _is_supplied,
    ("send", "provide"): _is_supplied,
    ("send", "furnish"): _is_supplied,
    ("watch", ""): lambda verb, mentions: any(not is_watched(done, mentions) for done in verb.kids("dobj")),
    ("send", "give"): lambda verb, _: (
        not any(  # "giving troops for a regional force", not "gave them food"
            w.head.lower == "for" and is_kind(w, "force", "mission") for w in verb.subtree()
        )
    ),
    ("send", "put"): lambda verb, _: verb.has("up", "off"),
    ("set-up", "put"): lambda verb, _: any(
        is_kind(w, "topic") or w.lemma == "pressure" for w in verb.kids("dobj")
    ),
    ("go", "leave"): lambda verb, _: not verb.objects("for"),
    ("go", "depart"): lambda verb, _: not verb.objects("for"),
    ("set-up", "stand"): lambda verb, _: not _is_guarding(verb),
    ("send", "make"): lambda verb, _: not any(w.lower == "available" for w in verb.subtree()),
    ("go", "arrive"): lambda verb, _: any(is_kind(w, "deal", "topic") for w in verb.objects("at")),
    ("go", "go"): lambda verb, _: any(  # "go on doing", "go over it in detail"
        (on.lower == "on" and on.kid("pcomp") is not None)
        or (on.lower == "over" and any(w.pos == "PRON" for w in on.kids("pobj")))
        for on in verb.kids("prep")
    ),
    ("go", "be"): lambda verb, _: (  # "are unacceptable in Daraa", "he was for an intervention"
        verb.kid("acomp", "attr") is not None
        or (
            bool(verb.objects("for", "against")) and any(w.lower in {"he", "she"} for w in verb.kids("nsubj"))
        )
    ),
    ("replace", "take"): lambda verb, _: not verb.has("over"),
    ("join", "make"): lambda verb, _: not verb.has("up"),
    ("join", "be"): lambda verb, _: any(w.lower == "charge" for w in verb.objects("in")),
    ("set-up", "make"): lambda verb, _: verb.kid("oprd", "acomp", "ccomp") is not None,  # "made stronger"
    ("set-up", "deploy"): lambda verb, mentions: (
        not any(_is_post(w, mentions) for w in verb.kids("dobj", "nsubjpass"))
    ),
    ("set-up", "take"): lambda verb, _: not verb.has("up", "over"),
    ("set-up", "keep"): lambda verb, _: not _is_guarding(verb),
    ("", "come"): lambda verb, _: verb.has("round", "around", "up", "out", "off"),
    ("", "keep"): lambda verb, _: bool(verb.objects("from")),  # "keep it from falling apart"
}
"""When a verb means something else, by frame and lemma; an empty name stands for every one."""
