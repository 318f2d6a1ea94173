"""Whatever words come together: what speaks of foreign forces is a claim or passed over, never neither."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.zones.reading.claims import PUBLISHED, mentions_of
from zones.reading.claim_reader import is_signal, read_claims

pytestmark = pytest.mark.slow

WHO = [
    "Peru",
    "Omani troops",
    "the minister",
    "Chad and Peru",
    "they",
    "the UN",
    "No Peruvian police",
    "Moscow, not Lima,",
]
MOODS = ["will", "may", "won't", "has agreed to", "denied that it would", "is said to", "would have to", "to"]
DEEDS = [
    "send observers to Idlib", "patrol the safe zone in Hama", "take part in the mission", "leave Homs",
    "be replaced by Omani monitors", "fight the rebels", "discuss the deployment of Chadian peacekeepers", "agree",
]  # fmt: skip
TAILS = [
    "", ", its spokesman said on Monday", " if the Council agrees", ", and Oman refused",
    ", the paper wrote, quoting him", " instead of Peru", "; nothing was decided", " after Peru had offered soldiers",
]  # fmt: skip
SENTENCES = st.builds(
    lambda who, mood, deed, tail, end: f"{who[0].upper()}{who[1:]} {mood} {deed}{tail}{end}",
    *map(st.sampled_from, (WHO, MOODS, DEEDS, TAILS, ".?!")),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(SENTENCES, min_size=1, max_size=5))
def test_a_sentence_with_a_signal_is_a_claim_or_passed_over(texts: list[str]) -> None:
    sentences = mentions_of(" ".join(texts))
    reading = read_claims(sentences, PUBLISHED)
    told = {claim.span for claim in reading.claims} | {passed.span for passed in reading.passed}
    assert {one.span for one in sentences if is_signal(one)} <= told


@settings(max_examples=60)
@given(st.lists(SENTENCES, min_size=1, max_size=5))
def test_no_sentence_is_passed_over_and_a_claim_and_each_claim_has_its_path(texts: list[str]) -> None:
    reading = read_claims(mentions_of(" ".join(texts)), PUBLISHED)
    assert {claim.span for claim in reading.claims}.isdisjoint(passed.span for passed in reading.passed)
    assert all(claim.rule and claim.path.startswith(f"{claim.status}: ") for claim in reading.claims)
