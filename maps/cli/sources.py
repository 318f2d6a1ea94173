"""The texts that a command works on: FILE... with what is known of them, or the built-in documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.addresses import address_option, given_addresses
from maps.cli.days import DAY, PUBLISHED, one_or_each
from maps.cli.failures import Misuse
from maps.cli.geography import geography, names
from maps.cli.paths import OWN_FILE, TEXT
from maps.cli.progress import telling
from maps.cli.verbosity import noted

if TYPE_CHECKING:
    from zones import ZoneSet
    from zones.documents import Document
    from zones.files import Piped, Source
    from zones.review import Review
    from zones.sources import Published

__all__ = [
    "files_argument", "load", "load_undecided", "on_day", "on_option", "published_option",
    "taken", "tell_notes",
]  # fmt: skip

_REVIEW, _AS_READ, _READING = "zonemap.review", "zonemap.as_read", "zonemap.reading"

_Decorated = Callable[..., None]


def files_argument(function: _Decorated) -> _Decorated:
    """Let a command take FILE..., by default the built-in documents."""
    return click.argument("files", nargs=-1, type=TEXT, metavar="[FILE]...")(function)


def published_option(function: _Decorated) -> _Decorated:
    """Let a command take what is known of its files: day and address, a model's answer, a person's review."""
    function = address_option(function)
    function = click.option(
        "--as-read", is_flag=True, expose_value=False, callback=_noted(_AS_READ),
        help="Show what was read, without the review files beside the texts.",
    )(function)  # fmt: skip
    function = click.option(
        "--reading", type=OWN_FILE, metavar="ANSWER", expose_value=False,
        callback=_noted(_READING),
        help="A language model's answer to zonemap ask, in place of what the rules read; it is verified.",
    )(function)  # fmt: skip
    function = click.option(
        "--review", type=OWN_FILE, metavar="FILE", expose_value=False, callback=_noted(_REVIEW),
        help="What a person decided about the reading. [default: NAME.review.toml beside each text]",
    )(function)  # fmt: skip
    return click.option(
        "--published", type=PUBLISHED, multiple=True, metavar="[FILE=]YYYY-MM-DD", callback=one_or_each,
        help="Day on which the files were published, from which 'on Thursday' counts; FILE=DAY, given several "
        "times, for each. [default: what sources.toml beside a file says, else the page itself]",
    )(function)  # fmt: skip


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
        help="Count only what had been described and said by that day, and nothing without a day. [default: all]",
    )(function)


def on_day(zone_set: ZoneSet, on: date | None) -> ZoneSet:
    """Return what was known on the day asked for, all if none is, and note what is left out for want of a day."""
    if on is None:
        return zone_set
    from zones.known import undated_told

    if left_out := undated_told(zone_set):
        noted(f"as of {on}: {left_out}")
    return zone_set.on(on)


def taken(files: Sequence[Path]) -> tuple[Source, ...]:
    """Return what a command line names: the texts of folders, and for - what comes through the pipe or is pasted."""
    if list(map(str, files)).count("-") > 1:
        raise Misuse("- is standard input, and can be read once; name it once")
    from zones.sources import sources_of

    return sources_of([_piped() if str(file) == "-" else file for file in files])


def _piped() -> Piped:
    """Return what comes through standard input."""
    from zones.files import MOST_BYTES, Piped

    if sys.stdin is None:
        raise Misuse("- is standard input, and there is none; name a FILE")
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        noted(f"paste or type the text; end it with {end} on a line of its own")
    return Piped(sys.stdin.buffer.read(MOST_BYTES + 1))


def load(files: Sequence[Path], published: Published = None, *, shows_notes: bool = False) -> ZoneSet:
    """Return the zones and claims of some files, or of the built-in documents if there are none.

    Notes on how the files were read are told on stderr, unless the command shows them itself.
    """
    _check_days(files, published)
    import zones

    meta = click.get_current_context().meta
    review, as_read, reading = meta.get(_REVIEW), bool(meta.get(_AS_READ)), meta.get(_READING)
    if review is not None and as_read:
        raise Misuse("--review and --as-read say opposite things; give one of them")
    sources = taken(files)
    if reading is not None and len(sources) != 1:
        raise Misuse("--reading is a model's answer about one text; name that FILE, and no other")
    units, toponyms = geography()
    with telling("reading the texts"):
        zone_set = zones.load(
            *sources, published=published, addresses=given_addresses(sources), units=units, toponyms=toponyms,
            review=review, as_read=as_read, reading=reading, names=names(),
        )  # fmt: skip
    if not shows_notes:
        tell_notes(zone_set.documents)
    return zone_set


def tell_notes(documents: Iterable[Document]) -> None:
    """Tell on stderr what a user should know of how documents were read."""
    for document in documents:
        for note in document.notes:
            noted(f"zonemap: note: {document.id}: {note}")


def load_undecided(files: Sequence[Path], published: Published = None) -> tuple[ZoneSet, tuple[Review, ...]]:
    """Return what some files say without anybody's decisions, and the reviews that there are of them."""
    meta = click.get_current_context().meta
    named, as_read = meta.get(_REVIEW), bool(meta.get(_AS_READ))
    if named is not None and as_read:
        raise Misuse("--review and --as-read say opposite things; give one of them")
    _check_days(files, published)
    from zones.loading import load_undecided as loaded

    units, toponyms = geography()
    sources = taken(files)
    zone_set, beside = loaded(
        *sources,
        published=published,
        addresses=given_addresses(sources),
        units=units,
        toponyms=toponyms,
        names=names(),
    )
    tell_notes(zone_set.documents)
    if as_read:
        return zone_set, ()
    if named is None:
        return zone_set, beside
    from zones.review import load_review

    return zone_set, (load_review(named),)


def _check_days(files: Sequence[Path], published: Published) -> None:
    if published is not None and not files:
        raise Misuse("--published tells when files were published; name a FILE with it")
