"""Which sentences a careful analyst wants to be told of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from zones.passed_over import Reason
from zones.reading import lexicon
from zones.reading.extent_verbs import has_role
from zones.reading.frames.frame import other_deeds, verbs_of
from zones.reading.frames.match import Deed
from zones.reading.frames.senses import goes_away
from zones.reading.governors import governor, modal
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_collective, is_kind, kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of

__all__ = ["has_signal"]

_MEASURES = frozenset({"km", "kilometre", "kilometer", "kms", "mile", "metre", "meter"})
_STRETCHES = frozenset({"area", "strip", "corridor", "belt", "region", "line"})
_PARTS = frozenset({"contribution", "participation", "involvement"})
_WITHIN = frozenset(
    {"in", "inside", "within", "into", "to", "from", "around", "during", "under", "since", "against"}
)
_NEAR = 4  # words up from a zone to what is agreed or will become of it
_ANSWERS = frozenset({"answer", "reply", "response"})
_MODIFIERS = ("amod", "compound", "poss", "nmod")


def has_signal(mentions: Mentions, found: Sequence[Sequence[Deed]], *, is_open: bool = False) -> bool:
    """Whether a sentence speaks of foreign forces, of forces and a zone, or of what a zone covers.

    Parameters
    ----------
    mentions
        The sentence.
    found
        The deeds in it.
    is_open
        Whether the sentences before tell of a deed, so that "the proposal" is about it.
    """
    words = list(mentions.tree)
    zone = any(is_kind(word, "named_zone") for word in words)
    foreign = any(nation.code != "SY" for nation in mentions.nations.values())
    told = any(not fitting[0].frame.bare and _is_of_forces(fitting[0], mentions) for fitting in found)
    return (
        told
        or any(_is_telling(word, mentions, zone=zone, foreign=foreign) for word in words)
        or (is_open and _goes_on(mentions, foreign=foreign))
        or (is_open and any(_is_their_post(word, mentions) for word in words))
        or (
            not mentions.headline
            and _tells_of_zone(words, zone=zone, foreign=foreign, placed=bool(mentions.places))
        )
        or (zone and len({id(name) for name in mentions.places.values()}) > 1)
        or _tells_extent(mentions, zone=zone)
        or _tells_of_deal(mentions, foreign=foreign)
    )


def _tells_of_zone(words: list[Word], *, zone: bool, foreign: bool, placed: bool) -> bool:
    """Whether a sentence says what becomes of a zone; what a headline says of it, the article says itself."""
    if zone and foreign and any(_is_status(word) for word in words):
        return True
    return any(_is_of_settled_zone(word) or (placed and _is_set_up(word)) for word in words)


def _is_telling(word: Word, mentions: Mentions, *, zone: bool, foreign: bool) -> bool:
    """Whether a word by itself makes its sentence worth telling of: watchers, foreign forces, nations that leave."""
    part = word.lemma in _PARTS and word.is_noun and _is_foreign(mentions, word)  # "a French contribution"
    if part or (word.is_noun and word.lemma in kind("watching")):
        return True
    if mentions.is_force(word) and (zone or _is_foreign(mentions, word)):
        return True
    of_forces = is_kind(word, "force") and mentions.is_force(word)
    watches = word.is_verb and word.lemma in verbs_of("watch")
    if of_forces and is_collective(word) and _is_open(mentions):
        return True
    if foreign and (of_forces or watches or word.lemma == "guarantor") and _is_open(mentions):
        return True
    away = word.is_verb and goes_away(word)
    if not away and not (foreign and other_deeds().get((word.lemma, "v")) is Reason.LEAVING):
        return False
    # "pulled back 14 km from the border"
    told = foreign or any(other.lemma in _MEASURES for other in mentions.tree)
    return told and _is_nations(word, mentions)


def _is_open(mentions: Mentions) -> bool:
    """Whether a sentence tells of what may, shall or will be."""
    return any(modal(word) for word in mentions.tree)


def _is_their_post(word: Word, mentions: Mentions) -> bool:
    """Whether a word means the posts of those just told of, or another country's: "these posts", "the Omani bases"."""
    pointing = word.has("the", "these", "those", "its", "their") or _is_foreign(mentions, word)
    return word.is_noun and word.lemma in kind("stand") and pointing


def _is_of_settled_zone(word: Word) -> bool:
    """Whether a zone is what is agreed, signed or set up: "an agreement on a zone", "would get four zones"."""
    if not is_kind(word, "named_zone") or not word.is_noun or word.relation in _MODIFIERS:
        return False  # "truce talks" are no truce
    if word.relation == "pobj" and word.head.lower in _WITHIN:
        return False  # "flights in the zones are banned"
    return any(
        is_kind(above, "deal")
        or governor(above) is not None
        or any(modal(aux) is not None for aux in above.kids("aux"))
        for above in islice(word.ancestors(), _NEAR)
    )


def _is_set_up(word: Word) -> bool:
    """Whether a zone is what somebody sets up: "a safe zone has been set up near Azaz"."""
    made = word.relation in {"dobj", "nsubjpass"} and word.head.tag in {"VBN", "VBD"}
    return made and is_kind(word, "named_zone") and has_role(word.head, "sets_up")


def _tells_of_deal(mentions: Mentions, *, foreign: bool) -> bool:
    """Whether a sentence tells of a foreign deal about a place, of who joins one, or of attacks that are to stop."""
    if not mentions.places:
        return False
    deals = [word for word in mentions.tree if word.is_noun and word.lemma in lexicon.words("accords.deals")]
    joined = any(deal.relation == "dobj" and deal.head.lemma == "join" for deal in deals)
    return bool(deals and foreign) or joined or any(_is_to_stop(word) for word in mentions.tree)


def _is_to_stop(word: Word) -> bool:
    """Whether attacks are what is to stop: "undertook to halt the bombing of Daraa"."""
    if not is_kind(word, "violence"):
        return False
    return any(has_role(above, "halts") for above in islice(word.ancestors(), _NEAR - 1))


def _is_status(word: Word) -> bool:
    return modal(word) is not None or (governor(word) is not None and not word.is_noun)


def _goes_on(mentions: Mentions, *, foreign: bool) -> bool:
    """Whether a sentence goes on about a matter just told: it judges it, or a country's speaker says more of it."""
    words = list(mentions.tree)
    if any(is_kind(w, "topic") and _is_judged(w) for w in words):
        return True
    if any(_is_put_to_nations(w, mentions) for w in words):
        return True
    taken_up = any(
        w.lower in {"it", "this", "that", "nothing", "talks"} and w.relation in _ARGUMENTS for w in words
    )
    return foreign and taken_up and any(is_saying(w) for w in words)


def _is_put_to_nations(verb: Word, mentions: Mentions) -> bool:
    """Whether nations are asked for something: "have been approached about a contribution"."""
    row = governor(verb) if verb.is_verb else None
    if row is None or row.sends != "object" or row.yes != "proposed":
        return False
    return bool(verb.objects("about", "on", "over")) and any(
        mentions.nations_under(word) for word in verb.kids("dobj", "nsubjpass")
    )


def _is_nations(verb: Word, mentions: Mentions) -> bool:
    """Whether a nation, or forces, would do what a verb tells."""
    doers = [*verb.kids("nsubj", "nsubjpass", "dobj"), *([verb.head] if verb.relation == "xcomp" else [])]
    return any(
        mentions.nation(w) is not None or mentions.is_force(w) or w.lower in {"they", "we"} for w in doers
    )


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


def _is_judged(topic: Word) -> bool:
    """Whether something becomes of a matter: it is the subject or object of a governor, "rejected the proposal"."""
    above = topic.head.head if topic.relation == "pobj" else topic.head
    if above.lemma in _ANSWERS:
        return True  # "gave a positive answer to the proposal"
    return (
        topic.relation in {"dobj", "pobj", "nsubj", "nsubjpass"}
        and above.is_verb
        and governor(above) is not None
    )


def _is_of_forces(deed: Deed, mentions: Mentions) -> bool:
    """Whether somebody in uniform or a nation stands in a deed's slots or is its subject."""
    subject = subject_of(deed.trigger) if deed.trigger.is_verb else None
    near = [*deed.slots.values(), *([subject] if subject is not None else []), *deed.trigger.objects("by")]
    near += deed.trigger.objects("of") if deed.trigger.is_noun else []  # "the dispatch of forces"
    near += [counted for word in near for counted in word.objects("of")]  # "a total of 127 troops"
    if any(mentions.is_force(word) or word.lemma in {"mission", "contingent"} for word in near):
        return True
    if not deed.frame.needs_force and any(mentions.nation(word) is not None for word in near):
        return True
    return deed.frame.deed == "watch" and any(word.lower in {"they", "we", "who"} for word in near)


def _is_foreign(mentions: Mentions, word: Word) -> bool:
    """Whether forces are another country's: its name or adjective stands before the noun."""
    owners = [part for child in word.kids(*_MODIFIERS) for part in child.conjuncts()] + word.objects(
        "of", "from"
    )
    return any(
        (nation := mentions.nation(owner)) is not None and nation.code != "SY" for owner in (*owners, word)
    )


def _tells_extent(mentions: Mentions, *, zone: bool) -> bool:
    """Whether a sentence says how far a zone reaches: a verb of extent over places, borders or lengths."""
    words = list(mentions.tree)
    measured = any(w.lemma in _MEASURES for w in words)
    placed = bool(mentions.places) or measured or any(w.lemma == "border" for w in words)
    deep = measured and any(w.lemma in {"depth", "deep"} for w in words)
    about = (
        zone
        or deep
        or any(
            w.lower in {"it", "its"}
            or (
                w.relation == "nsubj"
                and (
                    w.lower in {"they", "this", "that", "first", "second", "third", "fourth"}
                    or w.lemma in _STRETCHES
                )
            )
            for w in words
        )
    )
    return placed and about and any(w.lemma in kind("extent") for w in words)
