"""Which lines of a page are article: told by its author, and nothing else."""

from __future__ import annotations

import pytest

from zones.article import article_lines
from zones.documents import read_document, seed_paths


def kept(page: str) -> list[str]:
    return [page[line.start : line.end] for line in article_lines(page)]


BODY = [
    "Monitors agreed for Idlib",
    "Turkey and Russia will send observers, an official said.",
    "They met in Astana.",
]


@pytest.mark.parametrize(
    "noise",
    [
        "ALSO READ: Russia may send troops to Homs",
        "Read more: Kazakhstan denies talks",
        "Friday, 23 June 2017 06:13",
        "2017-06-23",
        "Advertisement",
        "* * *",
    ],
)
def test_a_line_of_noise_is_left_out(noise: str) -> None:
    assert kept("\n\n".join([BODY[0], BODY[1], noise, BODY[2]]) + "\n") == BODY


def test_the_article_goes_on_after_a_share_bar_in_its_middle() -> None:
    prose = (
        "Kazakhstan would send its soldiers to Idlib if the United Nations asked for them, the minister said."
    )
    assert kept("\n\n".join([*BODY, "Share this article:", "Facebook", "Print", prose]) + "\n") == [
        *BODY,
        prose,
    ]
    assert kept("\n\n".join([*BODY, "Share this article:", "3 Comments", prose]) + "\n") == BODY


@pytest.mark.parametrize("mark", ["3 Comments", "Comments", "Leave a comment", "Share this article:"])
def test_nothing_after_the_comments_begin(mark: str) -> None:
    page = "\n\n".join([*BODY, mark, "Iran will send troops to Daraa.", "He is right."]) + "\n"
    assert kept(page) == BODY


def test_the_headline_is_told_apart() -> None:
    lines = article_lines("\n\n".join(BODY))
    assert [line.headline for line in lines] == [True, False, False]


def test_a_dateline_is_no_part_of_its_sentence() -> None:
    assert kept("ANKARA (Reuters) - Turkey sent observers to Idlib on Friday.") == [
        "Turkey sent observers to Idlib on Friday."
    ]


def test_sentences_that_speak_of_sharing_are_kept() -> None:
    line = "Russia and Turkey share the view that observers should stand in Idlib, a diplomat said on Friday."
    assert kept(f"{BODY[1]}\n\n{line}\n") == [BODY[1], line]


@pytest.mark.parametrize("page", ["", "\n\n", "***\n—\n"])
def test_a_page_without_words_has_no_article(page: str) -> None:
    assert article_lines(page) == ()


def test_lines_stand_in_order_and_within_the_text() -> None:
    for path in seed_paths():
        document = read_document(path)
        ends = [0]
        for line in document.lines:
            assert ends[-1] <= line.start < line.end <= len(document.text)
            ends.append(line.end)


@pytest.mark.parametrize(
    "words", ["All comments", "Daeshbags", "Ghilliotti", "breeding ground", "ALSO READ", "Share"]
)
def test_no_comment_or_share_bar_of_the_seeds_is_article(words: str) -> None:
    documents = [read_document(path) for path in seed_paths()]
    assert any(words in d.text for d in documents)
    assert not any(words in d.text[line.start : line.end] for d in documents for line in d.lines)


def test_a_name_and_colon_is_a_dateline_once_and_a_speaker_more_often() -> None:
    first, second = "The zone covers Idlib province.", "Kazakhstan will send observers to Idlib."
    assert kept(f"Talks\n\nASTANA: {first}\n\n{second}\n") == ["Talks", first, second]
    spoken = [f"LAVROV: {first}", "SAFADI: Thank you.", f"LAVROV: {second}"]
    assert kept("\n\n".join(["Talks", *spoken]) + "\n") == ["Talks", *spoken]


@pytest.mark.parametrize(
    "row", ["1. Idlib province", "(a) Idlib", "Zone 2: Idlib", "No. 3 | Idlib", "- Idlib"]
)
def test_a_row_is_no_headline(row: str) -> None:
    lines = article_lines(f"Zones agreed\n\n{row}\n\nThey met.\n")
    assert [line.headline for line in lines] == [True, False, False]
