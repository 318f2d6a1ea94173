"""Folding of place names: one key for the spellings that a name has in Latin and Arabic script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Signs for hamza and ayn, apostrophes and quotation marks that stand for them, and tatweel.
_DROPPED = dict.fromkeys(map(ord, "'`´‘’‛′ʹʻʼʽʾʿˈˊˋˌ\"ـ\u200c\u200d\u200e\u200f\u0621"))
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "æ": "ae", "œ": "oe", "ə": "e",
        "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ٱ": "ا",
    }
)  # fmt: skip
_ARTICLES = frozenset(
    re.findall(
        r"\w+",
        "al el ul il l ar er ur as es us ash esh ech ush ad ed ud adh edh at et ut ath eth az ez uz an en un",
    )
)
_SPLIT = re.compile(r"[^\w]+|_")
_MARKAZ = "مركز"


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """
    Return the strict key of a place name: equal for spellings that differ only in their marks.

    Case, diacritics, apostrophes, hyphens, the Arabic article (also assimilated: ar-, as-, ash-, el-, ul-),
    doubled letters and a final silent h fall away; in Arabic script the forms of alef, ya, ta marbuta and
    hamza are one, and vowel signs, tatweel and the article fall away.

    Parameters
    ----------
    name
        A name in Latin or Arabic script.

    Returns
    -------
    str
        Lower-case words joined by single spaces; empty if the name has no letter or digit.

    Examples
    --------
    >>> fold("Jisr ash-Shughūr"), fold("Ma'arrat an-Nu`man"), fold("Deir ez-Zor")
    ('jisr shughur', 'marat numan', 'deir zor')
    >>> fold("إدلب") == fold("ادلب"), fold("حماة") == fold("حماه")
    (True, True)
    """
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)
    words = [word for word in _SPLIT.split(text.translate(_DROPPED)) if word]
    bare = [word for word in words if word not in _ARTICLES] or words
    return " ".join(_fold_word(word) for word in bare)


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """
    Return the loose key of a place name: equal for most romanisations of one Arabic name.

    Beyond `fold`, vowels that romanisers exchange are one (o and u, e and i and y, ei and ay, ou and u),
    q is k, spaces fall away, and the ending -a, -ah, -eh or -e is one.

    Examples
    --------
    >>> skeleton("Suwayda") == skeleton("Sweida") == skeleton("As-Suweida")
    True
    >>> skeleton("Khan Sheikhoun") == skeleton("Khān Shaykhūn")
    True
    >>> skeleton("Saraqib") == skeleton("Sarmin")
    False
    """
    words = (_SKELETON_END.sub("a", word) for word in fold(name).split())
    text = "".join(_VOWELS.sub(_vowel_class, word.replace("q", "k").replace("j", "dj")) for word in words)
    return _DOUBLED.sub(r"\1", text.replace("dj", "j"))


def is_ordinary(name: str) -> bool:
    """
    Tell whether a name, as written, is also an ordinary word or a common name of people or other places.

    In running text such a word is a place in Syria only with its article or a word for its kind.

    Examples
    --------
    >>> is_ordinary("Tall"), is_ordinary("al-Tall"), is_ordinary("Hama")
    (True, False, False)
    """
    bare = "".join(c for c in name.casefold() if c.isalnum())
    return bare in _ORDINARY


def without_markaz(name: str) -> str:
    """
    Return an Arabic unit name without the word for "centre of" that OCHA puts before a seat's name.

    Examples
    --------
    >>> without_markaz("مركز إدلب")
    'إدلب'
    """
    return name.removeprefix(_MARKAZ).strip() or name


_ORDINARY = frozenset(
    re.findall(
        r"\w+",
        "ali amin arab bab cham chine dail dali dalia damask dana daria giza hadar hader haj hajj "
        "hal hamid hamra harem hole humus jasem jasim jassem jassim kara karama karim karima karma "
        "katana khan mala malah male mansour mansoura mansura mara mare mari masada mazraa mel "
        "midan milh murk nasra nazi rabia rai rawda reqa rif saba sam san sari sarin sauda sen sham "
        "shin sin sinjar soda sofa sour sousa sur susa tal tall tel tell yabus ",
    )
)
_DOUBLED = re.compile(r"([a-z])\1+")
_VOWELS = re.compile(r"[aeiouwy]+")
_SKELETON_END = re.compile(r"(?<=[^aeiouwy])e$")


def _fold_word(word: str) -> str:
    if word[0] >= "\u0600":
        return word[2:] if word.startswith("ال") and len(word) > 4 else word
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith(("ah", "eh")) else word


def _vowel_class(run: re.Match[str]) -> str:
    letters = run.group()
    found = ("u" if any(c in "ouw" for c in letters) else "") + (
        "i" if any(c in "eiy" for c in letters) else ""
    )
    return found or "a"
