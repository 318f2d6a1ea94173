"""What a person decided counts, wherever it is looked at, and nothing of it is lost in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import zones
from tests.zones.review.conftest import Reviewing
from zones import Zone, ZoneSet
from zones.errors import ReviewError
from zones.from_model import from_model
from zones.model import to_model
from zones.review import Decision, Do, Review, load_review, read_review, review_text

OMAN = """
[[decision]]
do = "{do} claim"
quote = "Oman denied on Sunday that it would send soldiers to Idlib."
nationality = "OM"
status = "denied"
"""
PERU = """
[[decision]]
do = "mend claim"
quote = "Officials did not rule out that Peruvian police might patrol the zone in Homs."
nationality = "PE"
status = "possible"
to = {status = "proposed", place = "Hama", said_by = "Lima", said_on = 2017-10-07}
note = "as the second edition has it"
"""
HOMS = """
[[decision]]
do = "{do} zone"
quote = "The second zone covers northern Homs."
name = "Northern Homs"
"""


def claims(zone_set: ZoneSet) -> dict[str, str]:
    return {claim.nationality: str(claim.status) for claim in zone_set.claims}


def members(zone_set: ZoneSet, zone: str) -> dict[str, str]:
    return {member.pcode: member.extent for member in zone_set.zone(zone).members}


def test_a_text_without_a_review_says_that_nobody_has_reviewed_it(talks: Path) -> None:
    read = zones.load(talks)
    assert read.reviewed.mark == "read by rules, not reviewed"
    assert read.reviewed.undecided == len(read.claims) + len(read.zones)
    assert {str(claim.made_by).split()[0] for claim in read.claims} == {"rules"}


def test_what_is_accepted_stays_and_says_who_accepted_it(review: Reviewing) -> None:
    found = review(OMAN.format(do="accept"))
    (oman,) = (claim for claim in found.claims if claim.nationality == "OM")
    assert str(oman.verdict) == "accepted by R. Haddad on 2026-11-30"
    assert (
        found.reviewed.mark == "read by rules, reviewed by R. Haddad on 2026-11-30 (1 accepted; 4 undecided)"
    )


def test_what_is_rejected_is_gone_from_claims_and_standing_and_kept_aside(review: Reviewing) -> None:
    found = review(OMAN.format(do="reject"))
    assert "OM" not in claims(found)
    assert "OM" not in {standing.nationality for standing in found.standing()}
    (rejected,) = found.reviewed.rejected
    assert rejected.text == "Oman denied, Idlib, said by Oman"
    assert rejected.evidence[0].quote.startswith("Oman denied on Sunday")


def test_what_is_mended_says_what_it_was(review: Reviewing) -> None:
    (peru,) = (claim for claim in review(PERU).claims if claim.nationality == "PE")
    assert (str(peru.status), peru.place, peru.said_by, peru.said_on) == (
        "proposed", "Hama", "Lima", date(2017, 10, 7),
    )  # fmt: skip
    assert peru.verdict is not None
    assert dict(peru.verdict.was) == {
        "status": "possible", "place": "Homs", "said_by": "Officials", "said_on": None,
    }  # fmt: skip
    assert peru.id == "pe-proposed-1"


def test_a_claim_can_be_added_from_a_sentence_that_was_passed_over(review: Reviewing) -> None:
    added = """
[[decision]]
do = "add claim"
quote = "Will Chad send police to Homs?"
nationality = "TD"
status = "discussed"
place = "Homs"
"""
    before, found = review(""), review(added)
    (chad,) = (claim for claim in found.claims if str(claim.status) == "discussed")
    assert (chad.zone, str(chad.made_by)) == ("northern-homs", "R. Haddad")
    assert [one.text for one in before.passed_over] == ["Will Chad send police to Homs?"]
    assert found.passed_over == ()


def test_a_zone_can_be_mended_by_a_phrase_or_by_units(review: Reviewing) -> None:
    by_phrase = review(HOMS.format(do="mend") + 'to = {area = "Rastan and Talbiseh"}\n')
    assert members(by_phrase, "northern-homs") == {"SY040400": "part", "SY040401": "part"}
    by_units = review(HOMS.format(do="mend") + 'to = {whole = ["SY0404"], name = "Rastan"}\n')
    assert members(by_units, "northern-homs") == {"SY0404": "whole"}
    zone = by_units.zone("Rastan")
    assert zone.verdict is not None
    assert zone.verdict.was["name"] == "Northern Homs"
    assert by_units.lookup("Rastan").zones[0].extent == "whole"


def test_claims_of_a_rejected_zone_go_to_the_zone_of_their_place_or_to_none(review: Reviewing) -> None:
    found = review(HOMS.format(do="reject"))
    assert [zone.id for zone in found.zones] == ["idlib"]
    assert {claim.nationality: claim.zone for claim in found.claims}["PE"] in {None, "idlib"}


def test_what_a_review_does_not_touch_stays_as_it_was_read(review: Reviewing, talks: Path) -> None:
    """Deir ez-Zor is far from both zones: a claim about it is of none, before and after."""
    text = talks.read_text(encoding="utf-8")
    talks.write_text(
        f"{text}\nPeru will send observers to Deir ez-Zor, said its minister.\n", encoding="utf-8"
    )
    before, after = review(""), review(OMAN.format(do="accept"))
    assert [claim.zone for claim in after.claims] == [claim.zone for claim in before.claims]
    assert [claim.place_km for claim in after.claims] == [claim.place_km for claim in before.claims]


def test_a_claim_that_a_person_put_into_no_zone_stays_in_none(review: Reviewing) -> None:
    found = review(OMAN.format(do="mend") + 'to = {zone = ""}\n')
    (oman,) = (claim for claim in found.claims if claim.nationality == "OM")
    assert (oman.place, oman.zone) == ("Idlib", None)


def test_a_claim_finds_the_zone_that_a_person_added(review: Reviewing, talks: Path) -> None:
    text = talks.read_text(encoding="utf-8")
    talks.write_text(
        f"{text}\nPeru will send observers to Deir ez-Zor, said its minister.\n", encoding="utf-8"
    )
    added = """
[[decision]]
do = "add zone"
quote = "Peru will send observers to Deir ez-Zor"
name = "East"
area = "Deir ez-Zor province"
"""
    zones_of_peru = {str(c.status): c.zone for c in review(added).claims if c.nationality == "PE"}
    assert zones_of_peru == {"possible": "northern-homs", "planned": "east"}


def test_a_zone_can_be_added(review: Reviewing) -> None:
    found = review("""
[[decision]]
do = "add zone"
quote = "contribute observers to a mission in Hama"
name = "Hama"
area = "northern Hama province"
limits = ["up to the front line"]
""")
    zone = found.zone("Hama")
    assert zone.members
    assert {member.extent for member in zone.members} == {"part"}
    assert [limit.text for limit in zone.unresolved] == ["up to the front line"]
    assert str(zone.verdict) == "added by R. Haddad on 2026-11-30"


def test_a_name_is_settled_and_a_document_described_before_anything_is_read(review: Reviewing) -> None:
    found = review("""
[[decision]]
do = "settle name"
name = "Suran"
unit = "SY020402"

[[decision]]
do = "set document"
publisher = "The Muscat Gazette"
published = 2017-10-16
address = "https://example.org/talks"
""")
    assert members(found, "idlib") == {"SY020402": "part", "SY07": "whole"}
    (document,) = found.documents
    assert (document.publisher, document.published) == ("The Muscat Gazette", date(2017, 10, 16))
    assert document.address == "https://example.org/talks"
    assert {claim.said_on for claim in found.claims if claim.nationality == "OM"} == {date(2017, 10, 15)}


def test_a_decision_outlives_a_reading_that_no_longer_has_its_item(review: Reviewing) -> None:
    """A later version may read less, or otherwise: what a person accepted is kept, and told."""
    found = review("""
[[decision]]
do = "accept claim"
quote = "Will Chad send police to Homs?"
nationality = "TD"
status = "possible"
place = "Homs"

[[decision]]
do = "reject claim"
quote = "Will Chad send police to Homs?"
nationality = "TD"
status = "agreed"

[[decision]]
do = "accept zone"
quote = "The second zone covers northern Homs."
name = "Northern Homs"
whole = ["SY0404"]
""")
    assert "possible" in {str(claim.status) for claim in found.claims if claim.nationality == "TD"}
    assert members(found, "northern-homs") == {"SY0404": "whole"}
    kept, gone, other = found.reviewed.problems
    assert "accept claim TD" in kept
    assert kept.endswith("it is kept as decided")
    assert gone.endswith("there is nothing to decide")
    assert "it is kept as accepted: SY0404 whole" in other


def test_a_kept_claim_whose_zone_is_gone_goes_by_its_place(review: Reviewing) -> None:
    found = review("""
[[decision]]
do = "accept claim"
quote = "Will Chad send police to Homs?"
nationality = "TD"
status = "possible"
place = "Homs"
zone = "Homs safe zone"
""")
    assert {c.zone for c in found.claims if str(c.status) == "possible" and c.nationality == "TD"} == {
        "northern-homs"
    }
    assert "no zone is 'Homs safe zone' now" in found.reviewed.problems[0]


def test_units_that_these_boundaries_do_not_have_leave_an_accepted_zone_as_read(review: Reviewing) -> None:
    found = review(HOMS.format(do="accept") + 'whole = ["SY99"]\n')
    assert members(found, "northern-homs") == {"SY040101": "part", "SY040400": "part", "SY040401": "part"}
    (told,) = found.reviewed.problems
    assert "no unit has the P-code SY99" in told


def test_of_two_decisions_about_one_item_the_later_counts(review: Reviewing) -> None:
    assert "OM" in claims(review(OMAN.format(do="reject") + OMAN.format(do="accept")))
    found = review(OMAN.format(do="accept") + OMAN.format(do="reject"))
    assert "OM" not in claims(found)


def test_a_decision_after_a_rejection_takes_the_item_back(review: Reviewing) -> None:
    found = review(OMAN.format(do="reject") + OMAN.format(do="accept"))
    assert found.reviewed.rejected == ()


def test_the_machines_reading_can_still_be_seen(review: Reviewing, talks: Path) -> None:
    review(OMAN.format(do="reject"))
    read = zones.load(talks, as_read=True)
    assert "OM" in claims(read)
    assert read.reviewed.mark == "read by rules, not reviewed"


def test_a_set_of_zones_can_be_reviewed_in_python(talks: Path) -> None:
    decisions = 'by = "R"\non = 2026-11-30\n' + OMAN.format(do="reject") + PERU
    read = zones.load(talks)
    by_value = read.review(read_review(decisions))
    assert by_value == zones.load(talks, review=read_review(decisions))
    assert read.claims != by_value.claims


def test_the_full_model_keeps_who_made_and_who_reviewed(review: Reviewing) -> None:
    model = to_model(review(PERU + OMAN.format(do="reject")))
    assert to_model(from_model(model)) == model
    assert model["review"]["mark"] == model["reading"]


def test_a_full_model_is_not_reviewed_for_it_has_no_text(review: Reviewing, tmp_path: Path) -> None:
    model = from_model(to_model(review("")))
    with pytest.raises(ReviewError, match="holds quotations only"):
        model.review(read_review('by = "R"\non = 2026-11-30\n' + OMAN.format(do="accept")))


def test_quotation_marks_dashes_and_blanks_may_be_others(review: Reviewing) -> None:
    decision = OMAN.format(do="reject").replace("on Sunday that", "on\\u00a0Sunday  that")
    assert "OM" not in claims(review(decision))


REFUSED = [
    (OMAN.format(do="add").replace("Oman denied", "Oman agreed"), "nearest is “Oman denied on Sunday"),
    (HOMS.format(do="mend") + 'to = {area = "the moon"}\n', "not understood"),
    (HOMS.format(do="mend") + 'to = {whole = ["SY99"]}\n', "no unit has the P-code SY99"),
    ('[[decision]]\ndo = "settle name"\nname = "Suran"\nunit = "SY99"\n', "settle name"),
    (
        OMAN.format(do="add").replace('"OM"', '"PE"') + 'zone = "Atlantis"\n',
        "expected one of these zones: Idlib",
    ),
]


@pytest.mark.parametrize(("decision", "told"), REFUSED)
def test_what_cannot_be_done_is_refused_with_the_decision_and_the_reason(
    review: Reviewing, decision: str, told: str
) -> None:
    with pytest.raises(ReviewError, match=told.replace("“", ".").replace("(", r"\(")) as error:
        review(decision)
    assert "talks.review.toml" in str(error.value)


def test_a_review_of_another_text_is_refused(talks: Path) -> None:
    decisions = 'by = "R"\non = 2026-11-30\nsha256 = "00"\n' + OMAN.format(do="accept")
    with pytest.raises(ReviewError, match="the texts here are others"):
        zones.load(talks, review=read_review(decisions))


def test_a_review_is_written_as_it_is_read(review: Reviewing, talks: Path) -> None:
    review(
        PERU
        + HOMS.format(do="mend")
        + 'to = {whole = ["SY0404"]}\nnote = "a \\"quoted\\" \\\\ note\\u007f"\n'
    )
    read = load_review(talks.with_name("talks.review.toml"))
    again = read_review(review_text(read), name=read.name)
    assert again == read


def test_an_empty_text_takes_back_what_a_claim_says(review: Reviewing) -> None:
    emptied = PERU.replace("to = {", 'to = {reported_by = "", ').replace('place = "Hama"', 'place = ""')
    emptied = emptied.replace('said_by = "Lima"', 'said_by = ""').replace("2017-10-07", '""')
    claim = next(c for c in review(emptied).claims if c.nationality == "PE")
    assert (claim.place, claim.zone, claim.said_by, claim.said_on, claim.reported_by) == (None,) * 5


def test_a_review_of_everything_gives_the_same_whatever_a_later_version_reads(talks: Path) -> None:
    """Tried with one that reads nothing at all: what was accepted is made again from the review."""
    read = zones.load(talks)
    rows = [
        Decision(
            do=Do.ACCEPT_ZONE, by="R", on=date(2026, 11, 30), quotes=(zone.evidence[0].quote,),
            item={"name": zone.name, **_codes(zone)},
        )
        for zone in read.zones
    ]  # fmt: skip
    keys = ("nationality", "status", "place", "said_by", "said_on", "reported_by")
    rows += [
        Decision(
            do=Do.ACCEPT_CLAIM, by="R", on=date(2026, 11, 30), quotes=(claim.evidence[0].quote,),
            item={key: value for key in keys if (value := getattr(claim, key)) is not None},
        )
        for claim in read.claims
    ]  # fmt: skip
    review = read_review(review_text(Review(decisions=tuple(rows))))
    later = replace(read, zones=(), claims=(), passed_over=()).review(review)
    assert [(z.name, _codes(z)) for z in later.zones] == [(z.name, _codes(z)) for z in read.zones]
    told = [[getattr(c, key) for key in (*keys, "zone")] for c in later.claims]
    assert told == [[getattr(c, key) for key in (*keys, "zone")] for c in read.claims]
    assert len(later.reviewed.problems) == len(rows)
    assert read.review(review).reviewed.problems == ()


def _codes(zone: Zone) -> dict[str, list[str]]:
    codes = {extent: [m.pcode for m in zone.members if m.extent == extent] for extent in ("whole", "part")}
    return {extent: found for extent, found in codes.items() if found}
