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
        ('"Troops will come. They stay. They go," Lavrov said.', ["Lavrov", "Lavrov", ["Lavrov"]]),
        ('Lavrov said: "They come. They stay. They go."', [["Lavrov"], "Lavrov", "Lavrov"]),
        ('Lavrov said: "They come. They stay." They left.', [["Lavrov"], "Lavrov", None]),
        ('"Troops will come." "They will stay," Lavrov said.', ["Lavrov", ["Lavrov"]]),
        ("Lavrov said so. One. Two. Three. He said more.", [["Lavrov"], None, None, None, ["Lavrov"]]),
        (
            "Lavrov said so. One. Two. Three. Four. He said more.",
            [["Lavrov"], None, None, None, None, [None]],
        ),
        ("Lavrov said so. Kalin said no. He said more.", [["Lavrov"], ["Kalin"], ["Kalin"]]),
        ("The source said so. The source added more.", [["The source"], ["The source"]]),
        ("He said so.", [[None]]),
        ("According to Interfax, troops will come.", [[None]]),
    ],
)
def test_voices(scan_all, text, expected):
    scans = scan_all(text)
    spoken = voices(scans, [attributions(scan, None) for scan in scans], Registry())
    own = [sentence.own.speaker.said_by if sentence.own.speaker else None for sentence in spoken]
    said = [
        [voice.speaker and voice.speaker.said_by for voice in sentence.said.values()] for sentence in spoken
    ]
    assert [inner or whole for inner, whole in zip(said, own, strict=True)] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ('"Troops will come.', 'They will stay," Lavrov said.', [None, ["Lavrov"]]),
        ('Lavrov said: "They come. They stay."', "They left.", [["Lavrov"], "Lavrov", None]),
        ("Lavrov said so.", '"Troops will come."', [["Lavrov"], None]),
    ],
)
def test_a_quotation_ends_with_its_paragraph(scan_all, first, second, expected):
    scans = scan_all(f"{first}\n{second}")
    spoken = voices(scans, [attributions(scan, None) for scan in scans], Registry())
    found = []
    for sentence in spoken:
        inner = [voice.speaker.said_by if voice.speaker else None for voice in sentence.said.values()]
        found.append(inner or (sentence.own.speaker.said_by if sentence.own.speaker else None))
    assert found == expected
