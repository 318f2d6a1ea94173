"""Evidence: a quotation and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

__all__ = ["Evidence", "merge", "overlap"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """A quotation in a document; ``text[start:end] == quote`` always.

    Parameters
    ----------
    document
        Id of the document.
    start, end
        Character offsets into its text, end exclusive.
    quote
        The words between them.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"a quotation of {len(self.quote)} characters at {self.start}:{self.end}")

    @property
    def words(self) -> str:
        r"""What it says as it is read, on one line: without line ends, marks that are not seen, and markup.

        Examples
        --------
        >>> Evidence(document="a", start=0, end=15, quote="Id\xadlib\nprovince").words
        'Idlib province'
        """
        from zones.text.typography import reading_text  # noqa: PLC0415 - only what is shown pays for it

        return " ".join(reading_text(self.quote).text.split())

    def to_dict(self) -> dict[str, str | int]:
        """Return it as the contract's JSON object."""
        return {"document": self.document, "start": self.start, "end": self.end, "quote": self.quote}


def merge(*groups: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return all quotations once, in order of first appearance."""
    return tuple(dict.fromkeys(e for group in groups for e in group))


def overlap(some: Iterable[Evidence], others: Collection[Evidence]) -> bool:
    """Whether one of some quotations shares words with one of others, in the same document."""
    return any(a.document == b.document and a.start < b.end and b.start < a.end for a in some for b in others)
