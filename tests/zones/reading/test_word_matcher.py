"""What spaCy's patterns fit is found as its matcher finds it, and looked up where words like these came before."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from bench.reading import news
from zones.reading.sentence.model import load_model
from zones.reading.sentence.word_matcher import ASKED, WordMatcher

PAIRS = "There is one. It's gonna rain. I ain't. Y'all got ta go. Let's go! C'm on. Nothin' there are. He gets it."


@pytest.fixture(scope="module")
def ruler() -> Any:
    return load_model().get_pipe("attribute_ruler")


@pytest.fixture(scope="module")
def tagged(ruler: Any) -> list[Doc]:
    """Texts as they come to the ruler."""
    docs = [load_model().make_doc(text) for text in (news(6_000), PAIRS, "", " \n ")]
    before = [one for name, one in load_model().pipeline if name in {"tok2vec", "tagger", "parser"}]
    for component in before:
        docs = [component(doc) for doc in docs]
    return docs


class Counting:
    """A matcher that counts how often it is asked."""

    def __init__(self, matcher: Any) -> None:
        self.matcher, self.vocab, self.asked = matcher, matcher.vocab, 0

    def __call__(self, doc: Doc, **options: bool) -> list[tuple[int, int, int]]:
        self.asked += 1
        return self.matcher(doc, **options)


def remembering(ruler: Any) -> tuple[WordMatcher, Counting]:
    matcher = Counting(ruler.matcher._matcher)
    return WordMatcher(matcher, [one for rule in ruler.patterns for one in rule["patterns"]]), matcher


def test_the_model_asks_nothing_else_of_a_word(ruler: Any) -> None:
    asked = {key for rule in ruler.patterns for one in rule["patterns"] for word in one for key in word}
    assert asked == set(ASKED)
    assert isinstance(ruler.matcher, WordMatcher)


def test_it_finds_what_the_matcher_finds_at_first_and_again(ruler: Any, tagged: list[Doc]) -> None:
    quick, matcher = remembering(ruler)
    for doc in tagged * 2:
        expected = sorted(matcher.matcher(doc, allow_missing=True, as_spans=False))
        assert sorted(quick(doc, allow_missing=True, as_spans=False)) == expected


def test_the_matcher_is_not_asked_again_about_words_like_these(ruler: Any, tagged: list[Doc]) -> None:
    quick, matcher = remembering(ruler)
    plain, pairs, *_ = tagged
    for _ in range(3):
        quick(plain, allow_missing=True)
    assert matcher.asked == 1
    for _ in range(3):
        quick(pairs, allow_missing=True)
    assert matcher.asked == 4  # two words may go together there
