"""Full dates as pages write them, as a pattern for other patterns."""

from __future__ import annotations

__all__ = ["DAY", "FULL_DATE", "MONTH", "WEEKDAY"]

MONTH = (
    r"(?i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""The name of a month, whole or shortened."""

WEEKDAY = r"(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
"""The name of a weekday."""

DAY = rf"(?:{MONTH}[ \xa0]\d{{1,2}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?[ \xa0]{MONTH})"
"""Day and month: "Nov 3", "19 October"."""

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"

FULL_DATE = rf"(?:{MONTH}[ \xa0]{_NUMBER}|{_NUMBER}[ \xa0]{MONTH}),?[ \xa0](?:19|20)\d{{2}}(?!\d)"
"""Day, month and year: "October 12, 2018", "23 Jun 2017"."""
