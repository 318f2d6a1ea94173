"""Words, marks and sentences, each with its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zones.reading.tokens import fold_word, sentences, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Syria's zones", ["syria", "'s", "zones"]),
        ("Erdoğan’s", ["erdogan", "'s"]),
        ("isn't", ["is", "not"]),
        ("won't", ["will", "not"]),
        ("can't", ["can", "not"]),
        ("U.S. troops", ["us", "troops"]),
        ("32-km-deep", ["32", "km", "deep"]),
        ("our [servicemen]", ["our", "servicemen"]),
        ("1,500 men", ["1,500", "men"]),
        ("the Cease-fire, cease‑fires", ["the", "ceasefire", ",", "ceasefires"]),
        ("peace-keepers at check-points", ["peacekeepers", "at", "checkpoints"]),
        ("agreed to cease fire", ["agreed", "to", "cease", "fire"]),
        ("2.5 km", ["2.5", "km"]),
        ("“Yes”", ['"', "yes", '"']),
        ("north – south", ["north", "--", "south"]),
        ("Ma'arrat al-Nu'man", ["ma'arrat", "al", "nu'man"]),
    ],
)
def test_words(text, words):
    assert [token.word for token in tokenize(text)] == words


def test_a_hyphen_glues():
    assert [token.glued for token in tokenize("al-Bab and Azaz")] == [False, True, False, False]


@given(st.text(max_size=200))
def test_every_token_stands_where_it_says(text):
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text):
    assert fold_word(fold_word(text)) == fold_word(text)


def test_sentences_keep_their_paragraph():
    found = sentences("One ends. Two ends.\n\nThree begins.")
    assert [(" ".join(s.words), s.paragraph) for s in found] == [
        ("one ends .", 0),
        ("two ends .", 0),
        ("three begins .", 1),
    ]


def test_a_headline_is_marked():
    text = "Zones agreed\nThey are four."
    found = sentences(text, [(0, 12, True), (13, len(text), False)])
    assert [s.headline for s in found] == [True, False]


def test_a_sentence_without_end_is_cut():
    assert max(map(len, sentences("word " * 500))) == 200


@pytest.mark.parametrize(
    ("mark", "plain"),
    [
        *((mark, '"') for mark in "“”„«»"),
        *((mark, "--") for mark in "—–"),
        *((mark, "-") for mark in "‐‑−"),
        *((mark, "'") for mark in "‘`ʿʾ’"),
    ],
)
def test_typographic_marks_are_the_plain_ones(mark, plain):
    text = f"north {mark} south"
    assert [token.word for token in tokenize(text)] == ["north", plain, "south"]
    assert [token.text for token in tokenize(text)] == text.split()


@pytest.mark.parametrize("mark", ["'", "’", "‘", "`"])
def test_an_apostrophe_of_any_kind_ends_a_possessive(mark):
    assert [token.word for token in tokenize(f"Syria{mark}s")] == ["syria", "'s"]


@pytest.mark.parametrize("mark", ["'", "’", "‘", "`", "ʿ", "ʾ"])
def test_an_apostrophe_of_any_kind_stands_in_a_name(mark):
    assert [token.word for token in tokenize(f"Nu{mark}man")] == ["nu'man"]


def test_every_shortened_word():
    words = [token.word for token in tokenize("shan’t don’t won't can't")]
    assert words == ["shall", "not", "do", "not", "will", "not", "can", "not"]


@pytest.mark.parametrize(
    ("text", "words"), [("U.S. and U.N.", ["us", "and", "un"]), ("U.S", ["u", ".", "s"])]
)
def test_letters_with_points(text, words):
    assert [token.word for token in tokenize(text)] == words


def test_a_sentence_of_just_the_most_words_is_whole():
    assert [len(found) for found in sentences("word " * 200)] == [200]
    assert [len(found) for found in sentences("word " * 201)] == [200, 1]
