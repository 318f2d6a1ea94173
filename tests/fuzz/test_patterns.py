"""No regular expression of the project takes more than linear time, whatever it is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import fields

import pytest

from geodata import foreign
from geodata.boundaries.schemes import SCHEMES
from geodata.position.links import SERVICES
from tests.fuzz.attacks import attacks, slowest
from tests.fuzz.patterns import Made, modules, patterns
from zones.reading.sentence.model import load_model
from zones.text import characters, markdown, phrases
from zones.text import credits as credit_lines

MADE: dict[str, Callable[[], Made]] = {
    "geodata.boundaries.schemes.column": lambda: (("fullmatch",), _columns()),
    "geodata.foreign.parsed_toml": lambda: (("search",), [f"{foreign._KEY}{{{most}}}" for most in (12, 100)]),
    "geodata.position.links.read_link": lambda: (("fullmatch",), [service.host for service in SERVICES]),
    "geodata.position.links._positions": lambda: (
        ("findall",),
        [one.removeprefix("lon:") for service in SERVICES for one in (*service.places, *service.middles)],
    ),
    "zones.reading.sentence.word_matcher._words_asked": lambda: (("fullmatch",), _asked_of_words()),
    "zones.text.characters._pattern": lambda: (
        ("finditer",),
        filter(
            None, map(characters._pattern, ("a\xad\n", "e\u0301\u200b", "\u0340a\ufb01\x02", "a\u034f\u0301"))
        ),
    ),
    "zones.text.credits._forms": lambda: (
        ("search", "finditer", "fullmatch"),
        [
            f
            for end in (r"(?:$|(?<![)\]])\.$)", r"(?<=[a-z)\]])(?=[A-Z])", "")
            for f, _ in credit_lines._forms(end)
        ],
    ),
    "zones.text.markdown.": lambda: (("finditer",), [pattern for _, pattern in markdown._MARKS]),
    "zones.text.phrases._pattern": lambda: (
        ("match",),
        [phrases._pattern(kind) for kind, told in phrases.table().items() if isinstance(told, list)],
    ),
    "zones.text.tags._after": lambda: (("search",), ["-->", r"</script\s*+>"]),
    "maps.save._renumbered": lambda: (("sub",), ["0f3b|1a2c"]),
}
"""What the functions compile that make a pattern as they run; one that is not here makes the test fail."""


def _asked_of_words() -> list[re.Pattern[str]]:
    """Return the patterns of the words that the language model's own patterns ask for."""
    matcher = load_model().get_pipe("attribute_ruler").matcher
    return [matcher._asked, matcher._opening]


def _columns() -> list[str]:
    """Return the patterns of the columns that boundaries of others have, for each level."""
    values = (getattr(scheme, field.name) for scheme in SCHEMES for field in fields(scheme))
    told = [pattern for value in values if isinstance(value, tuple) for pattern in value]
    return [pattern.replace("{n}", str(level)) for pattern in told for level in (1, 2, 3)]


def made(function: str, call: ast.Call) -> Made:
    assert function in MADE, f"line {call.lineno}: {function} makes a pattern as it runs; add it to MADE"
    return MADE[function]()


@pytest.mark.parametrize("module", modules())
def test_no_pattern_backtracks(module: str) -> None:
    slow = {one.where: slowest(one.pattern, one.methods) for one in patterns(module, made)}
    assert {where: attack for where, attack in slow.items() if attack is not None} == {}


@pytest.mark.slow
def test_every_pattern_is_found() -> None:
    assert sum(1 for module in modules() for _ in patterns(module, made)) > 250


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b", r"(?:a|a)*b", r"\s*,?\s*x", r"\w+\s*$", r"(?:<!--.{0,2000}?-->\s*)*<html", r"x*y",
        r"[A-Z]+ *[A-Z ]+ *x", r"AAA[ \xa0]*[ \t\xa0]*[\s]*(?:—)",
    ],
)  # fmt: skip
def test_a_pattern_that_backtracks_is_found(pattern: str) -> None:
    assert slowest(re.compile(pattern), ["search"]) is not None


@pytest.mark.parametrize("pattern", [r"a++b", r"(?<!\s)\s++x", r"(?>\w+)-", r"[a-z]{1,20}:", r"^(?:ab)*+c"])
def test_a_pattern_that_does_not_is_left_alone(pattern: str) -> None:
    assert slowest(re.compile(pattern), ["match"]) is None
    assert list(attacks(re.compile(pattern)))
