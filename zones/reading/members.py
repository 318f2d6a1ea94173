"""The members of a group of countries that stand beside its name: "Gulf states (Oman, Qatar)", "the CIS, such as"."""

from __future__ import annotations

from zones.reading.mentions import Mentions
from zones.reading.nation_lists import nation_list
from zones.reading.nations import Form
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word

__all__ = ["members"]

_OPENERS = (
    ("(",), ("--",), (":",), ("such", "as"), ("including",), ("namely",), ("like",), ("for", "instance"),
    ("for", "example"), ("among", "them"),
)  # fmt: skip
_PARTED = frozenset({",", "and", ";", "as", "well", "or", "from", "the"})
_LONGEST_NAME = 7  # words of "the Commonwealth of Independent States", between a group and its members
_NAMING = frozenset({"NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM"})


def members(group: Word, mentions: Mentions) -> list[Word]:
    """Return the countries that a sentence lists as members of a group, the first word of each.

    They stand in brackets, between dashes, after a colon or after "such as", by themselves or each group's in its own
    brackets. What is only left out ("all except Oman", "but not Oman") stands after other words, and is none.
    """
    scan = mentions.scan
    at = scan.token_at(group.start) + 1
    opened = _opened(scan, _name_end(scan, at, mentions)) or _told_later(group, scan, at)
    if opened is None:
        return []
    found, end = _listed(scan, opened)
    if not found:
        found, end = _in_brackets(scan, opened, mentions)
    further = found
    while further and scan.word(end) == ")":
        further, end = _in_brackets(scan, scan.skip(end + 1, _PARTED), mentions)
        found += further
    return [mentions.tree.between(*scan.span(at, at + 1))[0] for at in found]


def _opened(scan: Scan, at: int) -> int | None:
    """Return where members may begin after a sign or word that opens them."""
    at += scan.word(at) == ","
    for opener in _OPENERS:
        if scan.words[at : at + len(opener)] == opener:
            return at + len(opener)
    return None


def _told_later(group: Word, scan: Scan, at: int) -> int | None:
    """Return where the members of counted groups begin: "come from three groups, he said: the Gulf states (Oman)"."""
    counted = group.kid("nummod") is not None and scan.words.count(":") == 1
    return scan.words.index(":", at) + 1 if counted and ":" in scan.words[at:] else None


def _listed(scan: Scan, at: int) -> tuple[list[int], int]:
    """Return the positions of the countries that are named from a position on, and the position after them."""
    nations, end = nation_list(scan, at)
    return [nation.start for nation in nations if nation.form is Form.NAME], end


def _in_brackets(scan: Scan, at: int, mentions: Mentions) -> tuple[list[int], int]:
    """Return the countries in the brackets after the name of a group, and the position after them."""
    opening = _name_end(scan, scan.skip(at, {"the"}), mentions)
    return _listed(scan, opening + 1) if scan.word(opening) == "(" and opening > at else ([], at)


def _name_end(scan: Scan, at: int, mentions: Mentions) -> int:
    """Return the position after the words that only go on with a group's name: "of the Nordic Council"."""
    for end in range(at, at + _LONGEST_NAME):
        if end >= len(scan) or end in scan.nations or _opened(scan, end) is not None:
            return end
        words = mentions.tree.between(*scan.span(end, end + 1))
        if any(word.pos not in _NAMING for word in words):
            return end
    return at
