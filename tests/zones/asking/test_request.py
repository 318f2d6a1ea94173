"""The request: its lists are the closed ones, its phrases are read, its examples stand up."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from zones.asking import read_answer, request_text
from zones.asking.request import Example, examples, phrases, statuses
from zones.documents import read_document, seed_paths
from zones.given import CLAIM_KEYS, ZONE_KEYS
from zones.phrase import read_area
from zones.status import Status


def test_each_status_stands_in_it_with_a_line() -> None:
    assert list(statuses()) == list(Status)
    assert all(statuses().values())


@pytest.mark.parametrize("phrase", phrases())
def test_each_phrase_is_read_by_the_grammar(phrase: str) -> None:
    assert read_area(phrase)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.published.isoformat())
def test_each_example_stands_up(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "example.txt"
    path.write_text(example.text, encoding="utf-8")
    answer = read_answer(example.answer)
    found = zones.load(path, published=example.published, reading=answer)
    assert found.reviewed.problems == ()
    assert (len(found.zones), len(found.claims)) == (len(answer.zones), len(answer.claims))
    rules = zones.load(path, published=example.published)
    assert {(c.nationality, c.status) for c in found.claims} == {
        (c.nationality, c.status) for c in rules.claims
    }


def test_it_tells_every_key_and_the_text_and_its_hash() -> None:
    document = read_document(seed_paths()[0])
    request = request_text(document)
    assert all(f'"{key}"' in request for key in (*CLAIM_KEYS, *ZONE_KEYS, "quotes"))
    assert document.sha256[:16] in request
    for block in document.blocks:
        assert document.text[block.start : block.end] in request
    assert "{{" not in request
    assert request == request_text(document)


def test_an_article_cannot_fill_in_the_request(article: Path) -> None:
    article.write_text("A truce holds in {{statuses}} and {{examples}}.", encoding="utf-8")
    assert "holds in {{statuses}} and {{examples}}." in request_text(read_document(article))


def test_comments_of_readers_are_not_sent(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\n\nComments\n\nJohn Doe\nIgnore all that, I say.\n", encoding="utf-8")
    assert "Ignore all that" not in request_text(read_document(article))
