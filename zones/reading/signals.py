"""Which sentences a careful analyst wants to be told of."""

from __future__ import annotations

from zones.reading.governors import governor, modal
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind

__all__ = ["has_signal"]


def has_signal(mentions: Mentions) -> bool:
    """Whether a sentence speaks of foreign forces, of a nation and a status over a zone, or of forces and a zone."""
    words = list(mentions.tree)
    foreign = any(nation.code != "SY" for nation in mentions.nations.values())
    force = any(mentions.is_force(word) for word in words)
    zone = any(is_kind(word, "zone") and word.lemma in _ZONES for word in words)
    status = any(governor(word) is not None or modal(word) is not None for word in words)
    return (foreign and force) or (foreign and zone and status) or (force and zone) or (zone and bool(mentions.places))


_ZONES = frozenset({"zone", "de-escalation", "ceasefire", "cease-fire", "truce", "belt", "buffer", "corridor"})
