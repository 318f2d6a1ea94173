"""Sentences that the text itself takes back."""

import pytest

from zones.reading.retractions import retracted


@pytest.mark.parametrize(
    "text",
    [
        "The zone includes Idlib province. That was wrong.",
        "The zone includes Idlib province. This is incorrect.",
        "The zone includes Idlib province. It was an error.",
        "An earlier version of this article said that the zone includes Idlib province. It was amended.",
        "We misstated that Kazakhstan would send troops. It will not.",
    ],
)
def test_taken_back(mentions_all, text):
    sentences = mentions_all(text)
    kept, told = retracted(sentences)
    assert kept == sentences[1:]
    assert [leaf.span for leaf in told] == [sentences[0].span]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan will send troops. That is not true, the minister said.",
        'Kazakhstan will send troops. "That is wrong."',
        "Kazakhstan will send troops. That was wrong of the government.",
        "Kazakhstan will send troops. That was agreed.",
    ],
)
def test_denied_by_others_or_not_at_all(mentions_all, text):
    sentences = mentions_all(text)
    assert retracted(sentences) == (sentences, [])
