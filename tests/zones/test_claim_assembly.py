"""A claim told twice is one, found by an index that does as a comparison of each with each would do."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zones.claim_assembly import _Alike
from zones.claims import Claim
from zones.evidence import Evidence
from zones.status import Status

TELLINGS = st.lists(st.tuples(st.sampled_from("abc"), st.none() | st.integers(1, 3)), max_size=12)


def claim(document: str, day: int | None, at: int) -> Claim:
    quote = Evidence(document=document, start=at, end=at + 1, quote="x")
    return Claim(
        id="", nationality="OM", zone=None, place=None, place_relation="", place_km=None,
            status=Status.POSSIBLE, said_by=None, speaks_for=None,
        said_on=None if day is None else date(2017, 5, day), reported_by=None, evidence=(quote,), headline=False,
    )  # fmt: skip


def one_by_one(told: list[Claim]) -> list[int]:
    """Return the number of the claim that each telling is of, by comparing it with all before."""
    days: list[date | None] = []
    documents: list[set[str]] = []
    numbers = []
    for one in told:
        document = one.evidence[0].document
        number = next(
            (
                n
                for n, day in enumerate(days)
                if day == one.said_on or (None in {day, one.said_on} and document in documents[n])
            ),
            len(days),
        )
        if number == len(days):
            days.append(None)
            documents.append(set())
        days[number] = days[number] or one.said_on
        documents[number].add(document)
        numbers.append(number)
    return numbers


@given(TELLINGS)
def test_the_index_joins_what_a_comparison_of_each_with_each_joins(
    tellings: list[tuple[str, int | None]],
) -> None:
    told = [claim(document, day, at) for at, (document, day) in enumerate(tellings)]
    alike, numbers, count = _Alike(), [], 0
    for one in told:
        found = alike.same(one)
        number = count if found is None else found
        count = max(count, number + 1)
        alike.note(one, number)
        numbers.append(number)
    assert numbers == one_by_one(told)
