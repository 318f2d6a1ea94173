"""A sentence being read for claims: its deeds, the claims so far, the words they took, and why deeds made none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zones.areas import Span
from zones.reading.claim_draft import ClaimDraft
from zones.reading.frames.match import Deed
from zones.reading.mentions import Mentions
from zones.reading.nouns import kind
from zones.reading.owners import Sender
from zones.reading.passed_sentences import Why
from zones.reading.sentence.tree import Word
from zones.reading.voices import Voice
from zones.reading.whereabouts import Where
from zones.status import Status

__all__ = ["SentenceClaims"]

_TAKEN = ("force", "loose_force", "coming", "act", "post")


@dataclass(slots=True)
class SentenceClaims:
    """A sentence being read.

    Parameters
    ----------
    mentions, number
        The sentence, and its number.
    deeds
        For each word that may tell a deed, the deeds it may be, the likeliest first.
    drafts
        The claims made so far.
    used
        The words that deeds have taken, by their index.
    reasons
        Why deeds made no claim.
    has_senders
        Whether a deed has a sender, so that the sentence is to be told of.
    """

    mentions: Mentions
    number: int
    deeds: list[list[Deed]]
    drafts: list[ClaimDraft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    reasons: list[Why] = field(default_factory=list)
    has_senders: bool = False

    def claim(
        self, code: str, status: Status, where: Where, voice: Voice, *,
        word: Word, path: Iterable[str], rule: str, antecedent: Span | None,
    ) -> ClaimDraft:  # fmt: skip
        """Return a claim that this sentence makes: of whom, what, where, by whom, at which word and by which rule."""
        place, of_zone = where
        return ClaimDraft(
            nationality=code, status=status, place=place, of_zone=of_zone, voice=voice, span=self.mentions.span,
            sentence=self.number, headline=self._is_title(), rule=rule, at=word.start,
            path=f"{status}: " + " < ".join((word.lower, *path)), antecedent=antecedent,
        )  # fmt: skip

    def _is_title(self) -> bool:
        """Whether it is the title: the lines below it already tell what the article says."""
        return self.mentions.headline and self.mentions.scan.sentence.paragraph == 0

    def take(self, deed: Deed, senders: Iterable[Sender]) -> None:
        """Take the words of a deed and its senders, so that no other frame reads them again."""
        self.used.add(deed.trigger.index)
        named = [deed.slots[slot] for slot in ("force", "part", "mission", "post") if slot in deed.slots]
        for word in (*named, *(deed.trigger.objects("in") if "part" in deed.slots else ())):
            self.used |= {w.index for w in _phrase(word) if w.lemma in kind(*_TAKEN)}
        for sender in senders:
            self.used |= _upwards(sender.word)

    def distinct(self) -> list[ClaimDraft]:
        """Return its claims, without those that say the same of the same forces again."""
        kept: dict[tuple[object, ...], ClaimDraft] = {}
        for draft in self.drafts:
            place = draft.place.text if draft.place is not None else None
            kept.setdefault((draft.nationality, draft.status, place, draft.voice), draft)
        return list(kept.values())


def _phrase(word: Word) -> list[Word]:
    """Return a noun with what belongs to it, without what is joined to something else below it."""
    found = [word]
    for child in word.children:
        if child.relation != "conj" or word.pos == child.pos:
            found += _phrase(child)
    return found


def _upwards(word: Word) -> set[int]:
    """Return a nation's name and the nouns it stands under, by their index: "OMANI POLICE PATROLS will come"."""
    taken = set()
    while word.is_noun or word.pos == "ADJ":
        taken.add(word.index)
        if word.is_root:
            break
        word = word.head
    return taken
