"""What a review settles before anything is read: documents' titles and days, and what a name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.errors import UnknownUnitError
from geodata.toponyms import Toponyms
from zones.documents import Document
from zones.errors import ReviewError
from zones.given import day_of
from zones.review.decision import Decision, Do
from zones.review.review_file import Review

__all__ = ["settled"]


def settled(
    documents: tuple[Document, ...], toponyms: Toponyms, reviews: Sequence[Review]
) -> tuple[tuple[Document, ...], Toponyms]:
    """Return documents and names as reviews set and settle them.

    Raises
    ------
    ReviewError
        If a decision names a unit or document that is not there.
    """
    names: dict[str, str] = {}
    for review in reviews:
        for decision in review.decisions:
            if decision.do is Do.SETTLE_NAME:
                names[str(decision.item["name"])] = str(decision.item["unit"])
            elif decision.do is Do.SET_DOCUMENT:
                documents = _set(documents, decision, review.name)
    try:
        return documents, toponyms.settled(names) if names else toponyms
    except UnknownUnitError as error:
        raise ReviewError(f"{reviews[0].name}: settle name: {error}") from error


def _set(documents: tuple[Document, ...], decision: Decision, name: str) -> tuple[Document, ...]:
    meant = [d for d in documents if decision.document in {None, d.id}]
    if len(meant) != 1:
        known = ", ".join(document.id for document in documents)
        raise ReviewError(f'{name}: set document: say which with document = "..."; there are: {known}')
    told = {key: value for key, value in decision.item.items() if key != "published"}
    if "published" in decision.item:
        told["published"] = day_of(decision.item["published"])
    return tuple(replace(d, **told) if d is meant[0] else d for d in documents)
