"""Characters that are not seen, or stand for plain ones: marks of direction, soft hyphens, blanks, ligatures.

What becomes of a character follows from its Unicode category and its decomposition, not from a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from zones.text.edited import Edit

__all__ = ["character_edits", "plain_character"]

_LINE_ENDS = "\n\r\t\x0b\x0c\x85\u2028\u2029"
# A soft hyphen at the end of a line joins the parts of a word; so do what Word and PDF readers put there.
_SOFT_AT_LINE_END = r"(?<![\xad\x1f\x02])[\xad\x1f\x02]++[ \t]*+(?:\r\n|[\n\r])[ \t]*+(?=[a-zß-öø-ÿ])"
_SPELT = {"\x1e": "-", "\u2010": "-", "\u2011": "-", "\ufe63": "-", "\u2800": " ", "\u3164": " "}
_UNSEEN_NAMES = (
    "VARIATION SELECTOR",
    "COMBINING GRAPHEME JOINER",
    "OBJECT REPLACEMENT",
    "MONGOLIAN VOWEL SEPARATOR",
)
_SAME_LETTER = ("<font>", "<wide>", "<narrow>")


def character_edits(text: str) -> Iterator[Edit]:
    r"""Yield the plain form of each character that is written otherwise than it reads.

    Letters followed by marks that compose with them are composed (NFC).

    Examples
    --------
    >>> [(edit.start, edit.words) for edit in character_edits("of\ufb01cers in\xa0Id\xadlib")]
    [(2, 'fi'), (10, ' '), (13, '')]
    """
    pattern = _pattern(text)
    if pattern is None:
        return
    for found in pattern.finditer(text):
        yield Edit(found.start(), found.end(), _plain(found.group()))


def _pattern(text: str) -> re.Pattern[str] | None:
    """Return a pattern of what is to be changed in a text, None if nothing is."""
    used = set(text)
    changed = "".join(sorted(c for c in used if plain_character(c) != c))
    marks = "".join(sorted(c for c in used if unicodedata.combining(c)))
    if not changed and not marks:
        return None
    forms = []
    if not used.isdisjoint("\xad\x1f\x02"):
        forms.append(_SOFT_AT_LINE_END)
    if marks:  # unseen marks may stand between a letter and its accent
        forms.append(rf"[^\W\d_][{re.escape(changed + marks)}]*[{re.escape(marks)}]")
    if changed:
        forms.append(f"[{re.escape(changed)}]")
    return re.compile("|".join(forms))


def _plain(piece: str) -> str:
    if len(piece) == 1:
        return plain_character(piece)
    if piece[0] in "\xad\x1f\x02":
        return ""
    return unicodedata.normalize("NFC", "".join(map(plain_character, piece)))


@lru_cache(maxsize=65536)
def plain_character(character: str) -> str:
    r"""Return what a character is read as: itself, another, several, or nothing.

    Examples
    --------
    >>> [plain_character(c) for c in "a\u200f\u3000\ufb03\uff21\u00b2"]
    ['a', '', ' ', 'ffi', 'A', '²']
    """
    if (character.isascii() and character.isprintable()) or character in _LINE_ENDS:
        return character
    if character in _SPELT:
        return _SPELT[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in {"Cf", "Cc"} or unicodedata.name(character, "").startswith(_UNSEEN_NAMES):
        return ""
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith(_SAME_LETTER) or _is_ligature(character, decomposition):
        return unicodedata.normalize("NFKC", character)
    return unicodedata.normalize("NFC", character)


def _is_ligature(character: str, decomposition: str) -> bool:
    return decomposition.startswith("<compat>") and " LIGATURE " in unicodedata.name(character, "")
