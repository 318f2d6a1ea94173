"""Attacks on a regular expression, made of the expression itself: what its repeats take, over and over.

A backtracking engine takes long where a stretch of text can be shared out among repeats in several ways, and what
follows then fails. So each attack is what leads up to a repeat, one thing that some repeat takes, many times, and an
end that fits or fails.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

__all__ = ["attacks", "slowest"]

Text = str | bytes
Node: TypeAlias = tuple[Any, Any]
_PROBES = "a A0 \xa0\t\n\r-.,'\"()[]{}<>*_=#/:;|&+%@!~É\u0623\u200b\u2028"
_MANY = 8  # a repeat of more is worth attacking
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_LENGTHS = (4000, 16000)
_SHORT = (20, 60, 140, 300)  # so that what is exponential or cubic is told before it never ends
_QUICK = (
    0.001  # seconds for 4,000 characters; a quadratic pattern, at a nanosecond a step, takes eight times that
)
_ENDLESS = 0.1
_MARGIN = 8  # four times the length may take that many times longer: 4 is linear, 16 is quadratic


def attacks(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], Any]]:
    """Yield functions from a length to a hostile text of about that length."""
    binary = isinstance(pattern.pattern, bytes)
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    repeats = list(_repeats(tree, "", pattern.flags))
    pieces = dict.fromkeys(piece for _, body in repeats for piece in _pieces(body, pattern.flags))
    for before in dict.fromkeys(before for before, _ in repeats):
        for piece in pieces:
            for end in ("", "\x00", "\n\x00"):
                if binary:
                    yield lambda n, a=before, b=piece, c=end: _encoded(a + b * (n // len(b)) + c)
                else:
                    yield lambda n, a=before, b=piece, c=end: a + b * (n // len(b)) + c


def slowest(pattern: re.Pattern[Any], methods: Sequence[str]) -> str | None:
    """Return the attack that takes a pattern more than linear time, in words; None if there is none."""
    for make in attacks(pattern):
        for method in methods:
            run = _run(pattern, method)
            if any(min(_time(run, make(n)) for _ in range(2)) > _QUICK for n in _SHORT):
                return f"{method} on {make(40)!r}, endless"
            once = min(_time(run, make(_LENGTHS[0])) for _ in range(2))
            if once < _QUICK:
                continue
            if once > _ENDLESS:
                return f"{method} on {make(40)!r}: {once:.4f} s for 4,000 characters"
            short, long = (min(_time(run, make(n)) for _ in range(3)) for n in _LENGTHS)
            if long > _MARGIN * short:
                return (
                    f"{method} on {make(40)!r}: {short:.4f} s for 4,000 characters, {long:.4f} s for 16,000"
                )
    return None


def _run(pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    if method in {"sub", "subn"}:
        return lambda text: pattern.sub(text[:0], text)
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    found: Callable[[Any], object] = getattr(pattern, method)
    return found


def _time(run: Callable[[Any], object], text: Text) -> float:
    begun = time.thread_time()
    run(text)
    return time.thread_time() - begun


def _encoded(text: str) -> bytes:
    return text.encode("latin-1", "replace")


def _repeats(nodes: Sequence[Node], before: str, flags: int) -> Iterator[tuple[str, Sequence[Node]]]:
    """Yield the long repeats with a text that leads up to each, outer ones first."""
    for kind, value in nodes:
        if kind in _REPEATS:
            _, most, body = value
            if most > _MANY:
                yield before, body
            yield from _repeats(body, before, flags)
        else:
            for inner in _inner(kind, value):
                yield from _repeats(inner, before, flags)
        before += _sample([(kind, value)], flags)


def _inner(kind: Any, value: Any) -> list[Sequence[Node]]:
    """Return the sequences that a node holds, repeats apart."""
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        return [value[1]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind is op.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def _pieces(body: Sequence[Node], flags: int) -> Iterator[str]:
    """Yield what a repeat's body takes: itself in short, and each character or class in it."""
    whole = _sample(body, flags)
    if whole:
        yield whole
    for kind, value in body:
        if kind in _REPEATS:
            yield from _pieces(value[2], flags)
        elif kind in {op.SUBPATTERN, op.BRANCH, op.ATOMIC_GROUP}:
            for inner in _inner(kind, value):
                yield from _pieces(inner, flags)
        elif kind in {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}:
            yield from _taken(kind, value, flags)[:6]


def _sample(nodes: Sequence[Node], flags: int) -> str:
    """Return a short text that a sequence takes, its conditions left aside."""
    text = ""
    for kind, value in nodes:
        if kind in _REPEATS:
            text += _sample(value[2], flags) * value[0]
        elif kind is op.BRANCH:
            text += min((_sample(one, flags) for one in value[1]), key=len)
        elif kind in {op.SUBPATTERN, op.ATOMIC_GROUP}:
            text += _sample(_inner(kind, value)[0], flags)
        elif kind in {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}:
            text += (*_taken(kind, value, flags), "")[0]
    return text


def _taken(kind: Any, value: Any, flags: int) -> tuple[str, ...]:
    """Return some characters that a character or class takes."""
    if kind is op.LITERAL:
        return (chr(value),)
    if kind is op.NOT_LITERAL:
        return tuple(char for char in _PROBES if ord(char) != value)
    if kind is op.ANY:
        return tuple(char for char in _PROBES if char != "\n" or flags & re.DOTALL)
    return _of_class(tuple(value))


@cache
def _of_class(members: tuple[Node, ...]) -> tuple[str, ...]:
    known = tuple(char for char in _PROBES if _is_in(char, members))
    own = tuple(chr(v[0] if k is op.RANGE else v) for k, v in members if k in {op.LITERAL, op.RANGE})
    return known or tuple(char for char in own if _is_in(char, members)) or ("a",)


def _is_in(char: str, members: Sequence[Node]) -> bool:
    negated, found = False, False
    for kind, value in members:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            found |= ord(char) == value
        elif kind is op.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        elif kind is op.CATEGORY:
            found |= _CATEGORIES[value](char)
    return found is not negated


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    op.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    op.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
