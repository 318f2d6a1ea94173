"""Marks that open the rows of lists, in whatever sign they are written: they become "- " or "1. ".

A sign is a bullet by its Unicode category and place. Some signs are one wherever they open a line; others, letters and
dashes glued to the first word among them, only if neighbouring lines begin alike. Signs within a line that only
decorate it (emoji) are not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from zones.text.edited import Edit

__all__ = ["bullet_edits"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANKS = "[ \t]"
_SURE_NAMES = (
    "BULLET",
    "MIDDLE DOT",
    "BULLET OPERATOR",
    "DOT OPERATOR",
    "REFERENCE MARK",
    "HYPHENATION POINT",
)
_SENTENCE_SIGNS = frozenset("©®™°№℃℉")
_NUMBERED = re.compile(
    r"(?P<open>[(\[#]?)(?P<number>\d{1,2})"
    rf"(?P<close>\u20e3|{_BLANKS}*[.):\]/°º·–—-]+|(?<=#\d)|(?<=#\d\d))(?P<gap>{_BLANKS}*)"
    r"(?=[^\W\d]|[\"“‘'(])"
)
_TASK = re.compile(rf"[-*+]{_BLANKS}+\[[ xX]\]{_BLANKS}+")
# A letter or sign alone before a blank: Word's bullets in the wrong font ("o", "§", "v", "ü"), "+", "~", "->", "=>".
_LETTER = re.compile(rf"(?P<mark>[b-hj-z]|[§¨ØÜüÖ¤+~¬»›]|[-=]+>|--|<>|>>){_BLANKS}+(?=\S)")
# A usual mark and a tab, as word processors write them; more tabs part the cells of a table.
_TABBED = re.compile(r"(?:[-–—*]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)])(?P<gap> *+\t[ \t]*+)[^\t]++")
_GLUED = re.compile(r"(?P<mark>[-–—*+])(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class _Mark:
    """What may open a row: the edit that makes it plain, what neighbouring rows have alike, whether it is sure."""

    edit: Edit
    alike: str
    number: int = 0
    sure: bool = False


def bullet_edits(text: str) -> Iterator[Edit]:
    r"""Yield the plain mark for each sign that opens a row, and nothing for signs that only decorate a line.

    Examples
    --------
    >>> [edit.words for edit in bullet_edits("o Idlib\no Homs\n\n\uf0b7 Hama\n\u2460 Daraa is in\u2705")]
    ['- ', '- ', '- ', '1. ', '']
    """
    lines = [found for found in _LINE.finditer(text) if not found.group().isspace()]
    marks = [_mark(found.group(), found.start()) for found in lines]
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        start = line.start()
        if mark is not None and (mark.sure or _is_one_of_several(marks, number)):
            yield mark.edit
            start = mark.edit.end
        yield from _decorations(text, start, line.end())


def _is_one_of_several(marks: list[_Mark | None], number: int) -> bool:
    """Whether the line before or after opens alike, numbers counting on."""
    mark = marks[number]
    for other, step in ((number - 1, -1), (number + 1, 1)):
        near = marks[other] if 0 <= other < len(marks) else None
        if (
            mark is not None
            and near is not None
            and near.alike == mark.alike
            and (not mark.number or near.number == mark.number + step)
        ):
            return True
    return False


def _mark(line: str, offset: int) -> _Mark | None:
    indent = len(line) - len(line.lstrip())
    first = line[indent]
    start = offset + indent
    if (task := _TASK.match(line, indent)) is not None:
        return _Mark(Edit(start, offset + task.end(), "- "), "task", sure=True)
    if (tabbed := _TABBED.fullmatch(line, indent)) is not None:
        return _Mark(Edit(offset + tabbed.start("gap"), offset + tabbed.end("gap"), " "), "tab", sure=True)
    if (found := _LETTER.match(line, indent) or _GLUED.match(line, indent)) is not None:
        return _Mark(Edit(start, offset + found.end(), "- "), found["mark"])
    if (found := _NUMBERED.match(line, indent)) is not None:
        return _numbered(found, start, offset)
    return _signed(line, indent, offset) if not first.isascii() else None


def _numbered(found: re.Match[str], start: int, offset: int) -> _Mark | None:
    keycap = found["close"] == "\u20e3"
    usual = found["close"] in {".", ")", ":"} and found["gap"] and found["open"] in {"", "("}
    if usual or not int(found["number"]):
        return None
    if (
        not found["gap"]
        and found["close"].strip() in {"-", "–", "—", "/"}
        and not found["close"][0].isspace()
    ):
        return None  # "1-Idlib" may be "2-year"
    words = f"{int(found['number'])}. "
    alike = found["open"] + found["close"].strip()
    return _Mark(Edit(start, offset + found.end(), words), alike, int(found["number"]), sure=keycap)


def _signed(line: str, indent: int, offset: int) -> _Mark | None:
    """Return the mark that a sign makes which is no letter: a number in a circle, a bullet, an emoji, an arrow."""
    end = indent
    while end < len(line) and _is_sign(line[end]):
        end += 1
    sign = line[indent:end]
    gap = len(line[end:]) - len(line[end:].lstrip())
    if not sign or end + gap >= len(line):
        return None
    edit = Edit(offset + indent, offset + end + gap, "- ")
    value = _counted(sign[0])
    if value is not None:
        after = re.match(r"[.):]?\s*", line[end:])
        edit = Edit(
            edit.start,
            offset + end + (after.end() if after else 0),
            f"{value}. " if value.isdigit() else f"{value}) ",
        )
        return _Mark(edit, "counted", sure=True)
    sure = len(sign) == 1 and (_is_bullet(sign) or _is_mark_by_itself(sign)) and bool(gap)
    return _Mark(edit, unicodedata.category(sign[0]), sure=sure)


@lru_cache(maxsize=4096)
def _is_sign(character: str) -> bool:
    """Whether a character is a sign that no sentence is written with."""
    if character.isascii() or character in _SENTENCE_SIGNS or 0x2500 <= ord(character) <= 0x257F:
        return False
    if 0x25A0 <= ord(character) <= 0x27BF:
        return True
    category = unicodedata.category(character)
    return category in {"So", "Co", "Sk", "No", "Nl"} or _is_bullet(character) or _is_arrow(character)


def _is_bullet(character: str) -> bool:
    category = unicodedata.category(character)
    dash = category == "Pd" and character not in "-–—"
    return dash or category == "Co" or any(name in unicodedata.name(character, "") for name in _SURE_NAMES)


def _is_mark_by_itself(character: str) -> bool:
    """Whether a sign is of the kind that marks rows: geometric shapes, ticks, arrows, dingbats."""
    return _is_arrow(character) or 0x25A0 <= ord(character) <= 0x25FF or 0x2700 <= ord(character) <= 0x27BF


def _is_arrow(character: str) -> bool:
    return "ARROW" in unicodedata.name(character, "")


def _counted(character: str) -> str | None:
    """Return the number or letter that a sign shows: in a circle, in brackets, with a full stop, Roman."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if unicodedata.category(character) == "No" and kind not in {"<super>", "<sub>", "<fraction>"}:
        value = unicodedata.numeric(character, 0.0)
        return str(int(value)) if value.is_integer() and 0 < value < 100 else None
    plain = unicodedata.normalize("NFKC", character).strip("().")
    if character == "\U0001f51f":
        return "10"
    return (
        plain
        if kind in {"<circle>", "<square>", "<compat>"} and plain.isalpha() and plain.isascii()
        else None
    )


def _decorations(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield nothing for each sign within a line that decorates it; arrows and numbers are said."""
    line = text[start:end]
    if line.isascii():
        return
    for found in re.finditer(r"[^\x00-\u20ff]+", line):
        run = found.group()
        for at, character in enumerate(run, start + found.start()):
            if _decorates(character):
                yield Edit(at, at + 1, "")


@lru_cache(maxsize=4096)
def _decorates(character: str) -> bool:
    category = unicodedata.category(character)
    far = ord(character) >= 0x2600 and category in {"So", "Sk"}
    return (far and not _is_arrow(character)) or category == "Co"
