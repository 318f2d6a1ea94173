"""Which line of a page states its day of publication, which states another day, and which leaves it open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zones.documents import Document, read_document

DAY = date(2017, 6, 23)
REPORT = (
    "The zone covers Idlib province, the ministry said on Thursday in a statement to reporters in Astana."
)


def document(folder: Path, line: str, *, after: str = "") -> Document:
    path = folder / "page.txt"
    path.write_text(f"Zones agreed in talks\n\n{line}\n\n{REPORT}\n\n{after}\n", encoding="utf-8")
    return read_document(path)


@pytest.mark.parametrize(
    "line",
    [
        "23 June 2017", "June 23, 2017", "23 Jun 2017", "Jun 23, 2017", "Jun. 23, 2017 12:34 pm ET", "23 JUNE 2017",
        "June 23rd, 2017", "23 June, 2017", "2017-06-23T01:30:00Z", "2017/06/23", "23.06.2017",
        "Updated 25 June 2017 | Published 23 June 2017", "Published: 23 June 2017. Updated: 25 June 2017",
        "Friday, 23 June 2017 06:13", "Fri 23 Jun 2017", "Fri, 23 Jun 2017 01:30:00 +0300", "FRIDAY 23 JUNE 2017",
        "2017-06-23 01:30", "2017-06-23T01:30:00+03:00", "2017.06.23", "06/23/2017", "23/06/2017 14:05", "23-Jun-2017",
        "23 of June 2017", "23rd of June, 2017", "the 23rd of June 2017", "2017 June 23", "June 23 2017",
        "Published: Jun 23, 2017, 12:34 IST", "Posted on June 23, 2017 by admin", "Published 23 June 2017, 14:05 GMT+3",
        "First published on Fri 23 Jun 2017 07.00 BST", "Date: 23.06.2017", "Publication date: 23 June 2017",
        "June 23, 2017 at 12:34 p.m. EDT", "12:34 pm, June 23, 2017", "23 June 2017 • 8:15pm", "Jun 23, 2017 - 12:34",
        "By Nadia Haddad | June 23, 2017", "By Nadia Haddad, 23 June 2017", "Reuters | 23 June 2017 | 5 min read",
        "Al-Masdar News - 23/06/2017", "Astana, 23 June 2017", "(23 June 2017)", "**23 June 2017**",
        "23\u00a0June\u00a02017",
        "\u200f23 June 2017", "<p>23 June 2017</p>", "23 Ju\xadne 2017",
        "ASTANA, June 23, 2017 (Reuters) - Russia and Turkey agreed on the zones in the north of Syria.",
        "ASTANA - 23 June 2017: Russia and Turkey agreed on the zones in the north of Syria.",
        "Sunday, 06/04/2017 | Published 23 June 2017",
    ],
)  # fmt: skip
def test_the_day_that_a_page_states(tmp_path: Path, line: str) -> None:
    found = document(tmp_path, line)
    assert found.published == DAY
    assert found.notes == ()


@pytest.mark.parametrize(
    "line",
    [
        "Talks of 4 May 2017", "Zones agreed on 4 May 2017", "Done in Cairo on 31 July 2017", "Signed 4 May 2017",
        "Reporting period: 11 to 18 September 2017", "Established: 17 September 2018", "Effective 6 May 2017",
        "© 2017 Example News", "Copyright 23 June 2017 Example News", "Retrieved 23 June 2017",
        "On 4 May 2017 the agreement entered into force.", "4 May 2017: the accord",
        "AGREEMENT OF 4 May 2017: The zone covers Idlib.", "Astana process, 4 May 2017",
        "Related: Zones agreed | 4 May 2017", "Comment by murat61 on 24 June 2017", "23 June", "June 2017", "2017",
        "They met on 4 May 2017 | They met again on 5 May 2017", "20170623", "Tel. 23.06.20171",
    ],
)  # fmt: skip
def test_a_date_of_something_else_is_not_that_day(tmp_path: Path, line: str) -> None:
    assert document(tmp_path, line).published is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("04/06/2017", "“04/06/2017” may be 4 June or 6 April 2017"),
        ("4.6.2017", "may be 4 June or 6 April 2017"),
        ("Published: 04-06-2017", "may be 4 June or 6 April 2017"),
        ("23/06/17", "“23/06/17” does not say which day it is"),
        ("23 Jun '17", "does not say which day it is"),
        ("Updated: 25 June 2017", "states only when it was changed, “25 June 2017”"),
        ("Last modified on Sun 25 Jun 2017 12.01 BST", "states only when it was changed"),
        ("20 June 2017 - 23 June 2017", "“20 June 2017” and “23 June 2017”, and does not say which"),
        ("22 June 2017\n\n23 June 2017", "does not say which is that of publication"),
    ],
)
def test_what_is_ambiguous_is_left_open_and_told(tmp_path: Path, line: str, told: str) -> None:
    found = document(tmp_path, line)
    assert found.published is None
    (note,) = found.notes
    assert told in note
    assert "--published" in note


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sunday, 04/06/2017", date(2017, 6, 4)),
        ("Thu 04/06/2017", date(2017, 4, 6)),
        ("05/05/2017", date(2017, 5, 5)),
        ("13/05/2017", date(2017, 5, 13)),
        ("05/13/2017", date(2017, 5, 13)),
    ],
)
def test_figures_that_can_be_read_one_way_are_read(tmp_path: Path, line: str, day: date) -> None:
    assert document(tmp_path, line).published == day


@pytest.mark.parametrize(
    "after",
    [
        "Related articles\n\nSoldiers leave\n24 June 2017", "2 Comments\n\nmurat61\n24 June 2017\nWell said.",
        "© 24 June 2017", "Astana, 4 May 2017", "24 June 2017",
    ],
)  # fmt: skip
def test_what_stands_below_the_report_dates_nothing(tmp_path: Path, after: str) -> None:
    more = f"{REPORT}\n\n{REPORT}\n\n{after}"
    assert document(tmp_path, "By Nadia Haddad", after=more).published is None
    assert document(tmp_path, "23 June 2017", after=more).published == DAY


def test_a_manifest_or_a_caller_leaves_nothing_open(tmp_path: Path) -> None:
    document(tmp_path, "04/06/2017")
    found = read_document(tmp_path / "page.txt", published=DAY)
    assert (found.published, found.notes) == (DAY, ())
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "page.txt"\npublished = 2017-06-23\n')
    found = read_document(tmp_path / "page.txt")
    assert (found.published, found.notes) == (DAY, ())
