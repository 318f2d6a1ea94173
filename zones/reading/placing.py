"""Where a deed would be: the place in its slots, then in its sentence; or abroad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zones.reading.frames.match import Deed
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.owners import Sender
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.whereabouts import Whereabouts, anaphor, whereabouts

__all__ = ["Placing", "about_syria", "goes_on"]


@dataclass(slots=True)
class Placing:
    """Where statements are.

    Parameters
    ----------
    is_syrian
        Whether the document names Syria or a place in it at all.
    zone
        Where the zone is that was named last.
    """

    is_syrian: bool = True
    zone: Whereabouts | None = None

    def note(self, mentions: Mentions) -> None:
        """Remember where the zone is that a sentence names: "there", "in the zone" may mean it later."""
        for word in mentions.tree:
            if is_kind(word, "named_zone"):
                found = whereabouts(mentions.scan, *_tokens(word, mentions))
                self.zone = (found[0] if found else None) or self._named(word, mentions) or self.zone

    def place(self, deed: Deed, mentions: Mentions) -> tuple[Whereabouts | None, bool]:
        """Return the place of a deed, and whether it is that of the zone told before."""
        for word in _scopes(deed):
            found = self._in_scope(word, deed, mentions)
            if found is not None:
                return found
        described = (
            _described(w, mentions)
            for word in (*deed.slots.values(), *_scopes(deed))
            for w in (word, *word.objects())
        )
        beside = (
            p
            for p in whereabouts(mentions.scan, 0, len(mentions.scan))
            if not _is_of_saying(p, deed, mentions)
        )
        return next((p for p in described if p is not None), next(beside, None)), False

    def _in_scope(self, word: Word, deed: Deed, mentions: Mentions) -> tuple[Whereabouts | None, bool] | None:
        """Return what a phrase of a deed says of its place; None if it says nothing of it."""
        start, end = _tokens(word, mentions)
        found = whereabouts(mentions.scan, start, end)
        if found:
            return found[0], False
        the_zone = (
            is_kind(w, "named_zone") and w.has("the", "this", "that")
            for w in word.subtree()
            if not w.kids("amod")
        )
        if anaphor(mentions.scan, start, end) is not None or any(the_zone):
            phrase = next(
                (w for w in word.subtree() if is_kind(w, "named_zone") or w.lemma in _GROUNDS), word
            )
            return self.zone or _described(phrase, mentions), True
        named = (self._named(slot, mentions) for slot in deed.slots.values())
        place = next((p for p in named if p is not None), None)
        in_syria = any(_is_country(w, mentions) for w in word.objects("in", "to", "into", "inside", "across"))
        return (place, False) if place is not None or in_syria else None

    def _named(self, word: Word, mentions: Mentions) -> Whereabouts | None:
        """Return the place that a phrase has in it: "the Idlib truce", "the zone in Homs"."""
        start, end = _tokens(word, mentions)
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
        if not self.is_syrian:
            return True
        own = {sender.code for sender in senders}
        for word in (
            *deed.trigger.objects("in", "to", "into", "inside", "for", "around"),
            *(w for s in deed.slots.values() for w in s.objects("in", "to", "into", "inside")),
        ):
            nation = mentions.nation(word)
            if nation is not None and nation.form is Form.NAME and nation.code not in {"SY", "UN", *own}:
                return True
        if any(_is_foreign_soil(word, mentions, own) for word in _goals(deed)):
            return True
        return not about_syria(mentions) and any(_is_unknown(word, mentions) for word in _goals(deed))


def _is_of_saying(place: Whereabouts, deed: Deed, mentions: Mentions) -> bool:
    """Whether a place is where somebody speaks: "the minister told reporters in Damascus"."""
    words = mentions.tree.between(*mentions.scan.span(place.at, place.at + 1))
    verb = next((above for above in words[0].ancestors() if above.is_verb), None) if words else None
    if verb is None or verb is deed.trigger or words[0].index < verb.index:
        return False  # "in Idlib, the minister said, soldiers will watch"
    return is_saying(verb)


def _described(word: Word, mentions: Mentions) -> Whereabouts | None:
    """Return a place that a phrase only describes: "the area of separation", "the Turkish border"."""
    owned = word.kids("amod", "compound") or word.objects("of", "between", "with") or word.lemma == "buffer"
    if (
        word.lemma not in _GROUNDS
        or word.tag != "NN"
        or not (word.has("the", "its", "this") or mentions.headline)
        or not owned
    ):
        return None
    dropped = {
        w.index
        for child in word.kids("relcl", "acl", "appos", "conj", "cc", "punct")
        for w in child.subtree()
    }
    words = [w for w in word.subtree() if w.index not in dropped and w.relation != "det"]
    text = mentions.text[words[0].start : words[-1].end]
    return Whereabouts(" ".join(text.split()), None, "", _tokens(word, mentions)[0])


_GROUNDS = frozenset(
    {
        "border",
        "frontier",
        "area",
        "zone",
        "belt",
        "line",
        "strip",
        "corridor",
        "crossing",
        "boundary",
        "highway",
        "road",
    }
)


def _is_country(word: Word, mentions: Mentions) -> bool:
    nation = mentions.nation(word)
    return nation is not None and nation.code == "SY" and nation.form is Form.NAME


def _goals(deed: Deed) -> list[Word]:
    """Return what a deed is in or goes to."""
    ways = ("in", "to", "into", "inside", "for", "around", "near", "at", "on", "along")
    return [
        w
        for word in (deed.trigger, *deed.slots.values())
        for goal in word.objects(*ways)
        for w in (goal, *goal.objects("around", "in", "of"))
    ]


def _is_foreign_soil(word: Word, mentions: Mentions, own: set[str]) -> bool:
    """Whether a place is another country's by its owner: "on its own side of the frontier", "on Lebanese slopes"."""
    if word.lemma not in _SOIL:
        return False
    owners = [w for w in word.kids("amod", "compound", "poss") if w.lower not in {"own", "other"}]
    nations = {n.code for w in owners if (n := mentions.nation(w)) is not None}
    theirs = word.has("own") and word.kid("poss") is not None and bool(own)
    return theirs or (bool(nations) and nations.isdisjoint({"SY", "UN"}))


_SOIL = frozenset({"side", "soil", "slope", "territory", "land", "ground", "airspace"})


def _is_unknown(word: Word, mentions: Mentions) -> bool:
    """Whether a word is the name of a place that nobody knows, in all likelihood abroad."""
    named = word.pos == "PROPN" and mentions.nation(word) is None and not mentions.is_place(word)
    return (
        named
        and not word.kids("compound", "poss")
        and word.head.lower in {"in", "to", "for", "around", "near", "at", "into"}
    )


def _scopes(deed: Deed) -> list[Word]:
    words = [deed.trigger, *deed.slots.values()]
    if deed.trigger.relation in {"dobj", "pobj", "nsubj", "nsubjpass", "xcomp", "pcomp", "advcl", "acl"}:
        words.append(deed.trigger.head)
    return words


def _tokens(word: Word, mentions: Mentions) -> tuple[int, int]:
    below = word.subtree()
    start, end = below[0].start, below[-1].end
    inside = [at for at, token in enumerate(mentions.scan.tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def goes_on(word: Word) -> bool:
    """Whether a phrase of forces with a place stands by itself after a comma, as one more of what a verb tells."""
    first = word.subtree()[0]
    before = word.tree.words[first.index - 1].text if first.index else ""
    before = "," if before == "and" and word.tree.words[max(0, first.index - 2)].text == "," else before
    after = word.tree.words[word.index + 1].lower if word.index + 1 < len(word.tree) else ""
    near = after in {"near", "in", "around", "south", "north", "east", "west", "at", "along"}
    return before in {",", ";"} and near and not any(child.is_verb for child in word.children)


def about_syria(mentions: Mentions) -> bool:
    """Whether a sentence names Syria, a place in it, or what only Syria's agreements call so."""
    if any(word.lemma in {"escalation", "deescalation", "de-escalation"} for word in mentions.tree):
        return True
    return bool(mentions.places) or any(n.code == "SY" for n in mentions.nations.values())
