"""Places without a name of their own: "the Turkish border", "border areas", "the northern part" of what is divided."""

from __future__ import annotations

from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.numbers import direction
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word
from zones.reading.whereabouts import Whereabouts

__all__ = ["described", "divided", "lies_in_a_part", "plain_border", "tokens_of"]


def described(word: Word, mentions: Mentions) -> Whereabouts | None:
    """Return a place that a phrase only describes: "the area of separation", "the Turkish border"."""
    owned = word.kids("amod", "compound") or word.objects("of", "between", "with") or word.lemma == "buffer"
    if (
        not is_kind(word, "ground")
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
    kept = [w for w in word.subtree() if w.index not in dropped and w.relation != "det"]
    text = mentions.text[kept[0].start : kept[-1].end]
    return Whereabouts(" ".join(text.split()), None, "", tokens_of(word, mentions)[0])


def plain_border(mentions: Mentions, start: int, end: int) -> Whereabouts | None:
    """Return "the border" or "border areas" in a stretch of a sentence, where no country is told with it."""
    scan = mentions.scan
    for at in range(start, end):
        if scan.word(at) not in words("whereabouts.borders"):
            continue
        after, before = scan.word(at + 1), scan.word(at - 1)
        if after in words("whereabouts.borderlands"):
            return Whereabouts(scan.text(at, at + 2), None, "", at)
        if before in {"the", "that", "this"} and after not in words("whereabouts.of_borders"):
            return Whereabouts(scan.text(at, at + 1), None, "along", at)
    return None


def lies_in_a_part(mentions: Mentions, start: int, end: int) -> bool:
    """Whether a stretch of a sentence tells only in which part something is: "to the north", "between the two"."""
    return any(_is_a_part(mentions.scan, at) for at in range(start, end))


def _is_a_part(scan: Scan, at: int) -> bool:
    """Whether "to the north" or "in the northern part" begins here, not "to the north of Hama", "the northern road"."""
    if scan.word(at) == "between":
        return scan.word(at + 1) == "them" or scan.word(at + 2) == "two"
    governed = scan.word(at) in {"in", "to", "into", "on"} and scan.word(at + 1) == "the"
    towards = direction(scan.words, at + 2) if governed else None
    after = scan.word(towards[1]) if towards is not None else "of"
    return after in words("whereabouts.shares") or after in {"", ",", ".", ";", "and", "while"}


def divided(mentions: Mentions) -> Whereabouts | None:
    """Return the place that a sentence tells to be divided: "cut the Hama area into three"."""
    for verb in mentions.tree:
        divides = verb.is_verb and verb.lemma in words("whereabouts.dividing")
        if not divides or not verb.has("into", "in", "up", "between", "among"):
            continue
        for whole in verb.kids("dobj", "nsubjpass"):
            start, end = tokens_of(whole, mentions)
            at = next((at for at in sorted(mentions.scan.names) if start <= at < end), None)
            if at is not None:
                name = mentions.scan.names[at]
                return Whereabouts(name.text, name, "", at)
    return None


def tokens_of(word: Word, mentions: Mentions) -> tuple[int, int]:
    """Return the stretch of tokens that a phrase takes up."""
    below = word.subtree()
    start, end = below[0].start, below[-1].end
    inside = [at for at, token in enumerate(mentions.scan.tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
