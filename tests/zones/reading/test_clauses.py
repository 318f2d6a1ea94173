"""Clauses that make one statement each, and whose words they are."""

import pytest

from zones.reading.clauses import clauses
from zones.reading.speech import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia will send troops but Iran may refuse.",
            [("Russia will send troops", None), ("but Iran may refuse", None)],
        ),
        ("Russia and Turkey will send troops.", [("Russia and Turkey will send troops", None)]),
        ("Russia agreed, and Turkey denied it.", [("Russia agreed", None), ("Turkey denied it", None)]),
        (
            "Lavrov said that troops will come while Turkey refused.",
            [("that troops will come", "Lavrov"), ("while Turkey refused", "Lavrov")],
        ),
        ("Troops will come, Lavrov said.", [("Troops will come,", "Lavrov")]),
        ("Troops will come and they will stay.", [("Troops will come", None), ("they will stay", None)]),
        (
            "While Russia agreed, Turkey denied it.",
            [("While Russia agreed", None), ("Turkey denied it", None)],
        ),
        (
            "Troops will come, Lavrov said; Iran refused.",
            [("Troops will come,", "Lavrov"), ("Iran refused", "Lavrov")],
        ),
        (
            "Lavrov said that troops will come and Kalin said that they may stay.",
            [("that troops will come and", "Lavrov"), ("that they may stay", "Kalin")],
        ),
        (
            "Russia agreed to send troops and observers.",
            [("Russia agreed to send troops and observers", None)],
        ),
    ],
)
def test_clauses(scan_one, text, expected):
    scan = scan_one(text)
    found = clauses(scan, attributions(scan, None))
    said = [scan.text(*c.attribution.speaker) if c.attribution else None for c in found]
    assert [(scan.text(c.start, c.end), by) for c, by in zip(found, said, strict=True)] == expected
