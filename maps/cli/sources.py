"""The texts that a command works on: FILE... and --published, or the built-in documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Misuse
from maps.cli.geography import geography
from maps.cli.verbosity import noted

if TYPE_CHECKING:
    from zones import ZoneSet
    from zones.documents import Document
    from zones.review import Review

    _Param = click.ParamType[date]
else:
    _Param = click.ParamType  # which takes a type only since click 8.4

__all__ = [
    "DAY", "files_argument", "given_files", "load", "load_undecided", "on_option", "published_option",
]  # fmt: skip

_REVIEW, _AS_READ, _READING = "zonemap.review", "zonemap.as_read", "zonemap.reading"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_Decorated = Callable[..., None]


class _Day(_Param):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            self.fail(f"{value!r} is no date; expected YYYY-MM-DD, for example 2017-06-22", param, ctx)


DAY = _Day()


def files_argument(function: _Decorated) -> _Decorated:
    """Let a command take FILE..., by default the built-in documents."""
    return click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")(function)


def published_option(function: _Decorated) -> _Decorated:
    """Let a command take what is known of its files: the day of publication, a model's answer, a person's review."""
    function = click.option(
        "--as-read", is_flag=True, expose_value=False, callback=_noted(_AS_READ),
        help="Show what was read, without the review files beside the texts.",
    )(function)  # fmt: skip
    function = click.option(
        "--reading", type=click.Path(path_type=Path), metavar="ANSWER", expose_value=False,
        callback=_noted(_READING),
        help="A language model's answer to zonemap ask, in place of what the rules read; it is verified.",
    )(function)  # fmt: skip
    function = click.option(
        "--review", type=click.Path(path_type=Path), metavar="FILE", expose_value=False, callback=_noted(_REVIEW),
        help="What a person decided about the reading. [default: NAME.review.toml beside each text]",
    )(function)  # fmt: skip
    return click.option(
        "--published",
        type=DAY,
        metavar="YYYY-MM-DD",
        help="Day on which the files were published, from which 'on Thursday' counts. "
        "[default: what sources.toml beside a file says, else the page itself]",
    )(function)


def _noted(key: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def note(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        del parameter
        ctx.meta[key] = value

    return note


def on_option(function: _Decorated) -> _Decorated:
    """Let a command take the day as of which it answers."""
    return click.option(
        "--on",
        type=DAY,
        metavar="YYYY-MM-DD",
        help="Count only what had been said by that day. [default: all]",
    )(function)


def given_files() -> tuple[Path, ...]:
    """Return the files beside the texts that the command line names: an answer and a review."""
    meta = click.get_current_context().meta
    return tuple(meta[key] for key in (_READING, _REVIEW) if meta.get(key) is not None)


def load(files: Sequence[Path], published: date | None = None, *, tell_notes: bool = True) -> ZoneSet:
    """Return the zones and claims of some files, or of the built-in documents if there are none.

    Notes on how the files were read are told on stderr, unless the command shows them itself.
    """
    if published is not None and not files:
        raise Misuse("--published tells when files were published; name a FILE with it")
    import zones

    meta = click.get_current_context().meta
    review, as_read, reading = meta.get(_REVIEW), bool(meta.get(_AS_READ)), meta.get(_READING)
    if review is not None and as_read:
        raise Misuse("--review and --as-read say opposite things; give one of them")
    if reading is not None and len(files) != 1:
        raise Misuse("--reading is a model's answer about one text; name that FILE, and no other")
    units, toponyms = geography()
    zone_set = zones.load(
        *files, published=published, units=units, toponyms=toponyms, review=review, as_read=as_read,
        reading=reading,
    )  # fmt: skip
    if tell_notes:
        _tell_notes(zone_set.documents)
    return zone_set


def _tell_notes(documents: Iterable[Document]) -> None:
    for document in documents:
        for note in document.notes:
            noted(f"zonemap: note: {document.id}: {note}")


def load_undecided(
    files: Sequence[Path], published: date | None = None
) -> tuple[ZoneSet, tuple[Review, ...]]:
    """Return what some files say without anybody's decisions, and the reviews that there are of them."""
    meta = click.get_current_context().meta
    named, as_read = meta.get(_REVIEW), bool(meta.get(_AS_READ))
    if named is not None and as_read:
        raise Misuse("--review and --as-read say opposite things; give one of them")
    meta.update({_REVIEW: None, _AS_READ: True})
    zone_set = load(files, published)
    if as_read:
        return zone_set, ()
    from zones.documents import seed_paths
    from zones.review import beside, load_review

    if named is not None:
        return zone_set, (load_review(named),)
    found = zip(zone_set.documents, files or seed_paths(), strict=False)
    return zone_set, tuple(
        load_review(file).about(document.id) for document, path in found if (file := beside(path)) is not None
    )
