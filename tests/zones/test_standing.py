"""What the claims about a nationality amount to: who is heard first, and that disagreement shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zones import Claim, Evidence, Standing, Status
from zones.standing import claim_day, standings, unnamed

PUBLISHED = {"early": date(2017, 6, 20), "late": date(2017, 6, 23), "undated": None}


def claim(
    status: str, *, day: int | None = None, by: str | None = "KZ", zone: str | None = "idlib",
    document: str = "late", start: int = 0, headline: bool = False, nationality: str = "KZ", name: str = "",
    said_by: str | None = "",
) -> Claim:  # fmt: skip
    return Claim(
        id=name or f"{status}-{day}-{by}-{zone}-{start}", nationality=nationality, zone=zone, place=None,
        place_relation="", place_km=None, status=Status(status),
        said_by=f"speaker of {by}" if said_by == "" else said_by, speaks_for=by,
        said_on=date(2017, 6, day) if day else None, reported_by=None,
        evidence=(Evidence(document=document, start=start, end=start + 1, quote="x"),), headline=headline,
    )  # fmt: skip


def standing(*claims: Claim, on: date | None = None) -> Standing:
    (only,) = standings(claims, PUBLISHED, on)
    return only


def test_the_country_itself_is_heard_before_others_who_speak_later() -> None:
    told = standing(claim("denied", day=21), claim("planned", day=23, by="RU"))
    assert told.status == "denied"
    assert told.disputed
    assert "who speaks for Kazakhstan" in told.why
    assert "2017-06-21" in told.why


def test_without_the_country_the_latest_statement_counts() -> None:
    told = standing(claim("planned", day=23, by="RU"), claim("possible", day=20, by="TR"))
    assert told.status == "planned"
    assert not told.disputed
    assert "nobody speaks for Kazakhstan" in told.why


SOURCE = "a source in the foreign ministry"


def test_an_unnamed_source_never_displaces_who_speaks_for_the_country() -> None:
    told = standing(
        claim("denied", day=20, said_by="the foreign minister"), claim("planned", day=23, said_by=SOURCE)
    )
    assert told.status == "denied"
    assert told.disputed
    assert told.why == "latest statement of 2017-06-20, by the foreign minister (who speaks for Kazakhstan)"


def test_an_unnamed_source_of_the_country_is_heard_before_others_but_settles_nothing() -> None:
    told = standing(claim("denied", day=20, said_by=SOURCE), claim("planned", day=23, by="RU"))
    assert told.status == "denied"
    assert told.why == (
        "latest statement of 2017-06-20, by a source in the foreign ministry (an unnamed source of Kazakhstan, which "
        "settles nothing; nobody speaks for it by name or office)"
    )


def test_an_unnamed_source_of_elsewhere_gives_way_to_whoever_is_named_and_to_the_report_itself() -> None:
    diplomats = claim("denied", day=23, by="TR", said_by="diplomats in Geneva")
    for other in (claim("planned", day=20, by="RU"), claim("planned", day=20, by=None, said_by=None)):
        assert standing(other, diplomats).status == "planned"
    assert "unnamed, which settles nothing; nobody speaks for Kazakhstan" in standing(diplomats).why


def test_the_latest_of_several_who_speak_for_the_country_counts() -> None:
    told = standing(
        claim("possible", day=20, said_by="President Nursultan Nazarbayev"),
        claim("denied", day=22, said_by="the foreign minister"),
    )
    assert told.status == "denied"


@pytest.mark.parametrize(
    "who",
    [
        "a source",
        "a source within Kyrgyzstan's delegation",
        "Foreign Ministry sources",
        "an official in the Syrian foreign ministry",
        "a Jordanian official who asked not to be named",
        "two officials",
        "diplomats in Brussels",
        "Kazakh media",
        "media reports",
        "an unnamed general",
        "a minister, who declined to be identified",
        "a deputy minister speaking on condition of anonymity",
        "AN INFORMED SOURCE",
    ],
)
def test_who_is_not_named_is_an_unnamed_source(who: str) -> None:
    assert unnamed(who)


@pytest.mark.parametrize(
    "who",
    [
        "Kairat Abdrakhmanov",
        "İbrahim Kalın",
        "US diplomat Brett McGurk",
        "Brett McGurk, a US diplomat",
        "the official representative",
        "a foreign ministry spokesman in Beijing",
        "the minister of information and media",
        "the newly named minister",
        "Kazakhstan",
        "Ankara",
        "the president",
        "",
    ],
)
def test_who_has_a_name_or_an_office_is_none(who: str) -> None:
    assert not unnamed(who)


@pytest.mark.parametrize(
    ("statuses", "disputed"),
    [
        (("planned", "denied"), True),
        (("discussed", "rejected"), True),
        (("planned", "possible"), False),
        (("denied", "rejected"), False),
        (("undecided", "denied"), False),
        (("undecided", "planned"), False),
    ],
)
def test_a_dispute_is_one_between_those_who_affirm_and_those_who_deny(
    statuses: tuple[str, str], disputed: bool
) -> None:
    assert (
        standing(*(claim(status, day=20 + n, start=n) for n, status in enumerate(statuses))).disputed
        is disputed
    )


def test_only_what_was_said_until_the_day_counts() -> None:
    claims = (claim("planned", day=20), claim("denied", day=22))
    assert standing(*claims, on=date(2017, 6, 21)).status == "planned"
    assert standing(*claims, on=date(2017, 6, 22)).status == "denied"
    assert standings(claims, PUBLISHED, date(2017, 6, 19)) == ()


def test_a_statement_of_no_known_day_counts_on_no_day() -> None:
    undated = claim("planned", document="undated")
    assert standings([undated], PUBLISHED, date(2100, 1, 1)) == ()
    assert standing(undated).status == "planned"


def test_a_statement_without_a_day_counts_from_its_publication() -> None:
    undated = claim("planned", document="early")
    assert claim_day(undated, PUBLISHED) == date(2017, 6, 20)
    assert standings([undated], PUBLISHED, date(2017, 6, 19)) == ()
    assert claim_day(claim("planned", document="undated"), PUBLISHED) is None


def test_a_headline_gives_way_to_a_statement_of_its_day() -> None:
    assert (
        standing(claim("possible", day=23), claim("planned", day=23, headline=True, start=5)).status
        == "possible"
    )


@pytest.mark.parametrize("zone", ["idlib", None])
def test_a_headline_never_displaces_what_its_article_says(zone: str | None) -> None:
    """Not by a later day, nor by whom it names."""
    headline = claim("planned", day=23, headline=True, zone=zone, said_by="the president")
    assert standing(claim("possible", day=20, zone=zone), headline).status == "possible"
    assert standing(claim("denied", day=20, zone=zone, said_by=SOURCE), headline).status == "denied"
    assert headline.id in standing(claim("denied", day=20, zone=zone), headline).claims


def test_a_headline_counts_where_its_article_says_nothing_of_the_nationality() -> None:
    headline = claim("planned", day=23, headline=True)
    assert standing(headline).status == "planned"
    assert standing(claim("denied", day=20, document="early"), headline).status == "planned"


def test_claims_about_no_zone_count_for_every_zone_told_of() -> None:
    found = {
        s.zone: s
        for s in standings([claim("planned", day=20), claim("denied", day=22, zone=None)], PUBLISHED)
    }
    assert found["idlib"].status == "denied"
    assert len(found["idlib"].claims) == 2
    assert len(found[None].claims) == 1


def test_nationalities_and_zones_are_kept_apart() -> None:
    found = standings(
        [claim("planned", zone="b"), claim("planned", zone="a"), claim("denied", nationality="IR", by="IR")],
        PUBLISHED,
    )
    assert [(s.nationality, s.zone) for s in found] == [("IR", "idlib"), ("KZ", "a"), ("KZ", "b")]


made = st.builds(
    claim,
    st.sampled_from([str(status) for status in Status]),
    day=st.one_of(st.none(), st.integers(1, 30)),
    by=st.sampled_from(["KZ", "RU", None]),
    zone=st.sampled_from(["idlib", None]),
    start=st.integers(0, 9),
)


@given(st.lists(made, max_size=6), st.randoms())
def test_the_order_in_which_claims_come_changes_nothing_but_ties(claims: list[Claim], random: object) -> None:
    unique = list({(c.said_on or c.evidence, c.evidence[0].start): c for c in claims}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for one, other in zip(standings(unique, PUBLISHED), standings(shuffled, PUBLISHED), strict=True):
        assert (one.zone, one.disputed, set(one.claims)) == (other.zone, other.disputed, set(other.claims))


@given(st.lists(made, max_size=6))
def test_every_standing_rests_on_claims_that_were_made(claims: list[Claim]) -> None:
    names = {c.id for c in claims}
    for told in standings(claims, PUBLISHED):
        assert told.claims
        assert set(told.claims) <= names
