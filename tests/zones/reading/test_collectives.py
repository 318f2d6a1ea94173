"""Collective names: whom "the guarantors" and "both countries" mean."""

from datetime import date

import pytest

from zones.reading.collectives import Company


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guarantors Russia, Turkey and Iran met. The three countries agreed.", ("RU", "TR", "IR")),
        ("Egypt and Algeria were asked. Both countries refused.", ("EG", "DZ")),
        ("Egypt and Algeria were asked. Those states refused.", ("EG", "DZ")),
        ("Egypt was asked. Both countries refused.", ()),
        ("Egypt and Algeria met. The two zones were quiet.", ()),
    ],
)
def test_what_a_collective_means(scan_all, text, expected):
    scans = scan_all(text)
    company = Company()
    company.learn(scans, None)
    last = len(scans) - 1
    assert company.meant(scans[last], 0, len(scans[last]), last) == expected


@pytest.mark.parametrize(
    ("published", "known"), [(date(2017, 6, 23), True), (date(2015, 6, 23), False), (None, False)]
)
def test_the_guarantors_of_astana_go_without_saying_since_2016(scan_all, published, known):
    scans = scan_all("The guarantors met.")
    company = Company()
    company.learn(scans, published)
    assert company.meant(scans[0], 0, len(scans[0]), 0) == (("RU", "TR", "IR") if known else ())
