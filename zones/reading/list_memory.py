"""The lists of countries that a document has named, "Russia, Turkey and Iran": "those countries" may mean one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zones.areas import Span
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.nations import Form, Nation
from zones.reading.nouns import is_kind, kind
from zones.reading.sentence.tree import Word

__all__ = ["CountryList", "ListMemory"]

_NEAR = 2  # sentences over which "their" and "these" reach back
_REMEMBERED = 40  # lists
_GUARANTORS = ("guarant", "vouch")
_PLACING = frozenset({"in", "from", "near", "at", "through", "via", "across"})


@dataclass(frozen=True, slots=True)
class CountryList:
    """Several countries named together.

    Parameters
    ----------
    codes
        ISO 3166 alpha-2 codes, in their order.
    span, number
        The sentence, and its number.
    at
        Where the list ends.
    of_deal, guarantors
        Whether the sentence tells of a deal, or calls somebody a guarantor.
    """

    codes: tuple[str, ...]
    span: Span
    number: int
    at: int
    of_deal: bool
    guarantors: bool


@dataclass(slots=True)
class ListMemory:
    """The lists of countries named so far, and those called guarantors anywhere in the document.

    ``parties`` are all whom the document names as guarantors, or together in a sentence on a deal.
    """

    number: int = 0
    parties: frozenset[str] = frozenset()
    _lists: deque[CountryList] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    _guarantors: tuple[CountryList, ...] = ()

    def learn(self, sentences: Iterable[Mentions]) -> None:
        """Note the lists of countries that the document calls guarantors, wherever it does."""
        guarantors: deque[CountryList] = deque(maxlen=_REMEMBERED)
        parties: set[str] = set()
        for mentions in sentences:
            deal = any(word.lemma in words("accords.deals") for word in mentions.tree)
            for listed in _lists(mentions, 0):
                guarantors.extend([listed] if listed.guarantors else [])
                parties |= set(listed.codes) if listed.guarantors or (deal and listed.of_deal) else set()
        self._guarantors, self.parties = tuple(guarantors), frozenset(parties)

    def begin(self, mentions: Mentions, number: int) -> None:
        """Take a sentence in hand, and the lists of countries that it has."""
        self.number = number
        self._lists.extend(_lists(mentions, number))

    def before(self, word: Word, *, guarantors: bool) -> Iterator[CountryList]:
        """Yield the lists that end before a word, the last first; if it means ``guarantors``, theirs before all.

        Lists of guarantors may also follow the word: "Both will send, said the guarantors Peru and Oman".
        """
        if guarantors:
            yield from reversed(self._guarantors)
        for listed in reversed(self._lists):
            if listed.at < word.start or listed in self._guarantors:
                yield listed

    def is_near(self, listed: CountryList) -> bool:
        """Whether a list stands in this sentence or the two before."""
        return 0 <= self.number - listed.number <= _NEAR

    def here(self, word: Word) -> CountryList | None:
        """Return the list that ends last before a word in this sentence."""
        alike = (one for one in reversed(self._lists) if one.number == self.number and one.at < word.start)
        return next(alike, None)

    def last(self) -> CountryList | None:
        """Return the last list of this sentence or the two before."""
        return next((one for one in reversed(self._lists) if self.is_near(one)), None)


def _lists(mentions: Mentions, number: int) -> list[CountryList]:
    """Return the lists of countries in a sentence; cities, and countries that are only places, are none."""
    lemmas = {word.lemma for word in mentions.tree}
    guarantors = bool(lemmas & {"sponsor", "signatory"}) or any(one.startswith(_GUARANTORS) for one in lemmas)
    of_deal = bool(lemmas & kind("deal"))
    found = []
    for word in mentions.tree:
        joined = word.conjuncts()
        before = mentions.tree.words[word.head.index - 1]
        sent = word.head.lower == "from" and mentions.is_force(before)  # "soldiers from Peru and Oman"
        located = word.relation == "pobj" and word.head.lower in _PLACING and not sent
        if word.relation == "conj" or len(joined) < 2 or located:
            continue
        nations = [nation for one in joined if (nation := _nation_of(one, mentions)) is not None]
        codes = tuple(dict.fromkeys(nation.code for nation in nations))
        cities = all(nation.form is Form.SEAT for nation in nations)
        if len(codes) > 1 and "SY" not in codes and not cities:
            found.append(
                CountryList(codes, mentions.span, number, joined[-1].end, of_deal and not sent, guarantors)
            )
    return found


def _nation_of(word: Word, mentions: Mentions) -> Nation | None:
    """Return the nation that a noun names, or whose government or army it is: "the Omani army and the UN"."""
    nation = mentions.nation(word)
    if nation is not None:
        return nation
    if not is_kind(word, "office", "body", "force", "coming", "group"):
        return None
    return next(
        (n for w in word.kids("amod", "compound", "poss") if (n := mentions.nation(w)) is not None), None
    )
