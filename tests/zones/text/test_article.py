"""Which pieces of a page are article, told by its author, and what each of them is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from zones.documents import read_document, seed_paths
from zones.text.article import article_blocks
from zones.text.blocks import Block, BlockKind
from zones.text.typography import reading_text

READ = {"headline", "list_row", "table_row", "body"}
HEAD = "Council weighs a pause in Homs"
LEAD = "Delegates met for a second day and parted without a paper, a clerk of the council said."


def told(page: str) -> list[tuple[str, str]]:
    """The blocks of a page: kind and text."""
    page = reading_text(page).text
    return [(str(block.kind), page[block.start : block.end]) for block in article_blocks(page)]


def kept(page: str) -> list[str]:
    """The texts of the blocks that hold what the article says."""
    return [text for kind, text in told(page) if kind in READ]


def kinds(line: str) -> list[str]:
    """The kinds of the blocks of a line that stands in the middle of an article."""
    head, *found, lead = told(f"{HEAD}\n\n{LEAD}\n\n{line}\n\n{LEAD}\n")[1:] or [("", "")]
    return [kind for kind, _ in found] if (head, lead) == (("body", LEAD), ("body", LEAD)) else ["lost"]


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
    blocks = article_blocks("\n\n".join(BODY))
    assert [block.headline for block in blocks] == [True, False, False]


def test_a_dateline_is_no_part_of_its_sentence() -> None:
    assert kept("ANKARA (Reuters) - Turkey sent observers to Idlib on Friday.") == [
        "Turkey sent observers to Idlib on Friday."
    ]


def test_sentences_that_speak_of_sharing_are_kept() -> None:
    line = "Russia and Turkey share the view that observers should stand in Idlib, a diplomat said on Friday."
    assert kept(f"{BODY[1]}\n\n{line}\n") == [BODY[1], line]


@pytest.mark.parametrize("page", ["", "\n\n", "***\n—\n"])
def test_a_page_without_words_has_no_article(page: str) -> None:
    assert article_blocks(page) == ()


def test_blocks_stand_in_order_and_within_the_text() -> None:
    for path in seed_paths():
        document = read_document(path)
        ends = [0]
        for block in document.blocks:
            assert ends[-1] <= block.start < block.end <= len(document.text)
            ends.append(block.end)


@pytest.mark.parametrize(
    "words", ["All comments", "Daeshbags", "Ghilliotti", "breeding ground", "ALSO READ", "Share"]
)
def test_no_comment_or_share_bar_of_the_seeds_is_article(words: str) -> None:
    documents = [read_document(path) for path in seed_paths()]
    assert any(words in d.text for d in documents)
    assert not any(words in d.text[block.start : block.end] for d in documents for block in d.blocks)


def test_a_name_and_colon_is_a_dateline_once_and_a_speaker_more_often() -> None:
    first, second = "The zone covers Idlib province.", "Kazakhstan will send observers to Idlib."
    assert kept(f"Talks\n\nASTANA: {first}\n\n{second}\n") == ["Talks", first, second]
    spoken = [f"LAVROV: {first}", "SAFADI: Thank you.", f"LAVROV: {second}"]
    assert kept("\n\n".join(["Talks", *spoken]) + "\n") == ["Talks", *spoken]


@pytest.mark.parametrize(
    "row", ["1. Idlib province", "(a) Idlib", "Zone 2: Idlib", "No. 3 | Idlib", "- Idlib"]
)
def test_a_row_is_no_headline(row: str) -> None:
    blocks = article_blocks(f"Zones agreed\n\n{row}\n\nThey met.\n")
    assert [block.headline for block in blocks] == [True, False, False]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("12. Salkhad district", "list_row"),
        ("iv) the villages around Salkhad", "list_row"),
        ("Article 7. Nothing here binds third states.", "list_row"),
        ("✅ Salkhad district", "list_row"),
        ("▪️ Salkhad district", "list_row"),
        ("\u200f- Salkhad district", "list_row"),
        ("South\tSalkhad\tto be announced", "table_row"),
        ("South | Salkhad | to be announced", "table_row"),
        ("16:40 Delegates file back into the hall.", "body"),
        ("No one-sided steps were taken.", "body"),
        ("Zones were named on Tuesday.", "body"),
        ("3,000 people fled.", "body"),
    ],
)
def test_rows_are_told_by_their_marks(row: str, kind: str) -> None:
    assert kinds(row) == [kind]


def test_an_answer_is_no_row() -> None:
    page = "He spoke to us on Monday.\n\nQ: Will they come?\n\nA: They will not.\n"
    assert told(page)[1:] == [("body", "Q: Will they come?"), ("body", "A: They will not.")]


@pytest.mark.parametrize(
    ("dateline", "report"),
    [
        ("OSLO, Nov 3 (Reuters) -", LEAD),
        ("OSLO, Nov. 3, 2016 (AP) —", LEAD),
        ("OSLO, NORWAY-", LEAD),
        ("OSLO, Norway –", LEAD),
        ("OSLO, May 19. /NTB/.", LEAD),
        ("OSLO. 19 May. /NTB/", LEAD),
        ("OSLO (Fjord Post) -", LEAD),
        ("OSLO/ BERGEN –", LEAD),
        ("OSLO, May 19 —", LEAD),
        ("OSLO (10:05 A.M.) –", LEAD),
        ("NEW YORK—", LEAD),
        ("NEW YORK —", '"We have time," said the envoy of Norway.'),
        ("OSLO:", LEAD),
        ("Oslo, 19 May (dpa) -", LEAD),
        ("Oslo, May 19 (dpa)", LEAD),
        ("Oslo (dpa) -", LEAD),
        ("Oslo, May 19, 2016 –", LEAD),
        ("(Reuters) -", LEAD),
        ("May 19, 2016", "Delegates met for a second day."),
        ("19 May 2016", "Delegates met for a second day."),
    ],
)
def test_a_dateline_is_cut_off_its_report(dateline: str, report: str) -> None:
    glue = "" if dateline[-1].isdigit() or dateline == "NEW YORK—" else " "
    page = f"{HEAD}\n\n{dateline}{glue}{report}\n\n{LEAD}\n"
    assert told(page) == [("headline", HEAD), ("dateline", dateline), ("body", report), ("body", LEAD)]


@pytest.mark.parametrize(
    "report",
    [
        "UNDOF - the mission on the Golan - has counted nine posts.",
        "Norway – which chairs the council – has a draft.",
        "The paper (seen by us) - a single page - names no province.",
        "Resolution 2254 (2015) - The text has nineteen paragraphs, he said.",
        "Eastern Ghouta (Rural Damascus) - Arbin and Harasta are inside.",
        "U.S.-backed fighters have left the town.",
        "On May 19, 2016, the council met for the last time.",
        "May 19, 2016 was the day on which the council met.",
        "he two partners are at odds over the town.",
        "Thursday, May 19, 2016 - The council met for the last time.",
        "May 19, 2016 - The council met for the last time.",
        "AT A GLANCE",
        "M5 - the road to Hama - is open again.",
        "Homs, Hama and Idlib - The three are named in the draft.",
    ],
)
def test_what_only_looks_like_a_dateline_stays_with_its_sentence(report: str) -> None:
    assert told(f"{LEAD}\n\n{report}\n") == [("body", LEAD), ("body", report)]


@pytest.mark.parametrize(
    "line",
    ["OSLO", "NORWAY", "Oslo, May 19, 2016", "19 May 2016 14:10", "Thursday, 19 May 2016", "19.05.2016"],
)
def test_a_place_or_day_alone_is_a_dateline(line: str) -> None:
    assert told(f"{HEAD}\n\n{line}\n\n{LEAD}\n") == [("headline", HEAD), ("dateline", line), ("body", LEAD)]


@pytest.mark.parametrize(
    "line", ["MEMORANDUM", "Done in Oslo on 19 May 2016", "Talks of the council, 19 May 2016"]
)
def test_other_short_lines_before_the_report_are_headlines(line: str) -> None:
    assert told(f"{line}\n\n{LEAD}\n") == [("headline", line), ("body", LEAD)]


def test_a_place_alone_within_the_report_is_a_heading() -> None:
    assert kinds("NORWAY") == ["body"]


def test_a_label_is_no_part_of_its_sentence() -> None:
    assert told(f"CORRECTION: {LEAD}\n") == [("body", LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ingrid Lund",
        "By INGRID LUND and Omar al-Khatib",
        "By our correspondent in Oslo",
        "Ingrid Lund, Reporter",
        "Ingrid Lund/AP",
        "Reporting by Ingrid Lund; editing by Omar Khatib",
    ],
)
def test_a_byline_is_told(line: str) -> None:
    assert kinds(line) == ["byline"]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday both armies had left.",
        "By March the posts stood",
        "By land and by sea",
        "By its resolution of 21 April, the council set the rules.",
        "Ingrid Lund, chief of staff",
        "ISIS/Nusra",
    ],
)
def test_what_only_looks_like_a_byline_is_text(line: str) -> None:
    assert kinds(line) == ["body"]


CAPTIONS = [
    "Women queue beside Dutch soldiers, as gunmen ride out of Salkhad, in Sweida, Syria May 9, 2016. — AFP pic",
    "Dutch soldiers stand on a bridge over the Orontes, Nov. 2, 2016. (Piet Smit/Defence Ministry)",
    "The Dutch minister gives a press briefing in The Hague, where parliament sits, on May 9, 2016. (ANP image)",
    "Dutch observers of a first group, with shepherds of the place, near Salkhad. Photograph: AFP",
    "The Dutch premier addresses delegates of nine states, Monday, May 9, 2016, in Oslo",
    "Dutch engineers lean on a lorry at the crossing, May 9, 2016. / Reuters",
    "Children wait near Dutch soldiers as a convoy leaves Salkhad, in Sweida, Syria, May 9, 2016.",
    "Policemen sit on a wall outside Salkhad, Syria, Monday, May 9, 2016 (Reuters)",
    "FILE - Dutch soldiers cross a river near Salkhad in 2015.",
    "FILE PHOTO: A Dutch officer at the gate of the mission",
    "In this May 9, 2016 photo, a Dutch officer shows his map.",
    "Dutch officers are seen at the gate of the mission on May 9, 2016. (AP Photo/Piet Smit)",
    "A Dutch officer at the gate of the mission. Piet Smit/AP",
    "Photo: the gate of the mission",
    "[Reuters]",
    "Getty Images",
    "(SANA image)",
    "AFP",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_is_told_by_several_signs(line: str) -> None:
    assert kinds(line) == ["caption"]
    assert told(f"{HEAD}\n\n{line}\n\n{LEAD}\n")[1] == ("caption", line)


@pytest.mark.parametrize(
    "line",
    [
        "On Friday the minister said that soldiers stand at the crossing.",
        "On Friday soldiers stand at the crossing again. (Reuters)",
        "Dutch soldiers patrol a strip along the border under a deal of May 9, 2016.",
        "Dutch soldiers hold eight posts in Sweida, the minister said in Oslo, Norway, May 9, 2016.",
        "Joint patrols of both armies began in Salkhad, Syria, May 9, 2016.",
        "The three powers signed the paper in Oslo, Norway, May 9, 2016.",
        "The ceasefire takes effect on May 9, 2016.",
        "The paper lays down that observers stand on both sides until May 9, 2016.",
        "Dutch officers watch the crossing from the north. (AFP)",
        "The zone covers Sweida and Daraa provinces, officials said. (Reuters)",
        "They fight a band of the desert (Tribal Front/Northern Army).",
        "Salkhad town (As-Sweida/Salkhad)",
        "The minister held up a picture of the gate and spoke of shame.",
        "Filed papers show nine posts.",
        "Images of the gate went round the world.",
        "Reuters saw the draft on Monday.",
        "AP and AFP were told the same.",
        '"Dutch soldiers stand with you," he told the crowd in Salkhad, Syria, May 9, 2016.',
        "- Salkhad, Izra (Quneitra province/Daraa province)",
    ],
)
def test_a_sentence_of_the_article_is_no_caption(line: str) -> None:
    assert kinds(line)[0] in {"body", "list_row"}


@pytest.mark.parametrize(
    "headline",
    [
        "Italy sends further soldiers (PHOTOS)",
        "Dutch leave out Salkhad - AFP",
        "Dutch stand firm, May 9, 2016",
    ],
)
def test_a_headline_is_no_caption(headline: str) -> None:
    assert told(f"{headline}\n\n{LEAD}\n") == [("headline", headline), ("body", LEAD)]


@pytest.mark.parametrize(
    ("caption", "dateline"),
    [
        ("Women queue at a gate, in Salkhad, Syria May 9, 2016. — AFP pic", "OSLO, May 19 —"),
        ("Women queue at a gate, in Salkhad, Syria, May 9, 2016. (AFP)", "OSLO (AFP) -"),
        ("Women queue at a gate, in Salkhad, Syria, May 9, 2016.", "OSLO, Norway, May 19 (AP) —"),
        ("Women queue at a gate in Salkhad on May 9, 2016. (ANP image)", ""),
    ],
)
def test_a_caption_that_runs_into_the_report_is_cut_off(caption: str, dateline: str) -> None:
    page = f"{HEAD}\n\n{caption}{dateline}{' ' if dateline else ''}{LEAD}\n"
    cut = [("caption", caption), ("dateline", dateline), ("body", LEAD)]
    assert told(page) == [("headline", HEAD), *(block for block in cut if block[1])]


def test_a_short_caption_above_the_whole_one_is_a_caption() -> None:
    caption = "Dutch observers of a first group, with shepherds, in Salkhad. Photograph: AFP"
    page = f"{HEAD}\n\nDutch observers in Salkhad\n{caption}\n\n{LEAD}\n"
    assert [kind for kind, _ in told(page)] == ["headline", "caption", "caption", "body"]


def test_several_lines_before_the_report_are_headlines() -> None:
    standfirst = (
        "Nine states have joined, an aide says ■ Envoy calls the paper thin, but premier sees a beginning"
    )
    page = f"{HEAD}\n\n{standfirst}\n\n{CAPTIONS[0]}\nIngrid Lund/AP\n\n{LEAD}\n"
    assert [kind for kind, _ in told(page)] == ["headline", "headline", "caption", "byline", "body"]


def test_a_headline_that_asks_is_one_at_the_top_alone() -> None:
    asks = "What becomes of Salkhad?"
    assert told(f"{asks}\n\n{LEAD}\n") == [("headline", asks), ("body", LEAD)]
    assert kinds(asks) == ["body"]
    assert told(f"HOST: {asks}\n\nGUEST: Nobody knows.\n")[0][0] == "body"


def test_a_headline_is_known_again_further_down() -> None:
    assert kinds(HEAD) == ["headline"]
    assert kinds("Council weighs nothing") == ["body"]


def test_a_page_of_short_lines_is_text() -> None:
    assert told("Zone of Salkhad\n\nZone of Izra\n") == [
        ("body", "Zone of Salkhad"),
        ("body", "Zone of Izra"),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "World   /   Middle East",
        "Home > World > Syria",
        "Skip to menu",
        "Top Stories",
        "3 MINUTE READ",
        "This piece is over 6 years old",
        "- Sponsored -",
        "Story goes on below the banner",
        "Story continues below advertisement",
        "Enter your e-mail address and get the best of our pages every morning.",
        "FROM:Fjord TV",
        "We use cookies to make this page better.",
    ],
)
def test_furniture_is_in_no_block(furniture: str) -> None:
    assert kinds(furniture) == []
    assert told(f"{furniture}\n\n{HEAD}\n\n{LEAD}\n") == [("headline", HEAD), ("body", LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "More than 300 left.",
        "More troops are to come",
        "East / West talks go on",
        "Article goes on to name nine posts.",
        "Sponsors met.",
    ],
)
def test_what_only_looks_like_furniture_is_text(line: str) -> None:
    assert kinds(line) == ["body"]


@pytest.mark.parametrize(
    "page",
    [
        "Story goes on below the banner{}",
        "Story continues below advertisement {}",
        "Advertisement{}",
        "{}Article continues below this ad",
    ],
)
def test_a_notice_is_cut_off_the_sentence_it_is_glued_to(page: str) -> None:
    assert told(f"{HEAD}\n\n{page.format(LEAD)}\n") == [("headline", HEAD), ("body", LEAD)]


@pytest.mark.parametrize(
    "owner", ["© FJORD/ Ada Lindqvist", "© Fjord Photo / Ada Lindqvist", "© FJORD 2017/ Ada Lindqvist"]
)
def test_the_article_goes_on_after_the_name_of_whose_a_picture_is(owner: str) -> None:
    assert told(f"{HEAD}\n\n{LEAD}\n\n{owner}\n\n{LEAD}\n") == [
        ("headline", HEAD),
        ("body", LEAD),
        ("body", LEAD),
    ]


@pytest.mark.parametrize("notice", ["© 2017 Fjord TV", "© Fjord TV", "© 2017 Fjord. All rights reserved"])
def test_nothing_after_a_copyright_line(notice: str) -> None:
    assert told(f"{HEAD}\n\n{LEAD}\n\n{notice}\n\n{LEAD}\n") == [("headline", HEAD), ("body", LEAD)]


def test_nothing_after_a_call_to_subscribe_but_prose() -> None:
    call = "Join our mailing list\nLeave your address and have all our news brought to your mailbox every morning."
    assert told(f"{HEAD}\n\n{LEAD}\n\n{call}\n") == [("headline", HEAD), ("body", LEAD)]
    assert kept(f"{LEAD}\n\nYOU MAY ALSO LIKE\n\nOther talks\n\n{LEAD}\n") == [LEAD, LEAD]
    assert kept(f"{LEAD}\n\nMore\nOther talks in Oslo\n") == [LEAD]


def test_a_block_has_text() -> None:
    assert not Block(3, 4, BlockKind.BODY).headline
    with pytest.raises(ValueError, match="from 4 to 4"):
        Block(4, 4)


SHAPES: dict[str, Callable[[int], str]] = {
    "a run of blanks": lambda n: "AAA" + " " * n + "x",
    "capitals": lambda n: "A" * n,
    "capitals apart": lambda n: "A " * (n // 2),
    "capitals and marks": lambda n: "A'-" * (n // 3),
    "names": lambda n: "Ab " * (n // 3),
    "owners": lambda n: "(Ab/" * (n // 4),
    "brackets": lambda n: "(" * n,
    "dots": lambda n: "A" + "." * n,
    "dashes": lambda n: "A" + "-" * n + "x",
    "figures": lambda n: "1" * n,
    "marks": lambda n: "*" * n + "x",
    "dates": lambda n: "May 1, 2016, " * (n // 13),
    "trails": lambda n: "World / " * (n // 8),
    "datelines": lambda n: "x.OSLO, May 19 — " * (n // 17),
    "credits": lambda n: "Boys play in Idlib, May 2, 2018. (AFP photo)" * (n // 44),
    "notices": lambda n: "Story continues below the banner" * (n // 32),
    "pauses": lambda n: f"{LEAD}\n" + "Share this article\n" * (n // 19),
    "lines": lambda n: "A\n" * (n // 2),
    "headlines": lambda n: "".join(f"Talks go on {i}\n" for i in range(n // 18)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_of_a_page(shape: str) -> None:
    article_blocks(f"{HEAD}\n\n{CAPTIONS[0]}\n")  # patterns are made once

    def taken(length: int) -> float:
        page, times = SHAPES[shape](length), []
        for _ in range(3):
            begun = time.process_time()
            article_blocks(page)
            times.append(time.process_time() - begun)
        return min(times)

    # Eight times the text in at most sixteen times the time; a square would take 64 times it.
    assert taken(32_000) < 16 * taken(4_000) + 0.05
