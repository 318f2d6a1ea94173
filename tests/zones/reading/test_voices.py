"""Whose words a sentence is, through quotations and pronouns."""

import pytest

from zones.reading.speakers import Registry
from zones.reading.speech import attributions
from zones.reading.voices import voices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergei Lavrov said so. He said more.", [["Sergei Lavrov"], ["Sergei Lavrov"]]),
        ("Sergei Lavrov said so. The minister said more.", [["Sergei Lavrov"], ["Sergei Lavrov"]]),
        ('"Troops will come. They will stay," Lavrov said.', ["Lavrov", ["Lavrov"]]),
        ('Lavrov said: "Troops will come. They will stay."', [["Lavrov"], "Lavrov"]),
        ("Lavrov said so. Troops will come.", [["Lavrov"], None]),
    ],
)
def test_voices(scan_all, text, expected):
    scans = scan_all(text)
    spoken = voices(scans, [attributions(scan, None) for scan in scans], Registry())
    own = [sentence.own.speaker.said_by if sentence.own.speaker else None for sentence in spoken]
    said = [[voice.speaker.said_by for voice in sentence.said.values()] for sentence in spoken]
    assert [inner or whole for inner, whole in zip(said, own, strict=True)] == expected
