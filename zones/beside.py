"""The review file beside a text: where it is looked for, without knowing what is in it."""

from __future__ import annotations

from pathlib import Path

from zones.errors import ReviewError

__all__ = ["beside", "review_names"]

_ENDINGS = (".review.toml", ".review.json")


def beside(path: Path) -> Path | None:
    """Return the review file beside a text ("article.review.toml" beside "article.txt"), if there is one.

    Raises
    ------
    ReviewError
        If there are two.
    """
    found = [file for file in review_names(path) if file.is_file()]
    if len(found) > 1:
        raise ReviewError(f"{found[0]} and {found[1]} both review {path.name}; keep one")
    return found[0] if found else None


def review_names(path: Path) -> tuple[Path, ...]:
    """Return where a review file beside a text would be."""
    return tuple(path.with_name(path.stem + ending) for ending in _ENDINGS)
