"""How much of a document is read: what is left out is told, and nothing that comes in takes for ever.

The limit is counted in words, not timed: a clock would give another reading on a slower machine. Of what is read, each
sentence takes about the same time and memory, whatever it says and wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from zones.areas import Span
from zones.reading.tokens import Sentence

__all__ = ["MOST_AREAS", "left_out", "within_budget"]

MOST_AREAS = 400
"""Areas that make up the zones of a document: each sentence is compared with them. Real ones have under fifty."""

_REPEATS = 20  # a sentence that stands in a short text more often, word for word, says nothing new
_TO_REPEAT = 25_000  # characters of a longer one in which it may stand once more
_SHARE_OF_A_SENTENCE = 150  # a short one may stand there until it takes up this part, as captions do
_FREE = 2000  # words
_LETTERS = 3  # characters a word: news has five or six, and marks, lone letters and digits have one or two
_OF_A_FORM = 10_000  # characters of sentences that differ in names and numbers only
_SHARE_OF_A_FORM = 20  # and this part of the text: in 48,000 characters of news the commonest form has 577
_SMALL = 4  # names fall away where one word in so many is none: a line in capitals has nothing else
_LISTING = frozenset({",", "and"})


def within_budget(text: str, sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Part the sentences that are read from those that are not.

    Not read is what repeats a sentence time and again, word for word or with other names and numbers, and the rest of
    a text that has far more words for its length than prose has.

    Parameters
    ----------
    text
        The document.
    sentences
        Its sentences, in order.
    """
    length = sum(one.end - one.start for one in sentences)
    left, repeats = _FREE + length // _LETTERS, _REPEATS + length // _TO_REPEAT
    of_a_form = _OF_A_FORM + length // _SHARE_OF_A_FORM
    of_a_sentence = length // _SHARE_OF_A_SENTENCE
    told: Counter[str] = Counter()
    formed: Counter[tuple[str, ...]] = Counter()
    refused: set[str] = set()
    read, unread = [], []
    for one in sentences:
        words = text[one.start : one.end]
        told[words] += 1
        if told[words] == 1:
            form = _form(one)
            formed[form] += one.end - one.start
            if formed[form] > of_a_form:
                refused.add(words)
        again = told[words] > repeats and told[words] * len(words) > of_a_sentence
        if words in refused or again or len(one) > left:
            unread.append(one)
        else:
            left -= len(one)
            read.append(one)
    return read, unread


def _form(sentence: Sentence) -> tuple[str, ...]:
    """Return the words of a sentence with a blank for each name, number, or list of them."""
    plain = sum(token.text[0].islower() for token in sentence.tokens)
    words = sum(token.text[0].isalpha() for token in sentence.tokens)
    named = plain * _SMALL >= words
    form = [""]
    for token in sentence.tokens:
        blank = token.text[0].isdigit() or (named and token.capital)
        if token.word not in _LISTING and not (blank and form[-1] == "0"):
            form.append("0" if blank else token.word)
    return tuple(form)


def left_out(sentences: Sequence[Sentence], unread: Iterable[Sentence]) -> list[tuple[Span, str]]:
    """Return the first sentence of each stretch that is not read, and how long the stretch is in words."""
    starts = {one.start for one in unread}
    stretches = (list(some) for gone, some in groupby(sentences, lambda one: one.start in starts) if gone)
    return [((some[0].start, some[0].end), _counted(len(some))) for some in stretches]


def _counted(number: int) -> str:
    return "this sentence" if number == 1 else f"{number:,} sentences from here on"
