"""Agreements that the sentences before tell of, by which what follows is agreed, not only planned."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zones.reading.mentions import Mentions
from zones.reading.modality.fate import Fate
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["AgreedBefore"]


@dataclass(slots=True)
class AgreedBefore:
    """What the sentences before tell of deals.

    Parameters
    ----------
    deal
        Whether the last one tells of a deal: "it" may then be the deal, "It provides that they patrol".
    zone
        Whether the last one tells that a zone was agreed on: "They will patrol it" is then part of that.
    provisions
        Whether one opened the provisions of an agreement, and nobody has spoken since.
    """

    deal: bool = False
    zone: bool = False
    provisions: bool = False

    def note(self, mentions: Mentions) -> None:
        """Take in what a sentence tells of deals."""
        agreeing = [
            w for w in mentions.tree if w.lemma == "agree" and w.tag in {"VBD", "VBN"} and not negated(w)
        ]
        self.deal = any(is_kind(word, "deal") for word in mentions.tree)
        self.zone = bool(agreeing) and any(is_kind(word, "named_zone") for word in mentions.tree)
        spoken = any(map(is_saying, mentions.tree))
        self.provisions = any(map(_opens_provisions, agreeing)) or (self.provisions and not spoken)

    def provided(self, fate: Fate) -> Fate:
        """Return what becomes of a deed: what provisions tell as planned is agreed."""
        if not self.provisions or fate.status is not Status.PLANNED:
            return fate
        return replace(fate, status=Status.AGREED, path=(*fate.path, "agreed on the following"))


def _opens_provisions(agree: Word) -> bool:
    """Whether a verb opens the provisions of an agreement: "have agreed on the following", "agreed as follows"."""
    below = [*agree.kids("dobj", "advcl"), *agree.objects("on", "to", "upon", "as")]
    near = (*below, *(child for word in below for child in word.children))
    return any(word.lower in {"following", "follows"} for word in near)
