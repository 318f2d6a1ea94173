"""Readings of one text side by side: the same items in one row, and in what they differ."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import zones
from zones import ZoneSet
from zones.asking import read_answer
from zones.review import read_review
from zones.side_by_side import Row, side_by_side

TEXT = """\
Truce talks in Muscat

The first zone covers Idlib province. The second zone covers northern Homs.

Oman will send soldiers to Idlib, its foreign minister said. Chad might send observers to Hama. Peru denied that it would send police.
"""  # noqa: E501
ZONES = [
    {"name": "Idlib", "quote": "The first zone covers Idlib province.", "area": "Idlib province"},
    {"name": "Northern Homs", "quote": "The second zone covers northern Homs.", "area": "northern Homs"},
]
OMAN = "Oman will send soldiers to Idlib, its foreign minister said."
CHAD = "Chad might send observers to Hama."
PERU = "Peru denied that it would send police."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The text."""
    found = tmp_path / "talks.txt"
    found.write_text(TEXT, encoding="utf-8")
    return found


@pytest.fixture
def read(path: Path) -> Any:
    """Read it by an answer with some zones and claims."""

    def by(
        claims: list[dict[str, Any]], drawn: list[dict[str, Any]] | None = None, **options: Any
    ) -> ZoneSet:
        told = {"model": "M", "zones": ZONES if drawn is None else drawn, "claims": claims}
        return zones.load(path, reading=read_answer(json.dumps(told)), **options)

    return by


def claim(quote: str, nationality: str, status: str, **told: str) -> dict[str, Any]:
    return {"quote": quote, "nationality": nationality, "status": status, **told}


RIGHT = [
    claim(OMAN, "OM", "planned", place="Idlib", zone="Idlib"),
    claim(CHAD, "TD", "possible", place="Hama"),
    claim(PERU, "PE", "denied", said_by="Peru"),
]


def told(one: ZoneSet, *others: ZoneSet) -> dict[str, tuple[str, ...]]:
    rows = side_by_side([(name, each) for name, each in zip("ABCD", (one, *others), strict=False)]).rows
    return {row.title: row.differs for row in rows}


def test_equal_readings_differ_in_nothing(read: Any) -> None:
    assert set(told(read(RIGHT), read(RIGHT)).values()) == {()}


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"status": "proposed"}, ("status",)),
        ({"place": "Homs"}, ("place",)),
        ({"said_by": "foreign minister"}, ("said by",)),
        ({"said_on": "2017-01-01", "status": "agreed"}, ("status", "said on")),
        ({"nationality": "PE", "quote": CHAD}, None),
    ],
)
def test_a_claim_is_found_by_its_country_and_words(
    read: Any, change: dict[str, str], differs: tuple[str, ...] | None
) -> None:
    found = told(read(RIGHT), read([RIGHT[0], RIGHT[1] | change, RIGHT[2]]))
    if differs is None:
        assert found["Chad"] == ("not in B",)
    else:
        assert (found["Chad"], found["Oman"], found["Peru"]) == (differs, (), ())


def test_a_speaker_named_more_fully_is_the_same(read: Any) -> None:
    short = [RIGHT[0] | {"said_by": "minister"}]
    full = [RIGHT[0] | {"said_by": "its foreign minister"}]
    assert told(read(short), read(full))["Oman"] == ()


def test_claims_of_one_status_go_together_first(read: Any) -> None:
    quotes = [OMAN, CHAD]
    both = [
        {"quotes": quotes, "nationality": "TD", "status": "possible"},
        {"quotes": quotes, "nationality": "TD", "status": "denied"},
    ]
    rows = side_by_side([("A", read(both)), ("B", read(both[::-1]))]).rows
    assert [row.differs for row in rows if row.kind == "claim"] == [(), ()]


def test_zones_are_found_by_words_or_name(read: Any) -> None:
    other = [
        ZONES[0] | {"name": "First zone", "area": "Idlib city"},
        ZONES[1] | {"name": "Homs", "area": "northern Homs"},
    ]
    assert told(read([], ZONES), read([], other)) == {"Idlib": ("name", "units"), "Northern Homs": ("name",)}
    assert told(read([], ZONES), read([], ZONES[:1]))["Northern Homs"] == ("not in B",)


def test_zones_of_other_names_are_no_difference_of_their_claims(read: Any) -> None:
    named = [ZONES[0] | {"name": "First zone"}]
    found = told(read(RIGHT[:1], ZONES), read([RIGHT[0] | {"zone": "First zone"}], named))
    assert found["Oman"] == ()


def test_what_only_one_of_three_has_is_told_so(read: Any) -> None:
    found = told(read(RIGHT), read(RIGHT[:2]), read(RIGHT[:1]))
    assert (found["Peru"], found["Chad"], found["Oman"]) == (("only A",), ("not in C",), ())


def test_rules_model_and_reviewer(read: Any, path: Path) -> None:
    review = read_review(f"""
by = "R. Haddad"
on = 2026-11-30
[[decision]]
do = "reject claim"
quote = "{PERU}"
nationality = "PE"
status = "denied"
[[decision]]
do = "mend claim"
quote = "{CHAD}"
nationality = "TD"
status = "proposed"
to = {{status = "possible"}}
""")
    answer = [RIGHT[0], RIGHT[1] | {"status": "proposed"}, RIGHT[2]]
    readings = [("rules", zones.load(path)), ("M", read(answer)), ("reviewed", read(answer, review=review))]
    compared = side_by_side(readings)
    rows = {row.title: row for row in compared.rows if row.kind == "claim"}
    assert rows["Chad"].differs == ("status",)
    chad = rows["Chad"].cells
    assert [cell.split(";")[0] for cell in chad if cell] == ["possible", "proposed", "possible"]
    assert chad[2] is not None
    assert "[mended by R. Haddad on 2026-11-30]" in chad[2]
    assert rows["Peru"].cells[2] == "[rejected by R. Haddad on 2026-11-30]"
    assert "not in reviewed" in rows["Peru"].differs
    assert [column.mark.split(", ")[0] for column in compared.columns] == [
        "read by rules", "read by model M", "read by model M",
    ]  # fmt: skip


def test_a_problem_is_told_once(read: Any) -> None:
    wrong = read([*RIGHT, claim(OMAN, "OM", "sure")])
    compared = side_by_side([("M", wrong), ("reviewed", wrong)])
    assert [len(column.problems) for column in compared.columns] == [1, 0]


def test_counts_and_order(read: Any) -> None:
    compared = side_by_side([("A", read(RIGHT)), ("B", read(RIGHT[1:]))])
    assert (compared.counts("zone"), compared.counts("claim")) == ((2, 0), (3, 1))
    assert [row.title for row in compared.rows] == ["Idlib", "Northern Homs", "Oman", "Chad", "Peru"]
    row = compared.rows[2]
    assert replace(row, quote="") == Row(
        kind="claim",
        title="Oman",
        quote="",
        cells=("planned; Idlib; zone Idlib", None),
        differs=("not in B",),
    )


def test_nothing_to_compare() -> None:
    assert side_by_side([]).rows == ()
