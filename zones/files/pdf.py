"""The text layer of a PDF, by pypdf."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geodata.errors import install
from zones.errors import DocumentError
from zones.files.pdf_pages import PdfLine, joined, without_repeated
from zones.files.taken import Taken
from zones.own_files import refuse_own_map

__all__ = ["MOST_PAGES", "pdf_taken"]

_log = logging.getLogger(__name__)
MOST_PAGES = 300
"""A PDF of more pages is refused: no article is as long."""
_MOST_STEPS = 500_000  # of drawing, on all pages
_MOST_ON_A_PAGE = 5_000_000  # bytes of what draws a page


class _EndlessError(Exception):
    """More steps of drawing than any article has."""


def pdf_taken(path: Path, raw: bytes) -> Taken:
    """Return the text of a PDF in the order in which it is drawn, an empty line between two paragraphs.

    Lines stay as they are; what is repeated at the top or foot of the pages is left out, and told.

    Raises
    ------
    DocumentError
        If the extra is not installed, or it is damaged, locked, too long, or pictures of text only.
    """
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError:
        raise DocumentError(
            path, f"is a PDF; reading those needs pypdf; install it with: {install('pdf')}"
        ) from None
    with _unheard():
        try:
            pages = _pages(path, pypdf.PdfReader(io.BytesIO(raw)))
        except DocumentError:
            raise
        except _EndlessError:
            raise DocumentError(
                path, "draws far more than the pages of an article; save its text as .txt"
            ) from None
        except Exception as error:  # noqa: BLE001 - a parser of foreign files raises what it comes upon
            _log.info("%s: %s: %s", path, type(error).__name__, error)
            if type(error).__name__ == "DependencyError":
                raise DocumentError(path, f"is a PDF that is locked; {_UNLOCK}") from None
            raise DocumentError(
                path,
                f"is a damaged PDF ({type(error).__name__}); print it to a new PDF, or save its text as .txt",
            ) from None
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        raise DocumentError(
            path,
            "is a PDF without text, as a scan is; let a program for OCR (ocrmypdf and the like) read it first",
        )
    kept, repeated = without_repeated(pages)
    text = joined(kept)
    refuse_own_map(path, text)
    return Taken(text=text, notes=(*_on_empty(empty), *repeated))


_UNLOCK = "open it with its password, print it to a new PDF, and name that"


def _pages(path: Path, reader: Any) -> list[list[PdfLine]]:  # noqa: ANN401 - the extra may be missing
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(path, f"is a PDF that a password locks; {_UNLOCK}")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise DocumentError(path, f"has {count:,} pages; expected at most {MOST_PAGES}: split it")
    if count == 0:
        raise DocumentError(path, "is a PDF without pages; get it again, or save its text as .txt")
    steps = [0]
    return [_lines(path, page, steps) for page in reader.pages]


def _lines(path: Path, page: Any, steps: list[int]) -> list[PdfLine]:  # noqa: ANN401
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MOST_ON_A_PAGE:
        raise DocumentError(path, "has a page that draws more than any article; save its text as .txt")
    pieces: list[tuple[str, float, float]] = []

    def step(*_: object) -> None:
        steps[0] += 1
        if steps[0] > _MOST_STEPS:
            raise _EndlessError

    def piece(text: str, frame: list[float], place: list[float], _font: object, size: float) -> None:
        height = place[4] * frame[1] + place[5] * frame[3] + frame[5]
        scale = abs(place[3] * frame[3]) or 1.0
        pieces.append((text, height, (size or 1.0) * scale))

    page.extract_text(visitor_operand_before=step, visitor_text=piece)
    return list(_of_pieces(pieces))


def _of_pieces(pieces: list[tuple[str, float, float]]) -> Iterator[PdfLine]:
    """Yield the lines that pieces of text make up, each with the height and size of its first words."""
    words, place = "", (0.0, 0.0)
    for text, height, size in pieces:
        for number, part in enumerate(text.split("\n")):
            if number:
                if words.strip():
                    yield PdfLine(" ".join(words.split()), *place)
                words = ""
            if part.strip() and not words.strip():
                place = (height, size)
            words += part
    if words.strip():
        yield PdfLine(" ".join(words.split()), *place)


def _on_empty(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    told = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return (f"page{'s' if len(numbers) > 1 else ''} {told}: no text, perhaps a picture of one",)


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep what pypdf logs of a file's flaws to itself: what matters is raised."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
