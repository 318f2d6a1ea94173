"""Hyphens at the end of a line: whether one belongs to the word, or only parts it.

It stays where the text writes the word with it elsewhere, between a name, a number or capitals and what follows
("Turkish-/backed", "al-/Nusra"), between two like vowels ("de-/escalation"), and between two words of the text of four
letters or more ("border-/line", "pro-/government"). Elsewhere it falls away, and surely where the text writes the word
without it.
"""

from __future__ import annotations

import re
from functools import cached_property

__all__ = ["Hyphens"]

_LAST = re.compile(r"(?<![\w.'’])(?<![\w.'’][-‐])[\w.'’]++(?:[-‐][\w.'’]++)*+[-‐]$")
_FIRST = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
_WORDS = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_PARTED = re.compile(r"\w[-‐](?P<between>\s++)\Z")
_NEAR = 12  # characters before a word in which a line end and its blanks stand
_LEAST_LETTERS = 4
_AFTER_NAMES = frozenset(
    {
        "allied", "armed", "backed", "based", "born", "brokered", "controlled", "dominated", "era", "friendly",
        "funded", "held", "language", "led", "made", "mediated", "occupied", "run", "speaking", "sponsored", "style",
        "supported", "trained", "wide",
    }
)  # fmt: skip
"""What follows a name and a hyphen: "Turkish-backed", "Kurdish-led"."""
_COMPOUNDS = frozenset(
    {("north", "east"), ("north", "west"), ("south", "east"), ("south", "west"), ("sub", "district")}
)
_PREFIXES = frozenset(
    {"anti", "counter", "cross", "ex", "half", "multi", "non", "pro", "self", "semi", "vice"}
)


class Hyphens:
    """The words of a text, by which hyphens at its line ends are judged."""

    def __init__(self, text: str) -> None:
        self._text = text

    def stays(self, above: str, below: str) -> bool:
        """Return whether the hyphen at the end of one line belongs to the word that the next line goes on with.

        Examples
        --------
        >>> known = Hyphens("The de-escalation zone in Lebanon")
        >>> known.stays("four de-", "escalation zones"), known.stays("Idlib prov-", "ince"), known.stays("Leba-", "non")
        (True, False, False)
        """
        last, first = _LAST.search(above), _FIRST.match(below)
        if last is None or first is None:
            return True
        head, tail = last.group().rstrip("-‐").casefold(), first.group().casefold()
        with_it, without = f"{head}-{tail}" in self._words, f"{head}{tail}" in self._words
        if with_it != without:
            return with_it
        part = last.group().rstrip("-‐").replace("‐", "-").rpartition("-")[2]
        if not first.group()[0].islower() or not part.isalpha() or (part.isupper() and len(part) > 1):
            return True
        if part[0].isupper():
            return tail in _AFTER_NAMES
        return self._is_compound(part, tail)

    def _is_compound(self, head: str, tail: str) -> bool:
        """Whether a word is usually written with a hyphen, or is made of two words of the text."""
        if head[-1] == tail[0] and tail[0] in "aeiou":
            return True
        if (head, tail.removesuffix("s").removesuffix("ern")) in _COMPOUNDS:
            return True
        known = tail in self._words and len(tail) >= _LEAST_LETTERS
        return known and (head in _PREFIXES or (head in self._words and len(head) >= _LEAST_LETTERS))

    @cached_property
    def _words(self) -> frozenset[str]:
        found: set[str] = set()
        for one in _WORDS.finditer(self._text):
            if self._text[one.end() : one.end() + 1] in {"-", "‐"}:
                continue  # the first part of a word that a line end parts
            parted = _PARTED.search(self._text, max(0, one.start() - _NEAR), one.start())
            if parted is not None and "\n" in parted["between"]:
                continue  # the second part
            word = one.group().casefold()
            found.add(word.replace("‐", "-"))
        return frozenset(found)
