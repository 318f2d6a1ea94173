"""The content of the page as plain text, for a browser that runs no script, now or in ten years."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from maps import assets
from zones.web_address import web_address

LONGEST = 2000


def archive_html(data: dict[str, Any], heading: str) -> str:
    """
    Return a `<noscript>` with zones, members, claims, quotations and documents, all text escaped.

    Parameters
    ----------
    data
        What `maps.payload.payload` gives.
    heading
        The page's heading.
    """

    def cited(numbers: list[int]) -> Markup:
        found = (data["quotes"][number] for number in numbers)
        lines = (
            Markup("<blockquote>{} ({} {}–{})</blockquote>").format(
                row["quote"][:LONGEST], row["document"], row["start"], row["end"]
            )
            for row in found
        )
        return Markup("").join(lines)

    def linked(address: str) -> Markup | str:
        link = Markup('<a href="{}" rel="noopener noreferrer">{}</a>')
        return link.format(address, address) if web_address(address) else address

    template = Environment(autoescape=True).from_string(assets.template("archive.html"))
    credits_line = "; ".join([data["boundaries"]["attribution"], *data["base"]["credits"]])
    return template.render(**data, heading=heading, cited=cited, linked=linked, credits=credits_line)
