"""Where a deed would be: the place in its slots, then in its sentence; or abroad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zones.reading.abroad import is_abroad
from zones.reading.frames.match import Deed
from zones.reading.grounds import described, divided, lies_in_a_part, plain_border, tokens_of
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.owners import Sender
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.whereabouts import NOWHERE, Where, Whereabouts, anaphor, whereabouts

__all__ = ["Placing", "goes_on"]


_NEAR = 1  # sentences between one that divides a place and one that speaks of its parts


@dataclass(slots=True)
class Placing:
    """Where statements are.

    Parameters
    ----------
    is_syrian
        Whether the document names Syria or a place in it at all.
    zone
        Where the zone is that was named last.
    border
        The border named last, which "the border" means.
    divided
        The place last told to be divided, and how many sentences ago.
    """

    is_syrian: bool = True
    zone: Whereabouts | None = None
    border: Whereabouts | None = None
    divided: tuple[Whereabouts, int] | None = None

    def note(self, mentions: Mentions) -> None:
        """Remember where the zone is that a sentence names: "there", "in the zone" may mean it later."""
        whole = divided(mentions)
        if whole is not None:
            self.divided = (whole, 0)
        elif self.divided is not None:
            self.divided = (self.divided[0], self.divided[1] + 1)
        if not words("whereabouts.borders").isdisjoint(mentions.scan.words):
            placed = whereabouts(mentions.scan, 0, len(mentions.scan))
            self.border = next((place for place in placed if place.relation == "along"), self.border)
        for word in mentions.tree:
            if is_kind(word, "named_zone"):
                found = [
                    *whereabouts(mentions.scan, *tokens_of(word, mentions)),
                    *_just_after(word, mentions),
                ]
                self.zone = (found[0] if found else None) or self._named(word, mentions) or self.zone

    def place(self, deed: Deed, mentions: Mentions) -> Where:
        """Return the place of a deed, and whether it is that of the zone told before."""
        if any(_is_another_zone(slot, mentions) for slot in deed.slots.values()):
            return NOWHERE
        for word in _scopes(deed):
            found = self._in_scope(word, deed, mentions)
            if found is not None:
                return found
        grounds = (
            described(w, mentions)
            for word in (*deed.slots.values(), *_scopes(deed))
            for w in (word, *word.objects())
        )
        beside = (
            p
            for p in whereabouts(mentions.scan, 0, len(mentions.scan))
            if not _is_of_saying(p, deed, mentions) and not _is_of_others(p, deed, mentions)
        )
        return next((p for p in grounds if p is not None), next(beside, None)), False

    def _in_scope(self, word: Word, deed: Deed, mentions: Mentions) -> Where | None:
        """Return what a phrase of a deed says of its place; None if it says nothing of it."""
        start, end = tokens_of(word, mentions)
        names = whereabouts(mentions.scan, start, end)
        found = next((p for p in names if not _is_of_others(p, deed, mentions)), None)
        if found is not None:
            return found, False
        whole = self._divided(mentions) if lies_in_a_part(mentions, start, end) else None
        border = plain_border(mentions, start, end) if whole is None else None
        if border is not None and border.relation and self.border is not None:
            border = self.border
        place = whole or border
        if place is not None:
            return place, False
        the_zone = (
            is_kind(w, "named_zone") and w.has("the", "this", "that")
            for w in word.subtree()
            if not w.kids("amod")
        )
        if anaphor(mentions.scan, start, end) is not None or any(the_zone):
            phrase = next(
                (w for w in word.subtree() if is_kind(w, "named_zone") or is_kind(w, "ground")), word
            )
            return self.zone or described(phrase, mentions), True
        named = (self._named(slot, mentions) for slot in deed.slots.values())
        place = next((p for p in named if p is not None), None)
        in_syria = any(_is_country(w, mentions) for w in word.objects("in", "to", "into", "inside", "across"))
        return (place, False) if place is not None or in_syria else None

    def _divided(self, mentions: Mentions) -> Whereabouts | None:
        """Return the place that this sentence or one of the two before tells to be divided."""
        here = divided(mentions)
        if here is not None or self.divided is None or self.divided[1] > _NEAR:
            return here
        return self.divided[0]

    def _named(self, word: Word, mentions: Mentions) -> Whereabouts | None:
        """Return the place that a phrase has in it: "the Idlib truce", "the zone in Homs"."""
        start, end = tokens_of(word, mentions)
        names = (at for at in sorted(mentions.scan.names) if start <= at < end)
        at = next((at for at in names if mentions.scan.word(at - 1) != "from"), None)
        if at is None:
            return None
        name = mentions.scan.names[at]
        return Whereabouts(name.text, name, "", at)

    def after(self, word: Word, mentions: Mentions) -> Whereabouts | None:
        """Return the place that follows a noun: "Russian servicemen near Damascus"."""
        start = next(
            (at for at, t in enumerate(mentions.scan.tokens) if t.start >= word.end), len(mentions.scan)
        )
        end = next(
            (
                at
                for at in range(start, len(mentions.scan))
                if mentions.scan.word(at) in {",", ";", '"', "and"}
            ),
            len(mentions.scan),
        )
        found = whereabouts(mentions.scan, start, end)
        return found[0] if found else None

    def is_abroad(self, deed: Deed, senders: Iterable[Sender], mentions: Mentions) -> bool:
        """Whether a deed is in another country, or in a text that is about another."""
        return not self.is_syrian or is_abroad(deed, senders, mentions)


def _is_of_saying(place: Whereabouts, deed: Deed, mentions: Mentions) -> bool:
    """Whether a place is where somebody speaks: "the minister told reporters in Damascus"."""
    words = mentions.tree.between(*mentions.scan.span(place.at, place.at + 1))
    verb = next((above for above in words[0].ancestors() if above.is_verb), None) if words else None
    if verb is None or verb is deed.trigger or words[0].index < verb.index:
        return False  # "in Idlib, the minister said, soldiers will watch"
    return is_saying(verb)


def _is_country(word: Word, mentions: Mentions) -> bool:
    nation = mentions.nation(word)
    return nation is not None and nation.code == "SY" and nation.form is Form.NAME


def _scopes(deed: Deed) -> list[Word]:
    words = [deed.trigger, *deed.slots.values()]
    if deed.trigger.relation in {"dobj", "pobj", "nsubj", "nsubjpass", "xcomp", "pcomp", "advcl", "acl"}:
        words.append(deed.trigger.head)
    return words


def goes_on(word: Word) -> bool:
    """Whether a phrase of forces with a place stands by itself after a comma, as one more of what a verb tells."""
    first = word.subtree()[0]
    before = word.tree.words[first.index - 1].text if first.index else ""
    before = "," if before == "and" and word.tree.words[max(0, first.index - 2)].text == "," else before
    after = word.tree.words[word.index + 1].lower if word.index + 1 < len(word.tree) else ""
    near = after in {"near", "in", "around", "south", "north", "east", "west", "at", "along"}
    return before in {",", ";"} and near and not any(child.is_verb for child in word.children)


def _is_of_others(place: Whereabouts, deed: Deed, mentions: Mentions) -> bool:
    """Whether a place is where somebody attacks, or in a body's name: "the push into Hama", "the Council of Hauran"."""
    for word in mentions.tree.between(*mentions.scan.span(place.at, place.at + 1)):
        for above in word.ancestors():
            if above.is_verb:
                break
            if above.pos != "ADP" or not above.index:
                continue
            owner = above.tree.words[above.index - 1]  # the parser may hang "into Hama" on another word
            if is_kind(owner, "attack") or (above.lower == "of" and is_kind(owner, "body")):
                return owner not in {deed.trigger, *deed.slots.values()}
    return False


def _is_another_zone(word: Word, mentions: Mentions) -> bool:
    """Whether a phrase means zones other than those named: "the remaining zones", not "other zones in Homs"."""
    others = is_kind(word, "named_zone", "ground") and word.has("other", "others", "remaining", "rest")
    return others and not any(mentions.is_place(part) for part in word.subtree())


def _just_after(zone: Word, mentions: Mentions) -> list[Whereabouts]:
    """Return the places that the words right after a zone put it at, whatever the parser hangs them on."""
    after = mentions.tree.words[zone.index + 1 : zone.index + 2]
    placed = after and after[0].lower in {"in", "for", "around", "over", "across"}
    found = whereabouts(mentions.scan, *tokens_of(after[0], mentions)) if placed else []
    return [place for place in found if place.name is not None]
