"""Source texts: where they are, what is known of them, and what of them is article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.foreign import MOST_TOML_BYTES, bytes_within, parsed_toml
from zones.errors import DocumentError, ManifestError
from zones.evidence import Evidence
from zones.files.source import MOST_BYTES, Piped, content, where
from zones.text.blocks import Block
from zones.web_address import EXPECTED, Found, address_in_text, web_address

if TYPE_CHECKING:
    from zones.text.typography import ReadingText

__all__ = ["MOST_BYTES", "MOST_CHARACTERS", "Document", "read_document", "seed_paths"]

MOST_CHARACTERS = 6_000_000
"""A text longer than this, some million words, is refused: reading it would take more than minutes, and a gigabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text.

    Parameters
    ----------
    id
        Short name, unique in a set.
    title, publisher
        As its page shows them; None if it does not.
    published
        Day of publication; None if unknown.
    sha256
        Of the file's bytes.
    text
        The whole page as the file has it; offsets of evidence refer to it.
    blocks
        The pieces of it that are article.
    address
        Where it was published on the web (http or https), if a person, a manifest, a review, the page or a line
        of the text says so.
    notes
        What a user should know of how it was read, a sentence each: an encoding that was guessed, a date left
        open, a table left out.
    """

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    address: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def reading(self) -> ReadingText:
        """The text that is read, without what only typography and wrapping put into the file."""
        from zones.text.typography import reading_text  # noqa: PLC0415 - a reading that is shipped needs none

        return reading_text(self.text)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the quotation between two character offsets."""
        return Evidence(document=self.id, start=start, end=end, quote=self.text[start:end])

    def evidence_read(self, start: int, end: int) -> Evidence:
        """Return the quotation, as the file has it, of what stands between two offsets of the text that is read."""
        return self.evidence(*self.reading.in_file(start, end))

    def blocks_read(self) -> tuple[Block, ...]:
        """Return the pieces that are article with their places in the text that is read."""
        if not self.reading.steps:
            return self.blocks
        return tuple(Block(*self.reading.from_file(b.start, b.end), b.kind) for b in self.blocks)

    def to_dict(self) -> dict[str, str | list[str] | None]:
        """Return what is known of it as the contract's JSON object."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "address": self.address,
            "sha256": self.sha256,
            "notes": list(self.notes),
        }


def seed_paths() -> tuple[Path, ...]:
    """Return the two built-in documents, which are read when no file is named."""
    folder = Path(__file__).resolve().with_name("seeds")
    if not folder.is_dir():
        folder = Path(__file__).resolve().parent.parent / "seeds"
    found = tuple(sorted(folder.glob("*.txt")))
    if not found:
        raise DocumentError(
            folder, "the built-in documents are missing; install the package again or name a file"
        )
    return found


def read_document(
    source: Path | Piped, *, published: date | None = None, address: str | None = None
) -> Document:
    """Return a file as a document.

    Parameters
    ----------
    source
        A text, a saved web page (.html, .mhtml), a Word document (.docx) or a PDF; or what was piped in.
    published
        Day of publication; else the manifest's (``sources.toml`` beside the file), else the one that the page
        or text shows.
    address
        Where it was published on the web; else the manifest's, else what the page or a line of the text states.

    Raises
    ------
    DocumentError
        If the file is missing, empty, of a kind that is not read or not what its ending says, in an encoding that
        cannot be told, larger than `MOST_BYTES`, or its text longer than `MOST_CHARACTERS`.
    """
    from zones.files.opening import opened  # noqa: PLC0415 - a reading that is shipped needs none
    from zones.text.article import article_blocks  # noqa: PLC0415
    from zones.text.publication_day import publication_day  # noqa: PLC0415
    from zones.text.typography import reading_text  # noqa: PLC0415

    path = where(source)
    raw = content(source)
    sha256 = hashlib.sha256(raw).hexdigest()
    taken = opened(source, raw)
    text = taken.text
    _check_text(path, text)
    known = {} if isinstance(source, Piped) else _manifest_row(path, sha256)
    reading = reading_text(text)
    found = article_blocks(reading.text)
    given = published or known.get("published")
    stated, left_open = taken.published, taken.notes_on_day
    if not taken.states_day:
        shown = publication_day(reading.text, found)
        stated = shown.day
        reason = f"{shown.open}; it was left open: give the right one with --published"
        left_open = (reason,) if shown.open else ()
    named = address or known.get("address") or None
    at = Found(taken.address, taken.note_on_address)
    if named is None and at == Found(None):
        at = address_in_text(text)
    return Document(
        id=str(known.get("id") or _id(path)), title=known.get("title") or _title(reading.text, found),
        publisher=known.get("publisher") or None, published=given or stated, sha256=sha256, text=text,
        blocks=tuple(Block(*reading.in_file(block.start, block.end), block.kind) for block in found),
        address=named or at.address,
        notes=(*taken.notes, *(() if given else left_open), *((at.note,) if at.note and not named else ())),
    )  # fmt: skip


def _check_text(path: Path, text: str) -> None:
    """Raise `DocumentError` for what is data of this tool or another, has no words, or is endless."""
    if (
        text[:200].lstrip()[:1] in {"{", "[", "`"}
        or path.suffix.casefold() == ".toml"
        or "[[decision]]" in text[:2000]
    ):
        from zones.own_files import refuse_own  # noqa: PLC0415 - an article needs none

        refuse_own(path, text)
    if len(text) > MOST_CHARACTERS:
        most = f"at most {MOST_CHARACTERS:,}: split it and name the parts"
        raise DocumentError(path, f"has {len(text):,} characters; expected an article, {most}")
    if not any(c.isalnum() for c in text):
        raise DocumentError(path, "has no words; expected the text of an article")


def _manifest_row(path: Path, sha256: str) -> dict[str, Any]:
    manifest = path.resolve().parent / "sources.toml"
    if not manifest.is_file():
        return {}
    try:
        rows = parsed_toml(bytes_within(manifest, MOST_TOML_BYTES).decode("utf-8")).get("document", [])
    except (ValueError, OSError) as error:  # not TOML, not UTF-8, endless
        raise ManifestError(f"{manifest}: cannot be read as a manifest: {error}; mend or remove it") from None
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("file") == path.name:
            return _checked(manifest, row, sha256)
    return {}


def _checked(manifest: Path, row: dict[str, Any], sha256: str) -> dict[str, Any]:
    stated = row.get("sha256")
    if stated is not None and stated != sha256:
        raise ManifestError(
            f"{manifest}: {row['file']} has sha256 {sha256}, the manifest says {stated}; "
            "restore the file, or correct its row"
        )
    for key in ("id", "title", "publisher", "address"):
        if not isinstance(row.get(key, ""), str):
            raise ManifestError(f"{manifest}: {key} = {row[key]!r}; expected words in quotes")
    if row.get("address") and web_address(row["address"]) is None:
        raise ManifestError(f"{manifest}: address = {row['address']!r}; {EXPECTED}")
    day = row.get("published")
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise ManifestError(
            f"{manifest}: published = {day!r}; expected a date such as 2017-06-23, without quotes"
        )
    return row


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((text[b.start : b.end] for b in blocks if b.headline), None)


def _id(path: Path) -> str:
    return re.sub(r"[^\w.-]+", "-", path.stem).strip("-") or "document"
