"""Sentences to trees, by spaCy: the one module that knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from zones.reading.sentence.headline import plain_case
from zones.reading.sentence.model import load_model
from zones.reading.sentence.repair import repaired
from zones.reading.sentence.tree import Row, Tree
from zones.reading.tokens import COMPOUND, Sentence, fold_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse"]

_PLAIN = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "’": "'",
    "‘": "'",
    "`": "'",
    "‚": ",",
    "–": "-",
    "‐": "-",
    "‑": "-",
}
_BLANK = frozenset("\u00a0\u2009\u202f\t")
_LONGEST_RUN = 200  # characters without a blank that the parser is shown; a longer run is no word


def parse(text: str, sentences: Sequence[Sentence]) -> list[Tree]:
    """Return the tree of each sentence.

    Parameters
    ----------
    text
        The document.
    sentences
        Where its sentences stand; the parser does not part them anew. It is shown one that stands there several times
        once.

    Raises
    ------
    zones.errors.LanguageModelError
        If the language model is missing or another one.
    """
    model = load_model()
    keys = [(text[one.start : one.end], one.headline) for one in sentences]
    first: dict[tuple[str, bool], Sentence] = {}
    for key, one in zip(keys, sentences, strict=True):
        first.setdefault(key, one)
    # One by one: a parsed sentence takes twenty times the memory of its tree.
    shown = (_plain(text, one) for one in first.values())
    docs = ((_one_sentence(model.make_doc(words)), offsets) for words, offsets in shown)
    parsed = model.pipe(docs, as_tuples=True, batch_size=64)
    rows: dict[tuple[str, bool], list[Row]] = {}
    to_come = Counter(keys)
    trees = []
    for key, one in zip(keys, sentences, strict=True):
        if key not in rows:
            rows[key] = repaired(_rows(*next(parsed)))
        trees.append(Tree(_moved(rows[key], one.start - first[key].start)))
        to_come[key] -= 1
        if not to_come[key]:
            del rows[key]
    return trees


def _moved(rows: list[Row], by: int) -> list[Row]:
    """Return the rows of a sentence that stands somewhere else word for word, too."""
    return [row._replace(start=row.start + by, end=row.end + by) for row in rows] if by else rows


def _one_sentence(doc: Doc) -> Doc:
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _plain(text: str, sentence: Sentence) -> tuple[str, list[int]]:
    """Return a sentence with plain quotes and without editors' brackets, and where each character stood.

    The parser is shown "ceasefire" for "cease-fire", of which it would make three words.
    """
    compounds = COMPOUND.finditer(text, sentence.start, sentence.end)
    dropped = {at for match in compounds for at in range(*match.span()) if not text[at].isalpha()}
    kept = [at for at in range(sentence.start, sentence.end) if text[at] not in "[]" and at not in dropped]
    kept = _without_long_runs(text, kept)
    plain = "".join(" " if text[at] in _BLANK else _PLAIN.get(text[at], text[at]) for at in kept)
    plain = plain.replace(" - ", " — ")  # a hyphen that stands alone is meant for a dash
    return plain_case(plain) if sentence.headline else plain, kept


def _without_long_runs(text: str, kept: list[int]) -> list[int]:
    """Leave out what follows the first characters of a run without blanks: encoded files, not words."""
    short, run = [], 0
    for at in kept:
        run = 0 if text[at].isspace() else run + 1
        if run <= _LONGEST_RUN:
            short.append(at)
    return short


def _rows(doc: Doc, offsets: Sequence[int]) -> list[Row]:
    words = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(words)}
    return [
        Row(
            text=intern(token.text),
            lemma=_lemma(token.lemma_, token.tag_),
            pos=intern(token.pos_),
            tag=intern(token.tag_),
            relation=intern(token.dep_),
            head=index.get(token.head.i, number),
            start=offsets[token.idx],
            end=offsets[token.idx + len(token.text) - 1] + 1,
        )
        for number, token in enumerate(words)
    ]


@lru_cache(maxsize=65536)
def _lemma(lemma: str, tag: str) -> str:
    """Return a lemma folded; of plurals that the model leaves as they are the singular ("Defence Forces")."""
    folded = "hope" if lemma == "hop" else fold_word(lemma)  # it takes "hoped" for a leap
    if tag.startswith("NN") and folded.endswith("men") and len(folded) > 4:
        return f"{folded[:-3]}man"  # "servicemen", which the model takes for a singular
    return folded[:-1] if tag == "NNPS" and folded.endswith("s") else folded
