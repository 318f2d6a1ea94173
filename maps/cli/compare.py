"""``zonemap compare``: what changed from one output to another, or how readings of one text differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.days import DAY
from maps.cli.failures import Misuse
from maps.cli.geography import geography, geography_options, names
from maps.cli.outputs import write
from maps.cli.paths import OUTPUT, OWN_FILE, TEXT
from maps.cli.sources import taken, tell_notes
from maps.cli.terminal import echo

if TYPE_CHECKING:
    from zones import ZoneSet


@click.command(
    "compare", short_help="List what changed between two outputs, or how readings of a text differ."
)
@click.argument("files", nargs=-1, required=True, type=TEXT, metavar="BEFORE AFTER | FILE")
@click.option(
    "--reading", "readings", type=OWN_FILE, multiple=True, metavar="ANSWER",
    help="A language model's answer about FILE; may be given several times.",
)  # fmt: skip
@click.option(
    "--review", type=OWN_FILE, metavar="REVIEW",
    help="What a person decided about the first answer, or about the rules' reading. "
    "[default: NAME.review.toml beside FILE]",
)  # fmt: skip
@click.option("--published", type=DAY, metavar="YYYY-MM-DD", help="Day on which FILE was published.")
@click.option(
    "-o", "--output", type=OUTPUT, default=None, metavar="HTML",
    help="Write the readings side by side as a page, instead of printing them.",
)  # fmt: skip
@geography_options
def command(
    files: tuple[Path, ...],
    readings: tuple[Path, ...],
    review: Path | None,
    published: date | None,
    output: Path | None,
) -> None:
    """List what changed from one saved output of ``zonemap read --json`` to another: members, extents, areas.

    Of documents that both outputs have, claims and sentences passed over are compared too.

    With one text instead: zones and claims as the rules, models and a reviewer have them, the same in one row.

    \b
    Examples:
      zonemap read --json > builtin.json
      zonemap read --json --boundaries cod-ab-syr-20201217 > ocha.json
      zonemap compare builtin.json ocha.json
      zonemap compare article.txt --reading answer.json
      zonemap compare article.txt --reading answer.json --review my.review.toml -o compared.html
    """
    if len(files) == 2 and not (readings or review or published or output):
        from zones.compare import compare_files

        echo(compare_files(*files).text())
        return
    if len(files) != 1:
        raise Misuse("name two saved outputs, or one text with --reading or --review")
    from zones.side_by_side import side_by_side

    compared = side_by_side(_readings(files[0], readings, review, published))
    if output is not None:
        from maps.compared_page import compared_html

        write({output: compared_html(compared).encode()})
        return
    from maps.reports.page import show
    from maps.reports.side_by_side import side_by_side_report

    show(side_by_side_report(compared))


def _readings(
    file: Path, answers: tuple[Path, ...], review: Path | None, published: date | None
) -> list[tuple[str, ZoneSet]]:
    """Return the readings of a text, each with what to call it."""
    import zones
    from zones.asking import load_answer
    from zones.review import beside

    sources = taken((file,))
    if len(sources) != 1:
        raise Misuse(f"{file} holds {len(sources)} texts; readings of one are compared: name that")
    (source,) = sources
    review = review or (beside(source) if isinstance(source, Path) else None)
    if not answers and review is None:
        raise Misuse(f"nothing to compare the rules' reading of {file} with; give --reading or --review")
    units, toponyms = geography()
    told = [load_answer(path) for path in answers]

    def read(**options: object) -> ZoneSet:
        own = {"units": units, "toponyms": toponyms, "names": names()}
        return zones.load(source, published=published, **own, **options)  # type: ignore[arg-type]

    found = [("rules", read(as_read=True))]
    tell_notes(found[0][1].documents)
    for answer in told:
        known = {name for name, _ in found} | {"reviewed"}
        name = answer.model if answer.model not in known else f"{answer.model} ({answer.name})"
        found.append((name, read(as_read=True, reading=answer)))
    if review is not None:
        found.append(("reviewed", read(review=review, reading=told[0] if told else None)))
    return found
