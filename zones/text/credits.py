"""Credits of pictures: "(SANA image)", "— AFP pic", "Photograph: AFP", "(Rana Aziz/Prime Ministry)", "Getty Images"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zones.text.phrases import table

__all__ = ["Credit", "credit_at_end", "glued_credits", "is_credit"]

_TAIL = 120  # characters of a line in which its credit stands
_PICTURE = r"(?i:(?:file |hand ?out |stock )?(?:pic|picture|photo|photograph|image|screengrab|video grab|hand ?out)s?)"
_NAMES = r"[A-ZÀ-Þ][\w'’.-]{0,24}(?:[ \xa0][\w'’.&-]{1,24}){0,4}"

_OWNERS = rf"{_NAMES}(?:/{_NAMES}){{0,2}}"


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit: its place in the line, and how surely it is one of a picture.

    The weight is 1 for an agency, which may be that of a report; 2 for names parted by a stroke, which may be anything;
    3 for what only pictures have.
    """

    start: int
    end: int
    weight: int


@cache
def _agency() -> str:
    names = "|".join(re.escape(name) for name in sorted(table()["agencies"], key=len, reverse=True))
    return rf"(?i:(?:{names}))(?:(?:/| via )[A-ZÀ-Þ][\w ]{{1,24}})?"


@cache
def _forms(end: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return the forms of a credit before what follows it (a pattern), each with its weight."""
    agency, owned = _agency(), rf"{_PICTURE}[ \xa0]?[:/][ \xa0]?{_OWNERS}"
    labels = r"(?:Photograph|Photo|Picture|Image|Credit|Photo credit|Image credit)s?"
    known = (
        (rf"[(\[](?:{_NAMES}[ /,:])?{_PICTURE}[ /:,]{_NAMES}[)\]]", 3),
        (rf"[(\[]{_NAMES}[ /,]{{1,2}}{_PICTURE}[)\]]", 3),
        (rf"[(\[]{_NAMES}[ \xa0]?/[ \xa0]?{_OWNERS}[)\]]", 2),
        (rf"[(\[]{agency}[)\]]", 1),
        (rf"(?<![\w–—-])[—–|/-][ \xa0]?(?:{agency}[ \xa0]{_PICTURE}|{owned})", 3),
        (rf"(?<=[\s\xa0.!?)])[—–|/-][ \xa0]?{agency}", 1),
        (rf"(?<![\w-]){labels}(?: by |[ \xa0]?[:/][ \xa0]?){_OWNERS}", 3),
        (rf"(?<=[.!?)] ){_NAMES}/{agency}", 3),
        (rf"©[ \xa0]?{_OWNERS}", 3),
        (r"(?<![\w-])(?:\w{2,12}/)?Getty Images(?:/\w{2,12})?", 3),
    )
    return tuple((re.compile(rf"{form}{end}"), weight) for form, weight in known)


def credit_at_end(line: str) -> Credit | None:
    """Return the credit with which a line ends, None if it ends with none.

    Examples
    --------
    >>> credit_at_end("Boys play in Madaya, July 14, 2018. (SANA image)")
    Credit(start=36, end=48, weight=3)
    """
    offset = max(0, len(line) - _TAIL)
    for form, weight in _forms(r"(?:$|(?<![)\]])\.$)"):
        found = form.search(line, offset)
        if found is not None:
            return Credit(found.start(), len(line), weight)
    return None


def glued_credits(text: str) -> list[int]:
    """Return where credits end that run without a break into a capital letter or a quotation.

    Examples
    --------
    >>> glued_credits("Families wait near Zabadani. — AFP picTEHRAN, April 19")
    [38]
    """
    ends = {
        found.end() for form, _ in _forms(r"(?<=[a-zß-ÿ)\]])(?=[A-ZÀ-Þ“\"])") for found in form.finditer(text)
    }
    return sorted(ends)


def is_credit(line: str) -> bool:
    """Return whether a line is a credit and nothing else.

    Examples
    --------
    >>> is_credit("[Reuters]"), is_credit("Getty Images"), is_credit("Reuters saw the draft.")
    (True, True, False)
    """
    if len(line) > 80:
        return False
    if re.fullmatch(rf"[(\[]?{_agency()}(?: {_PICTURE})?[)\]]?", line):
        return True
    return any(form.fullmatch(line) for form, weight in _forms("") if weight > 1)
