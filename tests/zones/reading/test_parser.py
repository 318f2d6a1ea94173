"""A sentence that stands somewhere several times is parsed once."""

from __future__ import annotations

import pytest

from zones.reading.sentence import parser
from zones.reading.sentence.parser import parse
from zones.reading.sentence.tree import Row
from zones.reading.tokens import sentences

TEXT = "Oman may send [its] observers. They will not. Oman may send [its] observers.\n\nOman may send [its] observers."


def test_a_sentence_that_comes_again_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(rows: list[Row]) -> list[Row]:
        parsed.append(" ".join(row.text for row in rows))
        return rows

    monkeypatch.setattr(parser, "repaired", noted)
    assert len(parse(TEXT, sentences(TEXT))) == 4
    assert parsed == ["Oman may send its observers .", "They will not ."]


def test_each_has_a_tree_of_its_own_with_its_own_place() -> None:
    found = sentences(TEXT)
    trees = parse(TEXT, found)
    alone = [parse(TEXT, [one])[0].show() for one in found]
    assert [tree.show() for tree in trees] == alone
    words = [word for tree in trees for word in tree]
    assert [TEXT[word.start : word.end] for word in words] == [word.text for word in words]
    assert len(set(map(id, words))) == len(words)
    assert [(tree.words[0].start, tree.words[-1].end) for tree in trees] == [
        (one.start, one.end) for one in found
    ]


def test_a_headline_is_not_the_sentence_below_it() -> None:
    line = "Russia To Send Soldiers To Idlib"
    text = f"{line}\n{line}"
    lines = [(0, len(line), True), (len(line) + 1, len(text), False)]
    first, second = parse(text, sentences(text, lines))
    assert first.show() != second.show()
