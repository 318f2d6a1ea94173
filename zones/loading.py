"""From files to a set of zones: each document read, all joined."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.naming import Naming
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.beside import beside
from zones.builtin import built_in
from zones.documents import Document, seed_paths
from zones.errors import ReadingError, ReviewError
from zones.files.source import Piped, Source
from zones.sources import Addresses, Published, all_documents, distinct_documents, sources_of
from zones.stored import Content
from zones.zone_set import ZoneSet

if TYPE_CHECKING:
    from zones.asking import ModelAnswer
    from zones.review import Review

__all__ = ["load", "load_undecided", "read_seeds", "reviewed_anew"]

_log = logging.getLogger(__name__)
_HEAD = 2000  # bytes: a full model names its schema first


def load(
    *files: str | Path | Piped,
    published: Published = None,
    addresses: Addresses = None,
    units: AdminUnits | None = None,
    toponyms: Toponyms | None = None,
    review: Review | str | Path | None = None,
    as_read: bool = False,
    reading: ModelAnswer | str | Path | None = None,
    names: str | None = None,
) -> ZoneSet:
    """Return the zones and claims of some texts; without any, of the two built-in documents.

    Parameters
    ----------
    files
        Texts, saved web pages, Word documents, PDFs, or folders of these; or one full model, that
        `zonemap export -o FILE.json` wrote. A text that is there twice counts once, and says so in its notes.
    published
        Day of publication of all of them, or of each by its file; else what a ``sources.toml`` beside them or
        the page itself says.
    addresses
        Where each file was published on the web (http or https); else what ``sources.toml`` or the page says.
    units, toponyms
        Boundaries and names to work with; by default those of this package.
    review
        What a person decided about the reading, or its file; by default the review files beside the texts
        ("article.review.toml" beside "article.txt").
    as_read
        Leave out review files that stand beside the texts: only what was read.
    reading
        A language model's answer about the one text, or its file; it takes the place of what the rules read, and
        is verified. See `zones.asking`.
    names
        What units and countries are called: "un", as the UN spells them (Idleb, Türkiye), or "press", as English
        newspapers mostly do (Idlib, Turkey); by default as the units given are called, else the UN's. A full
        model keeps the names that it was written with.

    Raises
    ------
    ModelError
        If a full model has other names than those asked for.
    DocumentError
        If a file cannot be read as text.
    ReviewError
        If a review file cannot be read, or does not fit the texts.
    ReadingError
        If an answer cannot be read as one, or is about another text.
    """
    sources = sources_of(files)
    if reading is not None:
        _only_text(sources)
    if len(sources) == 1 and (model := _full_model(sources[0], units, names)) is not None:
        if reading is not None:
            raise ReadingError(
                f"{files[0]}: is a full model; a model's answer needs the text that it is about"
            )
        return model if review is None else reviewed_anew(model, review)
    units, toponyms = _named(units, toponyms, names)
    builtin = units is AdminUnits.builtin(units.naming)
    told = _reviews(sources or seed_paths(), review, as_read=as_read)
    _log.info("boundaries: %s", units.source.title)
    answer = None if reading is None else _answered(reading)
    first = any(decision.do.is_first for _, one in told for decision in one.decisions)
    own = builtin and toponyms is Toponyms.builtin().named(units.naming)
    shipped = not files and published is None and not addresses and own and not first
    if shipped:
        content = _seeds(units, toponyms)
        reviews = _addressed(told, content[0])
    else:
        read = all_documents(sources or seed_paths(), published, addresses)
        reviews = _addressed(told, read)
        documents, toponyms = _settled(distinct_documents(read), toponyms, reviews)
        if answer is not None:
            return _reviewed(_by_model(answer, documents[0], units, toponyms), reviews)
        content = _read(documents, units, toponyms)
    return _reviewed(_zone_set(content, units, toponyms), reviews)


def load_undecided(
    *files: str | Path | Piped,
    published: Published = None,
    addresses: Addresses = None,
    units: AdminUnits | None = None,
    toponyms: Toponyms | None = None,
    names: str | None = None,
) -> tuple[ZoneSet, tuple[Review, ...]]:
    """Return what some texts say without anybody's decisions, and the reviews beside them.

    Parameters
    ----------
    files, published, addresses, units, toponyms, names
        As `load` takes them.
    """
    sources = sources_of(files)
    zone_set = load(
        *sources, published=published, addresses=addresses, units=units, toponyms=toponyms, as_read=True,
        names=names,
    )  # fmt: skip
    told = _reviews(sources or seed_paths(), None, as_read=False)
    if len(zone_set.documents) == len(sources or seed_paths()):
        return zone_set, tuple(_addressed(told, zone_set.documents))
    if zone_set.documents and not zone_set.documents[0].text:
        return zone_set, ()  # a full model, whose documents are no files
    return zone_set, tuple(_addressed(told, all_documents(sources, published, addresses)))


def _named(
    units: AdminUnits | None, toponyms: Toponyms | None, names: str | None
) -> tuple[AdminUnits, Toponyms]:
    """Return boundaries and names under the names asked for."""
    units = units or AdminUnits.builtin()
    if names is not None:
        units = units.named(Naming.of(names))
    if toponyms is None:
        builtin = units is AdminUnits.builtin(units.naming)
        toponyms = Toponyms.builtin().named(units.naming) if builtin else Toponyms(units)
    return units, toponyms.named(units.naming)


def _only_text(files: Sequence[Source]) -> None:
    """Raise `ReadingError` unless there is one text for an answer to be about."""
    if len(files) != 1:
        named = f"{len(files)} texts were named" if files else "no text was named"
        raise ReadingError(
            f"a model's answer is about one text, and {named}; name the one that was asked about"
        )


def _answered(reading: ModelAnswer | str | Path) -> ModelAnswer:
    from zones.asking import ModelAnswer, load_answer  # noqa: PLC0415 - only an answer pays for it

    return reading if isinstance(reading, ModelAnswer) else load_answer(reading)


def _by_model(answer: ModelAnswer, document: Document, units: AdminUnits, toponyms: Toponyms) -> ZoneSet:
    """Return what of a model's answer stands up."""
    from zones.asking import verified  # noqa: PLC0415
    from zones.reviewed import reviewed  # noqa: PLC0415

    found = verified(answer, document, units, toponyms)
    _log.info(
        "%s: answer of %s; %d zones and %d claims stand up, %d problems",
        document.id, answer.model, len(found.zones), len(found.claims), len(found.problems),
    )  # fmt: skip
    zone_set = _zone_set(((document,), found.zones, found.claims, (), None, ()), units, toponyms)
    decided = reviewed(found.zones, found.claims, problems=found.problems, read_by=str(found.maker))
    return replace(zone_set, decided=decided)


def _full_model(path: Source, units: AdminUnits | None, names: str | None) -> ZoneSet | None:
    """Return the zones of a full model, if that is what a file is."""
    if isinstance(path, Piped):
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if head.lstrip()[:1] != b"{" or b'"urn:deescalation-zones:' not in head:
        return None
    from zones.from_model import load_model  # noqa: PLC0415 - texts need none

    return load_model(path, units=units, names=names)


def reviewed_anew(zone_set: ZoneSet, review: Review | str | Path) -> ZoneSet:
    """Return a set of zones with a review put on top; read anew if the review settles names or documents."""
    one = _opened(review)
    if not any(decision.do.is_first for decision in one.decisions):
        return _reviewed(zone_set, [one])
    if zone_set.reviewed.read_by != "rules":
        raise ReviewError(
            f"{one.name}: settles names or documents before anything is read, and this was read by "
            f"{zone_set.reviewed.read_by}; give the review and the answer together, when the text is loaded"
        )
    documents, toponyms = _settled(zone_set.documents, zone_set.toponyms, [one])
    return _reviewed(_zone_set(_read(documents, zone_set.units, toponyms), zone_set.units, toponyms), [one])


def _zone_set(content: Content, units: AdminUnits, toponyms: Toponyms) -> ZoneSet:
    documents, zones, claims, unresolved, accord, passed_over = content
    return ZoneSet(
        documents=documents, zones=zones, claims=claims, unresolved=unresolved, accord=accord,
        passed_over=passed_over, units=units, toponyms=toponyms,
    )  # fmt: skip


def _reviews(
    sources: Sequence[Source], review: Review | str | Path | None, *, as_read: bool
) -> list[tuple[int | None, Review]]:
    """Return the review that was asked for, or those beside the texts, each with the number of its text."""
    if review is not None:
        return [(None, _opened(review))]
    files = ((number, one) for number, one in enumerate(sources) if isinstance(one, Path))
    found = () if as_read else ((number, beside(path)) for number, path in files)
    return [(number, _opened(file)) for number, file in found if file is not None]


def _addressed(told: Sequence[tuple[int | None, Review]], documents: Sequence[Document]) -> list[Review]:
    """Return reviews, the decisions of one that stands beside a text being about that text."""
    return [one if number is None else one.about(documents[number].id) for number, one in told]


def _opened(review: Review | str | Path) -> Review:
    from zones.review import Review, load_review  # noqa: PLC0415

    return review if isinstance(review, Review) else load_review(review)


def _reviewed(zone_set: ZoneSet, reviews: Sequence[Review]) -> ZoneSet:
    if not reviews:
        return zone_set
    from zones.review.applying import apply_reviews  # noqa: PLC0415 - only a review pays for it

    return apply_reviews(zone_set, reviews)


def _settled(
    documents: tuple[Document, ...], toponyms: Toponyms, reviews: Sequence[Review]
) -> tuple[tuple[Document, ...], Toponyms]:
    """Return documents and names as reviews set and settle them."""
    if not reviews:
        return documents, toponyms
    from zones.review.settling import settled  # noqa: PLC0415

    return settled(documents, toponyms, reviews)


def read_seeds(units: AdminUnits, toponyms: Toponyms) -> Content:
    """Return what the built-in documents say, read anew."""
    return _read(distinct_documents(all_documents(seed_paths(), None)), units, toponyms)


def _seeds(units: AdminUnits, toponyms: Toponyms) -> Content:
    """Return the reading of the built-in documents: the one shipped, if it is of these."""
    content = built_in(units)
    if content is None:
        _log.info("built-in documents: the shipped reading is not of these; reading them anew")
        return read_seeds(units, toponyms)
    _log.info("built-in documents: as read when this was built")
    return content


def _read(documents: tuple[Document, ...], units: AdminUnits, toponyms: Toponyms) -> Content:
    from zones.assembly import assemble  # noqa: PLC0415 - a reading that is shipped needs no reader
    from zones.document_reader import read  # noqa: PLC0415

    readings = []
    for document in documents:
        readings.append(read(document, units, toponyms))
        _log.info(
            "%s: %d characters; %d zones and %d claims, before the same ones are joined",
            document.id, len(document.text), len(readings[-1].drafts), len(readings[-1].claims),
        )  # fmt: skip
    return documents, *assemble(readings, units)
