"""What "it" and "they" take up: the zone spoken of last, unless some other thing was spoken of since."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.introductions import first_mention
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["Antecedents"]

_ZONE_KINDS = ("named_zone", "zone", "deal", "draft")
_PEOPLE = ("office", "speaker", "broker", "people")


@dataclass(slots=True)
class Antecedents:
    """Whether a pronoun of the next sentence may mean a zone: one in the singular, and one in the plural."""

    singular: bool = False
    plural: bool = False

    def may_mean_zone(self, sentence: Mentions, at: int) -> bool:
        """Whether the pronoun at a token of the next sentence may take up a zone, told there or before."""
        told = self.singular if sentence.scan.word(at) in {"it", "this", "that"} else self.plural
        return told or first_mention(sentence.scan, at) is not None

    def take_in(self, sentence: Mentions, *, defines: bool) -> None:
        """Take in a sentence, and whether it defines a zone."""
        if defines:
            self.singular = self.plural = True
            return
        mentions = first_mention(sentence.scan, len(sentence.scan)) is not None
        self.singular = (self.singular or mentions) and not _other_thing(sentence, plural=False)
        self.plural = (self.plural or mentions) and not _other_thing(sentence, plural=True)


def _other_thing(sentence: Mentions, *, plural: bool) -> bool:
    """Whether a sentence is about things of which none is a zone: "the army set up a post in the zone"."""
    things = [
        word
        for word in sentence.tree
        if word.relation in {"nsubj", "nsubjpass", "dobj", "attr"} and _is_main(word.head)
    ]
    if any(_is_zone(one) for word in things for one in (word, *word.objects("of"))):
        return False
    return any(word.tag == ("NNS" if plural else "NN") and not is_kind(word, *_PEOPLE) for word in things)


def _is_zone(word: Word) -> bool:
    return is_kind(word, *_ZONE_KINDS) and not is_kind(word, "post")


def _is_main(verb: Word) -> bool:
    """Whether a verb is that of a main clause or of what somebody says, and hands nothing on itself."""
    if is_saying(verb):
        return False
    above = verb.head
    if verb.relation in {"ccomp", "xcomp"}:
        return is_saying(above) or _is_main(above)
    return verb.is_root or (verb.relation == "conj" and _is_main(above))
