"""Nationalities named in a text: countries, demonyms, seats of government, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zones.countries import countries
from zones.reading.lexicon import Hit, Patterns, table, words
from zones.reading.tokens import Sentence, tokenize

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


def find_nations(sentence: Sentence) -> tuple[Nation, ...]:
    """Return the nationalities named in a sentence, from left to right."""
    masked = {i for hit in _not_nations().find(sentence.words) for i in range(hit.start, hit.end)}
    return tuple(
        Nation(*hit.value, hit.start, hit.end)
        for hit in _nations().find(sentence.words)
        if hit.start not in masked and _is_meant(sentence, hit)
    )


def _is_meant(sentence: Sentence, hit: Hit[tuple[str, Form]]) -> bool:
    """Whether a name is written as one, and is not half of a word such as "Russian-backed"."""
    first = sentence.tokens[hit.start]
    if not first.capital:
        return False
    alone = hit.end - hit.start == 1
    if alone and first.word in words("nations.uppercase_only") and not first.text.replace(".", "").isupper():
        return False
    following = sentence.tokens[hit.end : hit.end + 1]
    return not any(t.glued and t.word in words("nations.not_nations.after_hyphen") for t in following)


@cache
def _nations() -> Patterns[tuple[str, Form]]:
    return Patterns((_pattern(name), (code, form)) for name, code, form in (*_own_names(), *_table_names()))


@cache
def _not_nations() -> Patterns[None]:
    listed = table("nations")["not_nations"]["phrases"]
    return Patterns((phrase if "|" in phrase else _pattern(phrase), None) for phrase in listed)


def _own_names() -> Iterator[tuple[str, str, Form]]:
    """Yield the names of our own list; they come first, so that they win over the table's."""
    sections = {"names": Form.NAME, "demonyms": Form.DEMONYM, "seats": Form.SEAT, "people": Form.PERSON}
    for section, form in sections.items():
        for code, names in table("nations")[section].items():
            yield from ((name, code, form) for name in names)


def _table_names() -> Iterator[tuple[str, str, Form]]:
    for code, row in countries().items():
        names = [row["name"], row["un_name"], *row["other_names"].split("|")]
        demonyms = row["demonyms"].split("|")
        plurals = [f"{demonym}s" for demonym in demonyms if demonym.endswith(("n", "i"))]
        yield from ((name, code, Form.NAME) for name in filter(None, names))
        yield from ((name, code, Form.DEMONYM) for name in filter(None, [*demonyms, *plurals]))
        if row["capital"]:
            yield row["capital"], code, Form.SEAT


def _pattern(name: str) -> str:
    return " ".join(t.word for t in tokenize(name))
