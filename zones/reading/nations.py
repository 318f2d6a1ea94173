"""Nationalities named in a text: countries, demonyms, seats of government, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zones.countries import countries
from zones.reading.lexicon import Patterns, table
from zones.reading.tokens import Sentence, fold_word, tokenize

__all__ = ["Form", "Nation", "find_nations"]


class Form(StrEnum):
    """How a nationality is named."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Nation:
    """A mention of a nationality: ISO 3166 alpha-2 code or ``UN``, form, and the tokens it covers."""

    code: str
    form: Form
    start: int
    end: int


_UPPERCASE_ONLY = {"us", "un", "uk", "uae", "usa"}


def _entries() -> Iterator[tuple[str, tuple[str, Form]]]:
    words = table("nations")
    for code, names in words["names"].items():
        for name in names:
            yield _pattern(name), (code, Form.NAME)
    for code, names in words["demonyms"].items():
        for name in names:
            yield _pattern(name), (code, Form.DEMONYM)
    for code, names in words["seats"].items():
        for name in names:
            yield _pattern(name), (code, Form.SEAT)
    for code, names in words["people"].items():
        for name in names:
            yield _pattern(name), (code, Form.PERSON)
    for code, row in countries().items():
        for name in [row["name"], *filter(None, row["other_names"].split("|"))]:
            yield _pattern(name), (code, Form.NAME)
        for demonym in filter(None, row["demonyms"].split("|")):
            yield _pattern(demonym), (code, Form.DEMONYM)
            if demonym.endswith(("n", "i")):
                yield _pattern(f"{demonym}s"), (code, Form.DEMONYM)
        if row["capital"]:
            yield _pattern(row["capital"]), (code, Form.SEAT)


def _pattern(name: str) -> str:
    return " ".join(t.word for t in tokenize(name))


@cache
def _nations() -> Patterns[tuple[str, Form]]:
    return Patterns(_entries())


@cache
def _not_nations() -> Patterns[None]:
    return Patterns((_pattern(p) if "|" not in p else p, None) for p in table("nations")["not_nations"]["phrases"])


@cache
def _hyphenated() -> frozenset[str]:
    return frozenset(map(fold_word, table("nations")["not_nations"]["after_hyphen"]))


def find_nations(sentence: Sentence) -> tuple[Nation, ...]:
    """Return the nationalities named in a sentence, from left to right."""
    words, tokens = sentence.words, sentence.tokens
    masked = {i for hit in _not_nations().find(words) for i in range(hit.start, hit.end)}
    found = []
    for hit in _nations().find(words):
        first = tokens[hit.start]
        if hit.start in masked or not first.capital:
            continue
        if first.word in _UPPERCASE_ONLY and hit.end - hit.start == 1 and not first.text.replace(".", "").isupper():
            continue
        if hit.end < len(tokens) and tokens[hit.end].glued and words[hit.end] in _hyphenated():
            continue
        code, form = hit.value
        found.append(Nation(code, form, hit.start, hit.end))
    return tuple(found)


def codes(nations: Iterable[Nation]) -> tuple[str, ...]:
    """Return the distinct codes in order of appearance."""
    return tuple(dict.fromkeys(n.code for n in nations))
