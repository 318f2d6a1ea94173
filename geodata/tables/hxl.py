"""Rows of HXL hashtags, which tell below a table's header what its columns hold: https://hxlstandard.org."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAG = re.compile(r"#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*", re.IGNORECASE)


def is_tag_row(cells: Sequence[str]) -> bool:
    """
    Tell whether a row holds hashtags and nothing else.

    Examples
    --------
    >>> is_tag_row(["#loc+name", "", "#geo+lat"]), is_tag_row(["#1", "36.8"]), is_tag_row(["", ""])
    (True, False, False)
    """
    told = [cell.strip() for cell in cells if cell.strip()]
    return bool(told) and all(_TAG.fullmatch(cell) for cell in told)


def tag_parts(tag: str) -> tuple[str, ...]:
    """
    Return a hashtag and its attributes, in lower case.

    Examples
    --------
    >>> tag_parts("#Loc +name +i_ar")
    ('#loc', 'name', 'i_ar')
    """
    return tuple(part.strip().lower() for part in tag.split("+"))
