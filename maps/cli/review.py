"""``zonemap review``: a page on which a person decides about a reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.failures import Failure
from maps.cli.geography import geography_options
from maps.cli.outputs import output_option, write
from maps.cli.sources import files_argument, load_undecided, published_option
from maps.cli.verbosity import told

if TYPE_CHECKING:
    from zones import ZoneSet
    from zones.review import Review
    from zones.sources import Published


@click.command("review", short_help="Write a page on which a person decides about a reading.")
@files_argument
@output_option("out/review.html")
@published_option
@geography_options
def command(files: tuple[Path, ...], output: Path, published: Published) -> None:
    """Write a page on which a person decides about what was read: one HTML file that works without a network.

    The page shows the text, and each zone, claim and passed-over sentence in it, to accept, reject or mend; what
    is missing is added by selecting words. It saves a review file: put it beside the text, and every command
    finds it. What such a file holds already is shown as decided. The page holds the whole text: share the map,
    not the page, where the text may not be passed on.

    \b
    Examples:
      zonemap review article.txt
      zonemap review article.txt -o review.html
      zonemap review one.txt two.txt --review both.review.toml
    """
    zone_set, reviews = load_undecided(files, published)
    if not all(document.text for document in zone_set.documents):
        raise Failure(
            f"{files[0]} is a full model, which holds quotations only; name the texts it was made from"
        )
    zone_set = _settled(zone_set, reviews)
    told(f"to decide   {_count(zone_set)}")
    for problem in _problems(zone_set, reviews):
        told(f"note        {problem}")
    from maps.review_page import review_html

    single = files[0] if len(files) == 1 and not files[0].is_dir() else None
    name = f"{_called(single)}.review.toml" if single else "articles.review.toml"
    beside = single.name if single and str(single) != "-" else None
    page = review_html(zone_set, reviews, name=name, beside=beside)
    write({output: page.encode("utf-8")})


def _called(file: Path) -> str:
    return "standard-input" if str(file) == "-" else file.stem


def _settled(zone_set: ZoneSet, reviews: Sequence[Review]) -> ZoneSet:
    """Return what was read with the names and documents that reviews settle, and nothing else decided."""
    from zones.review import Review

    first = tuple(d for review in reviews for d in review.decisions if d.do.is_first)
    return zone_set.review(Review(decisions=first, name=reviews[0].name)) if first else zone_set


def _problems(zone_set: ZoneSet, reviews: Sequence[Review]) -> Sequence[str]:
    """Return which decisions no longer fit; raise `ReviewError` if one cannot be carried out."""
    if not reviews:
        return ()
    from zones.review.applying import apply_reviews

    return apply_reviews(zone_set, reviews).reviewed.problems


def _count(zone_set: ZoneSet) -> str:
    counts = {
        "zone": len(zone_set.zones),
        "claim": len(zone_set.claims),
        "passed-over sentence": len(zone_set.passed_over),
    }
    return ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for what, count in counts.items())
