"""Every frame's own examples and counter-examples, as `lexicon/frames.toml` has them."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of
from zones.reading.lexicon import table

FRAMES = table("frames")["frame"]


def told(kind: str) -> list[tuple[str, str]]:
    return [(frame["name"], text) for frame in FRAMES for text in frame[kind]]


@pytest.mark.parametrize(("name", "example"), told("examples"))
def test_a_frame_makes_the_claims_of_its_examples(name: str, example: str) -> None:
    text, _, expected = example.partition(" | ")
    found = claims_of(text)
    assert {f"{c.nationality} {c.status}" for c in found} == set(expected.split(", "))
    assert name in {c.rule for c in found}


@pytest.mark.parametrize(("name", "text"), told("counter"))
def test_a_frame_makes_no_claim_of_its_counter_examples(name: str, text: str) -> None:
    assert [c for c in claims_of(text) if c.rule == name] == []


def test_each_frame_has_two_examples_and_two_counter_examples() -> None:
    assert all(len(frame["examples"]) >= 2 and len(frame["counter"]) >= 2 for frame in FRAMES)
    assert len({frame["name"] for frame in FRAMES}) == len(FRAMES)
