"""Whom "they", "its", "those countries" and "the guarantors" mean: an antecedent in this document, or it stays open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from zones.reading.force_memory import ForceMemory
from zones.reading.governors import governor
from zones.reading.lexicon import table
from zones.reading.mentions import Mentions
from zones.reading.nations import Form, Nation
from zones.reading.nouns import is_kind, kind
from zones.reading.outlets import is_outlet
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.tokens import fold_word

__all__ = ["Open", "Reference", "Resolved"]

_COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
_FIRST = frozenset({"we", "us", "our", "ours", "i", "my", "me"})
_SINGULAR = frozenset({"it", "its", "he", "his", "she", "her", "him"})
_FAR = 6  # sentences over which "the patrols" are those told of before
_REMEMBERED = 40  # lists of countries, and deeds, that a document is searched for
_NEAR = 2  # sentences over which "they" and "these" reach back

Span: TypeAlias = tuple[int, int]
Resolved: TypeAlias = tuple[tuple[str, ...], Span | None]
"""Codes of nations, and the sentence that names them if it is another one."""


@dataclass(frozen=True, slots=True)
class Open:
    """Who is meant cannot be told, and why."""

    detail: str


@dataclass(frozen=True, slots=True)
class _List:
    """Several countries named together."""

    codes: tuple[str, ...]
    span: Span
    number: int
    at: int
    of_deal: bool
    guarantors: bool
    lemma: str = ""


@dataclass(slots=True)
class Reference:
    """What a document has told so far of nations, lists of them, and persons.

    Parameters
    ----------
    persons
        The nation that each person speaks for, by folded surname.
    speaks_for
        The nation that the speaker of the clause at hand speaks for.
    quoted
        Whether the clause stands in quotation marks: "it" in it is not the speaker.
    number
        Of the sentence at hand.
    """

    persons: dict[str, str] = field(default_factory=dict)
    speaks_for: str | None = None
    quoted: bool = False
    number: int = 0
    _lists: deque[_List] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    _guarantors: tuple[_List, ...] = ()
    _forces: deque[_List] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    _named_forces: ForceMemory = field(default_factory=ForceMemory)

    def learn(self, sentences: Iterable[Mentions]) -> None:
        """Note the lists of countries that the document calls guarantors, wherever it does."""
        called: list[_List] = []
        for mentions in sentences:
            self._note(mentions)
            called += [one for one in self._lists if one.guarantors and one not in called[-_REMEMBERED:]]
            self._lists.clear()
        self._guarantors = tuple(called[-_REMEMBERED:])

    def begin(self, mentions: Mentions, number: int) -> None:
        """Take a sentence in hand, and the lists of countries that it has."""
        self.number = number
        self._note(mentions)
        self._named_forces.note(mentions, number)

    def _note(self, mentions: Mentions) -> None:
        lemmas = {word.lemma for word in mentions.tree}
        guarantors = any(lemma.startswith(("guarant", "vouch")) for lemma in lemmas) or bool(
            lemmas & {"sponsor", "signatory"}
        )
        of_deal = bool(lemmas & kind("deal"))
        for codes, at in _lists(mentions):
            self._lists.append(_List(codes, mentions.span, self.number, at, of_deal, guarantors))

    def note_forces(self, codes: tuple[str, ...], trigger: Word, mentions: Mentions) -> None:
        """Take in whose forces a deed was about."""
        if codes:
            self._forces.append(
                _List(
                    codes,
                    mentions.span,
                    self.number,
                    mentions.span[0],
                    of_deal=False,
                    guarantors=False,
                    lemma=trigger.lemma,
                )
            )

    def again(self, word: Word) -> Resolved | None:
        """Return whose deed "the patrols" means, if the same noun has been told of with its nations before."""
        if not word.has("the", "these", "those") or word.relation not in {"nsubj", "nsubjpass"}:
            return None
        for told in reversed(self._forces):
            if told.lemma == word.lemma and 0 < self.number - told.number <= _FAR:
                return told.codes, told.span
        return None

    def force(self, word: Word, mentions: Mentions) -> Resolved | None:
        """Return whose "the troops" or "the government" are, if the sentences before told of those of one side only."""
        return self._named_forces.meant(word, mentions, self.number)

    def person_nation(self, name: str) -> str | None:
        """Return the nation that a person speaks for."""
        return self.persons.get(fold_word(name.rsplit(maxsplit=1)[-1]))

    def pronoun(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whom a pronoun means that would send."""
        if word.lower in _FIRST:
            return self._first_person()
        if word.lower in {"it", "he", "she"}:
            return self._self(word, mentions)
        if word.lower in {"these", "those"} and word.kids("acl", "relcl", "prep"):
            return None  # "those taking part in the talks"
        if word.lower in {"they", "them", "both", "these", "those", "theirs"}:
            return self._plural_of(word, mentions) or self._last_forces(word, mentions)
        return None

    def possessive(self, part: Word, noun: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whose "our", "its" or "their" is."""
        if part.lower in _FIRST:
            return self._first_person()
        plural = part.lower == "their"
        found = self._above(part, mentions, plural=plural)
        if found is not None:
            return found
        if self.speaks_for is not None and not self.quoted:
            return (self.speaks_for,), None
        if plural:
            return self._last_list(part)
        return Open(f"whose “{part.lower} {noun.text}” are")

    def group(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whom "those countries", "both", "the guarantors", "the republic" mean."""
        around = {child.lower for child in word.children}
        if word.tag in {"NN", "NNP"} and word.lower not in {"trio", "pair", "duo"}:
            own = around & {"his", "her", "our", "its", "the", "this"}
            lands = {"country", "republic", "kingdom", "nation", "state", "sultanate", "emirate", "monarchy"}
            if word.lemma in lands and around & {"his", "her", "its"}:
                found = self._above(word, mentions, plural=False)
                if found is not None:
                    return found
            if word.lemma in lands and own and self.speaks_for is not None:
                return (self.speaks_for,), None
            return None
        size = next((_COUNTS[w] for w in (*sorted(around), word.lower) if w in _COUNTS), None)
        guarantors = (
            word.lemma.startswith("guarant")
            or any(w.startswith("guarant") for w in around)
            or word.lemma in {"sponsor", "signatory"}
        )
        pointing = bool(around & {"those", "these"})
        if size is None and not guarantors and not pointing:
            return None
        region = next((r for w in word.subtree() if (r := _world_region(w)) is not None), None)
        known = [*(self._guarantors[::-1] if guarantors else ()), *reversed(self._lists)]
        for listed in known:
            before = listed.at < word.start or listed in self._guarantors
            fits = before and (size is None or len(listed.codes) == size)
            if guarantors and not (listed.guarantors or (listed.of_deal and size is not None)):
                fits = False
            if pointing and size is None and self.number - listed.number > _NEAR:
                fits = False
            if region is not None and not set(listed.codes) <= region:
                fits = False
            if fits and len(listed.codes) > 1:
                return listed.codes, listed.span
        return Open(f"who “{word.text}” are")

    def _first_person(self) -> Resolved | Open:
        if self.speaks_for is not None:
            return (self.speaks_for,), None
        return Open("who speaks, and for which country")

    def _self(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return the country of the speaker or subject above that "it" or "he" takes up."""
        if word.relation == "expl":
            return None
        found = self._above(word, mentions, plural=False)
        if found is not None:
            return found
        for above in word.ancestors():
            says = is_saying(above) or governor(above) is not None
            if says and not self.quoted and self.speaks_for is not None:
                return (self.speaks_for,), None
        return Open(f"who “{word.lower}” is")

    def _plural_of(self, word: Word, mentions: Mentions) -> Resolved | None:
        found = self._above(word, mentions, plural=True)
        if found is not None:
            return found
        for listed in reversed(self._lists):
            if listed.number == self.number and listed.at < word.start:
                between = [w for w in word.tree if listed.at <= w.start < word.start]
                others = any(w.tag in {"NNS", "NNPS"} for w in between)
                return None if others else (listed.codes, None)
        return None

    def _above(self, word: Word, mentions: Mentions, *, plural: bool) -> Resolved | None:
        """Return the nations of the nearest phrase above that agrees in number: who is asked, talked with, or acts."""
        for above in word.ancestors():
            phrases = []
            row = governor(above)
            if row is not None:
                # "talks with Oman about its men"
                partners = () if row.yes == "discussed" and not plural else ("with",)
                phrases += above.objects(*partners, "to", "from", "of")
                phrases += above.kids("dobj", "dative") if row.sends == "object" else []
            if row is not None and above.is_noun:
                phrases += above.kids("poss", "amod", "compound", "nmod")
            if above.is_verb:
                phrases += above.kids("nsubj", "nsubjpass")
                phrases += above.objects("with") if any(_is_talks(w) for w in above.kids("nsubj")) else []
            # "a request that they send was refused by Peru"
            agents = above.objects("by") if above.is_verb else []
            for phrase in (*phrases, *agents):
                if word.is_under(phrase) or (phrase.index > word.index and phrase not in agents):
                    continue
                codes = _codes(phrase, mentions, self)
                many = len(codes) > 1 or _is_people(phrase, mentions)
                if many if plural else len(codes) == 1:
                    return codes, None
        return None

    def _last_forces(self, word: Word, mentions: Mentions) -> Resolved | Open:
        subjects = (w for w in word.tree.words[: word.index] if w.relation in {"nsubj", "nsubjpass"})
        if any(w.tag in {"NNS", "NNPS"} and not _codes(w, mentions, self) for w in subjects):
            return Open(f"who “{word.lower}” are")  # somebody whom this sentence itself spoke of
        near = [f for f in self._forces if 0 <= self.number - f.number <= _NEAR]
        if near:
            return near[-1].codes, near[-1].span
        return Open(f"who “{word.lower}” are")

    def _last_list(self, word: Word) -> Resolved | Open:
        near = [one for one in self._lists if 0 <= self.number - one.number <= _NEAR]
        if near:
            return near[-1].codes, near[-1].span
        return Open(f"whose “{word.lower}” is")


def _is_people(word: Word, mentions: Mentions) -> bool:
    """Whether a word means the people of a foreign nation: "the Omanis said they"."""
    nation = mentions.nation(word)
    foreign = nation is not None and nation.code != "SY" and nation.form is Form.DEMONYM
    return foreign and word.tag in {"NNS", "NNPS"}


def _is_talks(noun: Word) -> bool:
    """Whether a noun is talks, whose partner stands beside their verb: "talks are under way with Oman"."""
    row = governor(noun)
    return row is not None and row.yes == "discussed"


def _codes(phrase: Word, mentions: Mentions, reference: Reference) -> tuple[str, ...]:
    """Return the nations that a noun phrase names by itself or by its modifiers."""
    found: list[str] = []
    for word in phrase.conjuncts():
        nation = mentions.nation(word)
        if nation is not None:
            found.append(nation.code)
            continue
        modifiers = [m for w in word.kids("amod", "compound", "poss", "nmod", "appos") for m in w.conjuncts()]
        if is_outlet(word, mentions):
            continue
        if is_kind(word, "body", "office", "force", "group"):
            modifiers += [m for w in word.objects("of", "from") for m in w.conjuncts()]
        codes = [n.code for m in modifiers if (n := mentions.nation(m)) is not None]
        name = mentions.person(word)
        if not codes and name is not None and (code := reference.person_nation(name)) is not None:
            codes = [code]
        found += codes
    return tuple(dict.fromkeys(code for code in found if code != "SY"))


def _lists(mentions: Mentions) -> list[tuple[tuple[str, ...], int]]:
    """Return the lists of countries in a sentence and where each ends; cities, and countries as places, are none."""
    found = []
    for word in mentions.tree:
        if word.relation == "conj" or len(word.conjuncts()) < 2:
            continue
        located = word.relation == "pobj" and word.head.lower in {
            "in",
            "from",
            "near",
            "at",
            "through",
            "via",
            "across",
        }
        nations = [n for one in word.conjuncts() if (n := _nation_of(one, mentions)) is not None]
        codes = tuple(dict.fromkeys(n.code for n in nations))
        if (
            len(codes) > 1
            and not located
            and "SY" not in codes
            and not all(n.form is Form.SEAT for n in nations)
        ):
            found.append((codes, word.conjuncts()[-1].end))
    return found


def _nation_of(word: Word, mentions: Mentions) -> Nation | None:
    nation = mentions.nation(word)
    if nation is not None:
        return nation
    if not is_kind(word, "office", "body", "force", "coming", "group"):
        return None
    return next(
        (n for w in word.kids("amod", "compound", "poss") if (n := mentions.nation(w)) is not None), None
    )


@cache
def _regions() -> dict[str, frozenset[str]]:
    return {name: frozenset(codes.split()) for name, codes in table("world_regions")["regions"].items()}


def _world_region(word: Word) -> frozenset[str] | None:
    before = " ".join(w.lower for w in word.tree.words[max(0, word.index - 1) : word.index + 1])
    return _regions().get(before) or _regions().get(word.lower)
