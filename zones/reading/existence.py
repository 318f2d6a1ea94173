"""Whether a text says that there is no such thing: "no zone", "ruled out a zone", "if a zone were set up"."""

from __future__ import annotations

from zones.reading.clauses import is_inverted, is_left_out, is_unsure
from zones.reading.governors import governor
from zones.reading.lexicon import words
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word

__all__ = ["is_denied"]

_ASIDE = frozenset({"relcl", "advcl", "parataxis"})
_AGAINST = frozenset({"denied", "rejected"})


def is_denied(noun: Word, *, supposed: bool = False) -> bool:
    """Whether a noun, or something above it, says that there is none of it, or only supposes it.

    Parameters
    ----------
    noun
        What is denied.
    supposed
        Whether only a supposition counts: "were the truce to be extended".
    """
    if supposed:
        return any(above.is_verb and is_inverted(above) for above in noun.ancestors())
    if negated(noun) or is_left_out(noun.head):
        return True
    below = noun
    for above in noun.ancestors():
        if below.lower == "against" and below.relation == "prep":
            return False  # "prevented an offensive against the zone"
        if _is_against(above) or (above.is_verb and _undoes(above)):
            return True
        if below.relation in _ASIDE or (above.relation == "conj" and above.is_verb):
            return False
        below = above
    return False


def _undoes(verb: Word) -> bool:
    """Whether a verb supposes, negates or cancels what stands below it, or says that it is false."""
    if is_unsure(verb) or verb.lemma in words("extents.undone"):
        return True
    return (governor(verb) is None and negated(verb)) or any(
        map(_is_against, verb.kids("acomp", "attr", "oprd"))
    )


def _is_against(word: Word) -> bool:
    """Whether a word denies or refuses what stands below it: "ruled out", "false"."""
    row = governor(word)
    if word.lemma == "opposition" and not word.has("to"):
        return False  # a party to talks
    return row is not None and (row.no if negated(word) else row.yes) in _AGAINST
