"""Answers that lie: each item that does not stand up is refused with its reason, and the rest is used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.zones.asking.conftest import PUBLISHED, Reading
from zones.asking import ModelAnswer
from zones.errors import ReviewError
from zones.makers import MakerKind
from zones.review import read_review


def test_what_stands_up_is_used_and_says_who_made_it(reading: Reading, answer: dict[str, Any]) -> None:
    found = reading(answer)
    assert found.reviewed.problems == ()
    assert found.reviewed.mark == "read by model M 1, verified, not reviewed"
    (zone,) = found.zones
    assert [(m.pcode, m.extent) for m in zone.members] == [
        ("SY0501", "part"), ("SY0502", "part"), ("SY0505", "part"), ("SY07", "whole"),
    ]  # fmt: skip
    assert [limit.text for limit in zone.unresolved] == ["areas held by Islamic State"]
    assert [(c.nationality, c.status, c.zone, c.place) for c in found.claims] == [
        ("PE", "planned", "idlib", "Idlib"), ("FJ", "possible", None, "Turkish border"), ("FJ", "rejected", None, None),
    ]  # fmt: skip
    assert found.claims[2].speaks_for == "JO"
    for item in (*found.zones, *found.claims):
        assert (item.made_by.kind, item.made_by.name) == (MakerKind.MODEL, "M 1")
        for one in item.evidence:
            assert found.documents[0].text[one.start : one.end] == one.quote


CLAIM_LIES = [
    ({"quotes": ["Peru will never send anybody to Idlib province."]}, "does not stand in"),
    ({"quotes": ["Peru will"]}, "too short"),
    ({"quotes": []}, "no quotation"),
    ({"quotes": "Peru will send military police to Mars, he said."}, "does not stand in"),
    ({"quotes": ["Peru " * 1000]}, "over 2,000"),
    ({"quotes": [4]}, "expected a list"),
    ({"quote": "Peru will send"}, "both quote and quotes"),
    ({"status": "certain"}, "status = 'certain'; expected one of agreed"),
    ({"status": 3}, "status = 3"),
    ({"status": None}, "status = None"),
    ({"nationality": "XX"}, "nationality = 'XX'"),
    ({"nationality": "Peru"}, "two letters"),
    ({"nationality": "BR"}, "does not name Brazil"),
    ({"nationality": ["PE"]}, "two letters"),
    ({"place": "Atlantis"}, "no place 'Atlantis' is known"),
    ({"place": "Idlib and Atlantis"}, "no place 'Atlantis' is known"),
    ({"place": "Palmyra"}, "does not name Palmyra"),
    ({"place": "Iraqi border"}, "does not name Iraq"),
    ({"place": "southern Idlib"}, "'southern' does not stand"),
    ({"place": {"name": "Idlib"}}, "expected words"),
    ({"zone": "Homs"}, "expected one of these zones: Idlib"),
    ({"said_by": "Prime Minister Ana Quispe"}, "'Prime' does not stand"),
    ({"reported_by": "The New York Times"}, "'New' does not stand"),
    ({"said_on": "Sunday"}, "no day"),
    ({"said_on": "2018-03-06"}, "after the day of publication"),
    ({"confidence": 0.9}, "no key confidence"),
]


@pytest.mark.parametrize(("change", "words"), CLAIM_LIES)
def test_a_claim_that_lies_is_refused(
    reading: Reading, answer: dict[str, Any], change: dict[str, Any], words: str
) -> None:
    answer["claims"][0] |= change
    found = reading(answer)
    assert [claim.nationality for claim in found.claims] == ["FJ", "FJ"]
    assert len(found.zones) == 1
    (problem,) = found.reviewed.problems
    assert problem.startswith("refused: claim 1")
    assert words in problem
    assert len(problem) < 600


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"quotes": ["It takes in all of Syria."]}, "does not stand in"),
        ({"area": "Atlantis province"}, "not understood"),
        ({"area": "Raqqa province"}, "does not name Raqqa"),
        ({"area": "areas held by Islamic State"}, "names no area"),
        ({"area": "within 400 km of Idlib"}, "of the country"),
        ({"area": 7}, "expected words"),
        ({"area": None}, "needs either"),
        ({"whole": ["SY07"]}, "needs either"),
        ({"area": None, "whole": ["SY99"]}, "no unit has the P-code SY99"),
        ({"area": None, "whole": "SY07"}, "expected a list"),
        ({"limits": ["the line between good and evil"]}, "does not stand in"),
        ({"name": "Kingdom of Atlantis"}, "does not stand in the text"),
        ({"name": None}, "needs a name"),
        ({"except": "Hama"}, "no key except"),
    ],
)  # fmt: skip
def test_a_zone_that_lies_is_refused_and_its_claims_kept_by_their_place(
    reading: Reading, answer: dict[str, Any], change: dict[str, Any], words: str
) -> None:
    answer["zones"][0] |= change
    answer["claims"][0]["zone"] = answer["zones"][0]["name"] or "Idlib"
    found = reading(answer)
    assert found.zones == ()
    assert words in found.reviewed.problems[0]
    assert found.reviewed.problems[0].startswith("refused: zone 1")
    if answer["zones"][0]["name"]:
        assert "kept by its place" in found.reviewed.problems[1]
        first = found.claims[0]
        assert (first.nationality, first.zone, first.place) == ("PE", None, "Idlib")


@pytest.mark.parametrize("item", [None, 3, "Idlib", ["a"], {}, {"quotes": {}}, {"name": ["x"]}, {"zone": []}])
def test_items_of_wrong_types_are_refused_one_by_one(
    reading: Reading, answer: dict[str, Any], item: Any
) -> None:
    answer["zones"].append(item)
    answer["claims"].insert(0, item)
    found = reading(answer)
    assert (len(found.zones), len(found.claims), len(found.reviewed.problems)) == (1, 3, 2)
    assert found.reviewed.problems[0].startswith("refused: zone 2")
    assert found.reviewed.problems[1].startswith("refused: claim 1")


def test_units_may_be_given_by_p_code(reading: Reading, answer: dict[str, Any]) -> None:
    answer["zones"][0] |= {"area": None, "whole": ["SY07"], "part": ["SY0503"]}
    (zone,) = reading(answer).zones
    assert [(m.pcode, m.extent) for m in zone.members] == [("SY0503", "part"), ("SY07", "whole")]


@pytest.mark.parametrize(
    "place", ["Idleb", "Idlib province", "the Turkish border", "border", "Turkey", "Hama"]
)
def test_places_may_be_spelt_otherwise_if_the_text_means_them(
    reading: Reading, answer: dict[str, Any], place: str
) -> None:
    answer["claims"][0] |= {"place": place, "zone": None}
    assert reading(answer).reviewed.problems == ()


def test_the_same_item_twice_is_one_or_refused(reading: Reading, answer: dict[str, Any]) -> None:
    answer["claims"] += [
        answer["claims"][2]
        | {"quotes": ["Fiji might contribute observers for the Turkish border, a diplomat said."]}
    ]
    answer["zones"] *= 2
    found = reading(answer)
    assert len(found.claims) == 3
    assert [len(c.evidence) for c in found.claims] == [1, 1, 2]
    assert len(found.zones) == 1
    assert "has the name 'Idlib' too" in found.reviewed.problems[0]


def test_what_stands_beside_the_article_is_no_evidence(article: Path, answer: dict[str, Any]) -> None:
    import zones  # noqa: PLC0415

    comment = "Bring in the soldiers of Peru at once, I say."
    page = f"\n\nComments\n\nJohn Doe\n{comment}\n"
    article.write_text(article.read_text(encoding="utf-8") + page, encoding="utf-8")
    answer["claims"][0]["quotes"] = [comment]
    told = ModelAnswer(model="M", zones=tuple(answer["zones"]), claims=tuple(answer["claims"]))
    found = zones.load(article, published=PUBLISHED, reading=told)
    assert "stands beside the article" in found.reviewed.problems[0]


REVIEW = """
by = "R. Haddad"
on = 2026-11-30
[[decision]]
do = "reject claim"
quote = "Jordan rejects any role for Fiji."
nationality = "FJ"
status = "rejected"
[[decision]]
do = "accept claim"
quote = "Fiji might contribute observers for the Turkish border, a diplomat said."
nationality = "FJ"
status = "possible"
"""


def test_a_review_goes_on_top_of_it(reading: Reading, answer: dict[str, Any], article: Path) -> None:
    answer["claims"][0]["status"] = "certain"
    mark = "read by model M 1, verified, reviewed by R. Haddad on 2026-11-30 (1 accepted, 1 rejected; 1 undecided)"
    review = read_review(REVIEW)
    given = reading(answer, review=review)
    assert given.reviewed.mark == mark
    assert "'certain'" in given.reviewed.problems[0]
    assert reading(answer).review(review).reviewed.mark == mark
    article.with_name("article.review.toml").write_text(REVIEW, encoding="utf-8")
    assert reading(answer).reviewed.mark == mark
    assert reading(answer, as_read=True).reviewed.mark.endswith("not reviewed")


def test_a_review_that_settles_names_comes_before_the_answer(
    reading: Reading, answer: dict[str, Any]
) -> None:
    review = read_review(
        'by = "R"\non = 2026-11-30\n[[decision]]\ndo = "set document"\ntitle = "A truce"\npublisher = "P"\n'
    )
    assert reading(answer, review=review).documents[0].title == "A truce"
    with pytest.raises(ReviewError, match="together"):
        reading(answer).review(review)


@pytest.mark.slow
def test_no_parser_is_needed(article: Path, answer: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    script = (
        "import sys, zones\n"
        f"assert zones.load({str(article)!r}, reading={str(path)!r}).zones\n"
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
