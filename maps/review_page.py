"""The review page: the texts, what was read of them, and a person's decisions, as one HTML file without network."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from folium.template import Template

from maps import assets
from maps.payload import payload, to_script_text
from maps.review_payload import review_payload
from maps.save import to_html
from maps.web import RawMacro, ZoneMap

if TYPE_CHECKING:
    from zones import ZoneSet
    from zones.review import Review

__all__ = ["review_html"]


class _Frame(ZoneMap):
    """The map in the frame of the review page."""

    _template = Template(assets.template("leaflet.html") + assets.template("frame.html"))


class _Reviewing(RawMacro):
    """The texts, the items and the scripts of the review page."""

    _template = Template(assets.template("review.html"))

    def __init__(self, data: dict[str, Any], review: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Reviewing"
        self.data = to_script_text(data)
        self.words = to_script_text({"en": assets.languages()["en"]})
        self.review = to_script_text(review)
        self.style = assets.style(assets.REVIEW_STYLES)
        self.script = assets.script(assets.REVIEW_ENTRY)


def review_html(
    zone_set: ZoneSet, reviews: Sequence[Review] = (), *, name: str = "review.toml", beside: str | None = None
) -> str:
    """Return the review page: it holds the texts, and asks no host for anything.

    Parameters
    ----------
    zone_set
        What was read, with the texts and without decisions.
    reviews
        What was decided before; the page shows it as decided.
    name
        What to call the review file that the page saves.
    beside
        The text beside which that file is found by itself; None if there are several texts.
    """
    data = payload(zone_set, relief=False)
    page = _Frame(language="en", tiles=None)
    figure: Any = page.get_root()
    title = zone_set.documents[0].title or zone_set.documents[0].id
    figure.title = html.escape(f"Review: {title}")
    page.add_child(_Reviewing(data, review_payload(zone_set, reviews, name=name, beside=beside)))
    return to_html(page)
