"""Where a sentence speaks of a zone: "the largest of the planned zones", "a second", "the Idlib zone", "it"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.lexicon import table, words
from zones.reading.numbers import direction, number, ordinal
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["Introduction", "first_mention", "introduction"]

_LONGEST = 9  # words between the article and the noun
_THEM = frozenset({"them", "these", "those"})  # "names four of them: ..."
_STRANGE = 2  # of which this many may be words we do not know


@dataclass(frozen=True, slots=True)
class Introduction:
    """A mention of a zone or zones.

    Parameters
    ----------
    start, end
        Tokens it covers.
    key
        What tells this zone from others in the text: "first", "northern", "largest"; may be empty.
    definite
        Whether it is spoken of as known ("the zone"), not introduced ("a zone").
    count
        How many zones are meant; None: a plural without number.
    kind
        What sort of zone: "demilitarised", "safe", "ceasefire"; may be empty.
    name
        The place it is named by ("the Idlib zone").
    pronoun
        Whether it is a pronoun.
    """

    start: int
    end: int
    key: str = ""
    definite: bool = False
    count: int | None = 1
    kind: str = ""
    name: PlaceName | None = None
    pronoun: bool = False


def first_mention(scan: Scan, end: int) -> Introduction | None:
    """Return the first mention of a zone before a token that is more than a pronoun."""
    zones = (introduction(scan, at) for at in range(end))
    return next((zone for zone in zones if zone is not None and not zone.pronoun), None)


def introduction(scan: Scan, at: int) -> Introduction | None:
    """Return the mention of a zone that begins at a token."""
    if not _may_begin(scan, at):
        return None
    word, following = scan.word(at), scan.word(at + 1)
    pronoun = _pronoun(scan, at) if word in words("mentions.pronouns") else None
    if pronoun is not None or word in words("mentions.pronouns") - words("mentions.definite"):
        return pronoun
    one = word in {"one", "another"} and following != "of"
    if one and (_stands_alone(scan, at + 1) or _is_beyond(scan, at + 1)):
        told = following not in {"in", "along", "around"} or not {"zones", "areas"}.isdisjoint(
            scan.words[:at]
        )
        return Introduction(at, at + 1, key=f"{word} {at}") if told else None
    return _counted(scan, at) or _named_with_article(scan, at)


def _may_begin(scan: Scan, at: int) -> bool:
    """Whether a mention of a zone may begin at a token at all; most tokens are none of these."""
    word = scan.word(at)
    if word in words(*_OPENERS) or word in {"one", "another", "number", "regime"} or at in scan.names:
        return True
    return number(scan.words, at) is not None or ordinal(word) is not None


_OPENERS = (
    "mentions.pronouns", "mentions.definite", "mentions.articles", "mentions.deals", "mentions.nouns",
    "mentions.soft_nouns", "mentions.truces", "mentions.superlatives", "mentions.counts", "mentions.kinds",
    "mentions.bearings", "mentions.fillers",
)  # fmt: skip


def _counted(scan: Scan, at: int) -> Introduction | None:
    """Read "number three", "four of them"."""
    if scan.word(at) == "number" and number(scan.words, at + 1) is not None and at + 1 not in scan.names:
        return Introduction(at, at + 2, key=f"number {scan.word(at + 1)}", definite=True, kind="zone")
    several = number(scan.words, at)
    if several is not None and scan.word(several[1]) == "of" and scan.word(several[1] + 1) in _THEM:
        return Introduction(at, several[1] + 2, definite=True, count=int(several[0]), kind="zone")
    return None


def _named_with_article(scan: Scan, at: int) -> Introduction | None:
    """Read "the largest of the planned zones", "a buffer zone", "July's agreement"."""
    word = scan.word(at)
    if word in words("mentions.deals") and scan.word(at - 1) == "'s":
        return _NounPhrase(scan, at, definite=True, article=False, count=1).read(at)
    definite, article = word in words("mentions.definite"), word in words("mentions.articles")
    if not (definite or article) and at in scan.names and scan.word(at - 1) in words("mentions.definite"):
        return None
    phrase = _NounPhrase(scan, at, definite, article, count=1 if definite or article else None)
    found = phrase.read(at + 1 if definite or article else at)
    joins = word == "that" and found is not None and found.end > at + 2  # "agreed that safe zones"
    return None if joins else found


def _pronoun(scan: Scan, at: int) -> Introduction | None:
    """Read "it" anywhere, "this" and "they" at the head of a clause."""
    heads = at == 0 or scan.word(at - 1) in words("mentions.clause_openers")
    if scan.word(at) != "it" and (not heads or scan.word(at) in {"which", "that"}):
        return None
    count = None if scan.word(at) in {"they", "these"} else 1
    return Introduction(at, at + 1, definite=True, count=count, pronoun=True)


@dataclass(slots=True)
class _NounPhrase:
    """What the words of a noun phrase have said of a zone so far."""

    scan: Scan
    start: int
    definite: bool
    article: bool
    count: int | None
    key: str = ""
    kind: str = ""
    name: PlaceName | None = None
    strange: int = 0

    def read(self, first: int) -> Introduction | None:
        """Return the zone that the words from ``first`` on are about."""
        at: int | None = first
        while at is not None and at < len(self.scan):
            if at == first and self.definite and self.scan.word(at) in {"one", "ones"}:
                return self._introduction(at + 1, "zone", 1 if self.scan.word(at) == "one" else None)
            found = self._zone(at) or self._truce(at) or self._ordered(at)
            if found is not None:
                return found
            place = self.scan.names.get(at) if self.name is None else None
            if place is not None and not self._tells_apart(at):
                self.name = place
                at = self.scan.skip(place.end, {"'s"})
            else:
                at = at + 1 if self._take(at) and at - first <= _LONGEST else None
        return None

    def _introduction(self, end: int, kind: str, count: int | None) -> Introduction:
        return Introduction(self.start, end, self.key, self.definite, count, kind, self.name)

    def _zone(self, at: int) -> Introduction | None:
        """Read "zone", "area" and the like, if what stands before makes it a zone."""
        word = self.scan.word(at)
        if word not in words("mentions.nouns", "mentions.soft_nouns") or at in self.scan.names:
            return None
        if self.scan.word(at - 1) in words("mentions.other_kinds"):
            return None
        held = word in words("mentions.held_nouns") or self.scan.word(at + 1) in words("mentions.held")
        if held and word in words("mentions.soft_nouns") and not self.kind:
            return None  # "the last enclave", "the largest area where rebels rule" is what somebody holds
        strip = word in words("mentions.strips")
        if word not in words("mentions.nouns") and not self._is_told_apart(strip=strip):
            return None
        if not (self.kind or self.key or strip or word in words("mentions.nouns")):
            return None
        plural = None if self.count == 1 else self.count
        count = plural if word.endswith("s") else 1
        kind = "strip" if strip and not self.kind and not self.key else self.kind or "zone"
        return self._introduction(_after_count(self.scan, at + 1), kind, count)

    def _truce(self, at: int) -> Introduction | None:
        """Read "ceasefire", "the deal"; "the truce agreement" is a ceasefire, too."""
        word = self.scan.word(at)
        truce = word in words("mentions.truces")
        quiet = word == "regime" and _follows(self.scan, at + 1, "of", words("mentions.quiet"))
        truce = truce or quiet
        deal = word in words("mentions.deals") and self.definite and not self.key
        if at in self.scan.names or not (truce or deal):
            return None
        following = self.scan.word(at + 1)
        if word in words("mentions.halted") and following not in words("mentions.halted_by"):
            return None
        if word in words("mentions.kinds") and following in words("mentions.nouns", "mentions.soft_nouns"):
            return None  # "the buffer zone" is a zone of that kind
        nouns = words("mentions.deals", "mentions.nouns", "mentions.soft_nouns")
        end = self.scan.skip(at + 1, nouns)
        if quiet:
            end = at + 3
        if following in {"of", "to"} and self.scan.word(at + 2) in words("mentions.fighting"):
            end = self.scan.skip(at + 1, words("mentions.fighting"))
        kind = table("mentions")["kind_names"].get(word) if truce else None
        sort = "ceasefire" if truce or end > at + 1 else "deal"
        return self._introduction(end, kind or sort, self.count or 1)

    def _ordered(self, at: int) -> Introduction | None:
        """Read "the first", "the largest of the zones" where no noun follows."""
        scan = self.scan
        if not _ordinal(scan, at):
            return None
        self.key = self.key or scan.word(at)
        in_a_row = scan.word(at + 1) in {"of", "to"} and any(
            ordinal(w) is not None for w in scan.words[: self.start]
        )
        if not in_a_row and not _stands_alone(scan, at + 1):
            return None
        end, count = at + 1, self.count
        if scan.word(end) in {"one", "ones"}:
            count = 1 if scan.word(end) == "one" else None
            end += 1
        end = _after_of_them(scan, end)
        count = None if self.key == "others" else count
        return Introduction(self.start, end, self.key, self.definite, count, "zone")

    def _is_told_apart(self, *, strip: bool) -> bool:
        """Whether the words before "area" or "region" make it a zone: not "western areas", "the coastal region"."""
        if self.kind or (strip and not self.key):
            return True
        if self.key == "other" and not self.definite and self._is_listed():
            return False
        return not self.strange and (self.definite or self.key not in words("mentions.bearings"))

    def _is_listed(self) -> bool:
        """Whether an "and" stands before, and its number: "Rastan and 25 other areas in Homs"."""
        before = self.start - 1
        before -= 1 if before > 0 and number(self.scan.words, before) is not None else 0
        return self.scan.word(before) in {"and", "or", "as"}

    def _tells_apart(self, at: int) -> bool:
        return _ordinal(self.scan, at) or self._counts(at)

    def _counts(self, at: int) -> bool:
        glued = at + 1 < len(self.scan) and self.scan.tokens[at + 1].glued
        return self.scan.word(at) in words("mentions.counts") and not glued

    def _take(self, at: int) -> bool:
        """Take in a word before the noun; return whether a zone may still come."""
        scan, word = self.scan, self.scan.word(at)
        if _ordinal(scan, at):
            pass
        elif self._counts(at):
            value = number(scan.words, at)
            self.count = 2 if word == "both" else int(value[0]) if value else None
        elif word in words("mentions.kinds"):
            kind = "ceasefire" if word == "truce" else word
            self.kind = self.kind or kind if word in words("mentions.vague_kinds") else kind
        elif word in words("mentions.bearings"):
            self.key = self.key or word
        elif word not in words("mentions.fillers") and number(scan.words, at) is None:
            self.strange += 1
            self.key = self.key or word
            ends = word in words("mentions.stops") or not word.isalpha()
            return self.strange <= _STRANGE and not ends and (self.definite or self.article)
        return True


def _follows(scan: Scan, at: int, first: str, second: frozenset[str]) -> bool:
    """Whether two words stand at a position: "of silence"."""
    return scan.word(at) == first and scan.word(at + 1) in second


def _ordinal(scan: Scan, at: int) -> bool:
    if scan.word(at) == "next" and scan.word(at + 1) == "to":
        return False
    return ordinal(scan.word(at)) is not None or scan.word(at) in words("mentions.superlatives")


def _is_beyond(scan: Scan, at: int) -> bool:
    """Whether words place what stands before them: "[one] north of Homs"."""
    towards = direction(scan.words, at)
    return towards is not None and scan.word(towards[1]) == "of" and towards[1] + 1 in scan.names


def _stands_alone(scan: Scan, at: int) -> bool:
    """Whether an ordinal before ``at`` stands alone: "the first covers", "a second, in Homs"."""
    word = scan.word(at)
    if word == "of":
        return not words("mentions.of_them").isdisjoint(scan.words[at + 1 : at + 7])
    if word in {"one", "ones"}:
        return True
    nouns = words("mentions.nouns", "mentions.soft_nouns", "mentions.truces", "mentions.deals")
    if word in nouns | words("mentions.unelided", "mentions.kinds", "mentions.fillers"):
        return False
    if number(scan.words, at) is not None:
        return False
    if at in scan.names and ordinal(scan.word(at - 1)) is None:
        return False
    return word in {",", ":", "--", "in"} or word.isalpha()


def _after_of_them(scan: Scan, at: int) -> int:
    """Take in "of the zones" after an ordinal."""
    if scan.word(at) != "of":
        return at
    of_them = words("mentions.of_them")
    end = next((i for i in range(at, min(at + 7, len(scan))) if scan.word(i) in of_them), at) + 1
    return scan.skip(end, of_them)


def _after_count(scan: Scan, at: int) -> int:
    """Take in "of the four" after the noun."""
    counted = scan.words[at : at + 2] == ("of", "the") and scan.word(at + 2) in words("mentions.counts")
    return at + 3 if counted else at
