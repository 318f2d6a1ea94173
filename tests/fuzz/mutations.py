"""Inputs that were good once: most faults hide a step away from what is valid, not in noise."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

HOSTILE = (
    *"\x00\x07\x1b\x7f\x85\xa0\u00ad\u200b\u200f\u202e\u2028\u2029\ufeff\ufffd\U0001f600",
    "\r", "\n", "\t", "\r\n", '"', "'", "“", "”", "(", "[", "{", "<", "&#0;", "\\", "/", "..", ",", ";", ".",
    "İ", "ß", "ŉ", "ǰ", "²", "٣", "Ⅻ", "½", "é", "e\u0301", "إدلب", "ال", "ـ", "مركز", "Идлиб", "伊德利卜",
    "0", "-1", "1e400", "NaN", "inf", "null", "9" * 5000, "1/0", "2017-02-30", "31 June 2017", "0000-00-00",
)  # fmt: skip
"""Words and marks at which readers stumble."""

NUMBERS = st.sampled_from(
    [0, -1, 1, 2**31, 2**63, 10**400, 0.0, -0.0, 0.5, 1e-320, 1e308, float("inf"), float("nan"), 180.1, 36.63]
)
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=20)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)


@st.composite
def changed_text(draw: st.DrawFn, good: Sequence[str]) -> str:
    """Draw a text with some of its words dropped, doubled, moved, or given up for another's or a hostile one."""
    words = _pieces(draw(st.sampled_from(good)))
    other = _pieces(draw(st.sampled_from(good)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(words) - 1, 0)))
        end = at + draw(st.integers(0, 4))
        start = draw(st.integers(0, max(len(other) - 1, 0)))
        piece = draw(
            st.sampled_from([[], words[at:end] * 2, other[start : start + end - at]])
            | TEXTS.map(lambda t: [t])
        )
        words[at:end] = piece
    return "".join(words)


@st.composite
def changed_bytes(draw: st.DrawFn, good: Sequence[bytes]) -> bytes:
    """Draw the bytes of a good file with some of them overwritten, dropped, put in, or the end cut off."""
    data = bytearray(draw(st.sampled_from(good)))
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(data)))
        piece = draw(
            st.binary(max_size=8) | st.sampled_from([b"\xff" * 8, b"\x00" * 8, b"\x7f\xff\xff\xff", b"\x01"])
        )
        dropped = draw(st.sampled_from([len(piece), len(piece), len(piece), 0, 8, len(data)]))
        data[at : at + dropped] = piece
    return bytes(data)


@st.composite
def changed_json(draw: st.DrawFn, good: Callable[[], Any], values: st.SearchStrategy[Any] = ANY_JSON) -> Any:
    """Draw a good JSON value in which some values at any depth are dropped, doubled or others."""
    value = copy.deepcopy(good())
    for _ in range(draw(st.integers(1, 3))):
        holder = value
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = holder[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 5)):
                holder = inner
                continue
            _change(draw, holder, key, values)
            break
    return value


def _change(draw: st.DrawFn, holder: Any, key: Any, values: st.SearchStrategy[Any]) -> None:
    match draw(st.sampled_from(["other", "other", "drop", "double"])):
        case "drop":
            del holder[key]
        case "double" if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        case _:
            holder[key] = copy.deepcopy(draw(values))  # which a later step may change in its turn


def _pieces(text: str) -> list[str]:
    """Return words and what parts them, in turn."""
    found = [""]
    for char in text:
        if char.isalnum() == found[-1][-1:].isalnum() and found[-1]:
            found[-1] += char
        else:
            found.append(char)
    return found[1:]
