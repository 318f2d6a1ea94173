"""What a verb says of a zone's extent, by its role in `extents.toml`, and whether that is negated."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import table
from zones.reading.mentions import Mentions
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word

__all__ = ["has_role", "is_extent", "is_negated", "tells_extent"]

_PARTICLES = (
    "prt",
    "prep",
    "advmod",
    "agent",
    "acomp",
    "dobj",
    "oprd",
)  # how "in" hangs on "take" in "takes in"
_NOW = frozenset({"apply", "hold", "remain"})  # say of a truce that there is one, not how far it reaches


def has_role(verb: Word, role: str) -> bool:
    """Whether a verb has a role: "covers" in "it takes in Idlib", "lies" in "it runs along", "sets_up" in "declare"."""
    particles = _roles()[role].get(verb.lemma)
    if particles is None:
        return False
    alone = verb.lemma == "agree" and verb.kid("auxpass") is not None  # "a truce was agreed in Daraa"
    return not particles or alone or any(child.lower in particles for child in verb.kids(*_PARTICLES))


@cache
def _roles() -> dict[str, dict[str, frozenset[str]]]:
    """Return for each role its verbs, with the particles that they need; none: any."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for role, verbs in table("extents")["verbs"].items():
        rows: dict[str, set[str]] = {}
        for verb in verbs.split():
            lemma, _, particle = verb.partition("_")
            rows.setdefault(lemma, set()).update({particle} if particle else ())
        found[role] = {lemma: frozenset(particles) for lemma, particles in rows.items()}
    return found


def tells_extent(sentence: Mentions) -> bool:
    """Whether a sentence has a verb of covering: "The four zones cover:"."""
    return any(has_role(word, "covers") for word in sentence.tree)


def is_extent(verb: Word) -> bool:
    """Whether a verb says how far something reaches ("extends to"), and not only where it is ("holds in")."""
    return has_role(verb, "covers") or (has_role(verb, "lies") and verb.lemma not in _NOW)


def is_negated(verb: Word) -> bool:
    """Whether a verb is negated, or the one that it completes: "is not to cover"."""
    return negated(verb) or (verb.relation == "xcomp" and verb.head.is_verb and negated(verb.head))
