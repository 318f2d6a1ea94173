"""The review page: a reading put right by mouse and by keyboard, saved, and counted by every output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zones
from maps import assets
from maps.geojson import to_geojson
from maps.payload import payload
from maps.review_page import review_html
from tests.browser import Watched
from tests.maps.axe import violations
from tests.maps.conftest import OpenPage
from tests.maps.doctored import HOSTILE, changed, hostile
from tests.zones.review.conftest import TEXT
from zones.review import Review, beside, load_review, read_review

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from zones import ZoneSet

pytestmark = pytest.mark.browser

PHONE = (360, 740)
PERU = "Officials did not rule out that Peruvian police might patrol the zone in Homs."
SEEDS = sum(map(len, (zones.load().zones, zones.load().claims, zones.load().passed_over)))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
OpenReview = Callable[..., Watched]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A text, wrong in three claims and one zone as we shall have it."""
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def open_review(open_page: OpenPage, talks: Path) -> OpenReview:
    """Open the page of the text and of the review that stands beside it."""

    def opener(**options: Any) -> Watched:
        return open_page(written(talks), **options)

    return opener


@pytest.fixture(scope="module")
def seeds_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("review") / "review.html"
    file.write_text(review_html(zone_set), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def writer(browser: Browser) -> Iterator[Callable[[list[dict[str, Any]]], str]]:
    """Write rows as TOML in the browser."""
    page = browser.new_page()
    script = assets.script("toml")
    page.evaluate(f"() => {{ {script} window.written = zonemap.reviewToml; }}")
    yield lambda rows: str(page.evaluate("rows => window.written(rows)", rows))
    page.close()


def written(text: Path) -> Path:
    """Return the review page of a text and of the review beside it."""
    found = beside(text)
    reviews = [] if found is None else [load_review(found)]
    page = review_html(
        zones.load(text, as_read=True), reviews, name=f"{text.stem}.review.toml", beside=text.name
    )
    file = text.with_suffix(".page.html")
    file.write_text(page, encoding="utf-8")
    return file


def item(page: Any, words: str) -> Any:
    return page.locator(".item", has_text=words)


def press(page: Any, keys: Iterable[str]) -> None:
    for key in keys:
        page.keyboard.press(key)


def saved(page: Any, how: Callable[[], None], into: Path) -> Path:
    with page.expect_download() as download:
        how()
    target = into / download.value.suggested_filename
    download.value.save_as(target)
    return target


def as_wanted(text: Path) -> None:
    """Assert that all outputs say what the reviewer decided."""
    right = zones.load(text)
    assert {c.nationality: (str(c.status), c.place, c.zone, c.said_by) for c in right.claims} == {
        "OM": ("rejected", "Idlib", "idlib", None),
        "KZ": ("possible", "Homs", "northern-homs", "Officials"),
    }
    assert "R. Haddad" in right.reviewed.mark
    assert right.reviewed.undecided == 0
    assert right.reviewed.problems == ()
    data = payload(right)
    assert sorted(claim["nationality"] for claim in data["claims"]) == ["KZ", "OM"]
    members = {member["pcode"]: member["extent"] for member in data["zones"][0]["members"]}
    assert members == {"SY07": "part", "SY050101": "part", "SY0603": "whole"}
    features = json.loads(to_geojson(right, layer="claims"))["features"]
    assert sorted(feature["properties"]["status"] for feature in features) == ["possible", "rejected"]
    assert [(hit.zone, hit.extent) for hit in right.lookup("SY060301").zones] == [("idlib", "whole")]
    assert zones.load(text, as_read=True).lookup("SY060301").zones == ()


def test_a_reading_is_put_right_by_mouse(open_review: OpenReview, talks: Path) -> None:
    page = open_review().page
    page.get_by_label("Reviewer").fill("R. Haddad")
    page.locator("mark", has_text="Oman denied").click()
    page.get_by_role("button", name="Mend", exact=True).click()
    page.get_by_label("Status").select_option("rejected")
    page.get_by_label("Said by").fill("")
    page.get_by_role("button", name="Save change").click()
    assert item(page, "Oman").locator(".item-state").inner_text() == "mended"
    item(page, "Oman").click()
    assert "denied rejected" in " ".join(item(page, "Oman").locator(".facts").inner_text().split())
    item(page, "Chad").click()
    page.get_by_role("button", name="Reject", exact=True).click()  # the next is chosen by itself
    page.get_by_role("button", name="Mend", exact=True).click()
    page.get_by_label("Nationality").select_option("KZ")
    page.get_by_role("button", name="Save change").click()
    page.locator(".callout-name", has_text="Idlib").click()
    page.get_by_role("button", name="Mend", exact=True).click()
    page.get_by_label("Idleb SY07: how much of it").select_option("part")
    page.get_by_role("combobox", name="Unit").fill("Al-Haffa SY0603")
    page.get_by_role("button", name="Add unit").click()
    page.get_by_role("button", name="Save change").click()
    page.get_by_role("button", name="Accept", exact=True).click()
    page.get_by_role("button", name="Rightly passed over").click()
    assert page.locator(".count").inner_text() == "6 of 6 decided"
    target = saved(page, lambda: page.get_by_role("button", name="Save", exact=True).click(), talks.parent)
    assert target.name == "talks.review.toml"
    as_wanted(talks)


def choose(page: Any, beginning: str) -> None:
    """Go through a list of choices to the one that begins so; a slow machine would lose letters typed at it."""
    page.wait_for_function(
        "words => [...(document.activeElement.options ?? [])].some((o) => o.textContent.trim().startsWith(words))",
        arg=beginning,
    )
    far = page.evaluate(
        """words => {
          const { options, selectedIndex } = document.activeElement;
          return [...options].findIndex((o) => o.textContent.trim().startsWith(words)) - selectedIndex;
        }""",
        beginning,
    )
    press(page, ["ArrowDown" if far > 0 else "ArrowUp"] * abs(far))
    chosen = page.evaluate("document.activeElement.selectedOptions[0].textContent.trim()")
    assert chosen.startswith(beginning)


def test_a_reading_is_put_right_by_keyboard_alone(open_review: OpenReview, talks: Path) -> None:
    page = open_review().page
    page.keyboard.press("s")
    page.keyboard.type("R. Haddad")
    press(page, ["Enter", *"je"])
    press(page, ["Tab"])
    choose(page, "rejected")
    press(page, ["Tab", "Tab", "Tab", "Backspace", "Control+Enter"])
    press(page, "re")
    choose(page, "Kazakhstan")
    press(page, ["Control+Enter"])
    press(page, "e")
    press(page, ["Tab", "Tab"])
    choose(page, "in part")
    while page.evaluate("document.activeElement.getAttribute('list')") != "all-units":
        press(page, ["Tab"])
    page.keyboard.type("SY0603")
    press(page, ["Enter", "Control+Enter"])
    press(page, "aa")
    assert page.locator(".count").inner_text() == "6 of 6 decided"
    saved(page, lambda: page.keyboard.press("s"), talks.parent)
    as_wanted(talks)


def test_the_file_says_what_a_person_can_read(open_review: OpenReview, talks: Path) -> None:
    page = open_review().page
    page.get_by_label("Reviewer").fill("R. Haddad")
    item(page, "Chad").click()
    page.get_by_label("Note").fill('says "asked",\nnot more')
    page.get_by_role("button", name="Accept", exact=True).click()
    target = saved(page, lambda: page.keyboard.press("s"), talks.parent)
    text = re.sub(r"on = \d{4}-\d{2}-\d{2}", "on = 2026-11-30", target.read_text(encoding="utf-8"))
    sha256 = zones.load(talks, as_read=True).documents[0].sha256
    assert (
        text
        == f"""sha256 = "{sha256}"

[[decision]]
do = "accept claim"
by = "R. Haddad"
on = 2026-11-30
note = "says \\"asked\\",\\nnot more"
quote = "A minister told reporters that Chad had been asked to contribute observers to a mission in Hama."
nationality = "TD"
status = "proposed"
place = "Hama"
said_by = "A minister"
"""
    )


def test_claims_and_zones_are_added_from_selected_words(open_review: OpenReview, talks: Path) -> None:
    page = open_review().page
    page.get_by_label("Reviewer").fill("R. Haddad")
    select(page, "Truce talks go on in Muscat")
    page.locator(".selection-bar").get_by_role("button", name="Add a claim").click()
    page.get_by_label("Nationality").select_option("FI")
    page.get_by_role("button", name="Add the claim").click()
    assert page.locator(".form-error").first.inner_text() == "Choose a status."
    page.get_by_label("Status").select_option("discussed")
    page.get_by_label("Zone", exact=True).select_option("idlib")
    page.get_by_role("button", name="Add the claim").click()
    assert page.locator("mark.chosen").inner_text() == "Truce talks go on in Muscat"
    item(page, "Passed over").click()
    page.keyboard.press("z")
    page.get_by_label("Name").fill("Tanf")
    page.get_by_role("radio", name="in words").check()
    page.get_by_label("Area in words").fill("within 55 km of al-Tanf")
    page.get_by_role("button", name="Add the zone").click()
    assert page.locator(".count").inner_text() == "1 of 6 decided, 2 added"
    saved(page, lambda: page.keyboard.press("s"), talks.parent)
    right = zones.load(talks)
    assert [(c.zone, str(c.status)) for c in right.claims if c.nationality == "FI"] == [
        ("idlib", "discussed")
    ]
    assert right.zone("Tanf").area_km2.part > 1000
    assert right.passed_over == ()
    again = open_review().page
    assert (
        again.locator(".item-state", has_text="added").count() == 3
    )  # and the sentence of which one was made
    again.locator("mark", has_text="Truce talks").click()
    again.keyboard.press("r")
    assert "1 added" in again.locator(".count").inner_text()


def test_a_claim_put_into_a_zone_that_goes_later_loses_only_the_zone(
    open_review: OpenReview, talks: Path
) -> None:
    page = open_review().page
    page.get_by_label("Reviewer").fill("R. Haddad")
    item(page, "Peru").click()
    page.keyboard.press("z")
    page.get_by_label("Words of the text").fill("talks go on")
    page.get_by_label("Name").fill("Muscat")
    page.get_by_role("combobox", name="Unit").fill("SY0603")
    page.get_by_role("button", name="Add unit").click()
    page.get_by_role("button", name="Add the zone").click()
    for nationality, zone in (("Oman", "Muscat"), ("Peru", "idlib")):
        item(page, nationality).click()
        page.keyboard.press("e")
        page.get_by_label("Zone", exact=True).select_option(zone)
        page.get_by_role("button", name="Save change").click()
    item(page, "Zone Muscat").click()
    page.keyboard.press("r")
    item(page, "Zone Idlib").click()
    page.keyboard.press("r")
    saved(page, lambda: page.keyboard.press("s"), talks.parent)
    right = zones.load(talks)
    assert [zone.name for zone in right.zones] == ["Northern Homs"]
    assert sorted(str(d.do) for d in load_review(talks.with_name("talks.review.toml")).decisions) == [
        "accept claim",
        "accept claim",
        "reject zone",
    ]


def test_words_that_do_not_stand_in_the_text_are_refused(open_review: OpenReview) -> None:
    page = open_review().page
    page.keyboard.press("n")
    page.keyboard.type("Chad will send ten thousand")
    page.get_by_label("Nationality").select_option("TD")
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Add the claim").click()
    assert "do not stand in the text" in page.locator(".form-error").first.inner_text()
    page.get_by_label("Words of the text").fill("Chad  had been\nasked")
    page.get_by_role("button", name="Add the claim").click()
    assert page.locator("mark.chosen").inner_text() == "Chad had been asked"


def test_what_the_file_says_is_decided_and_nothing_of_it_is_lost(
    open_review: OpenReview, talks: Path
) -> None:
    before = """by = "Q"
on = 2026-11-01
[[decision]]
do = "settle name"
name = "Suran"
unit = "SY050101"
[[decision]]
do = "reject claim"
quote = "Oman denied on Sunday"
nationality = "OM"
status = "denied"
note = "no"
[[decision]]
do = "accept zone"
quote = "Will Chad send police to Homs?"
name = "Gone"
whole = ["SY0404"]
"""
    file = talks.with_name("talks.review.toml")
    file.write_text(before, encoding="utf-8")
    was = read_review(before).decisions
    page = open_review().page
    page.get_by_label("Reviewer").fill("R. Haddad")
    assert item(page, "Oman").locator(".item-state").inner_text() == "rejected"
    assert page.locator(".others li").count() == 2
    item(page, "Peru").click()
    page.keyboard.press("a")
    saved(page, lambda: page.keyboard.press("s"), talks.parent)
    decisions = load_review(file).decisions
    assert sorted(map(str, decisions)) == sorted(["accept claim PE “" + PERU + "”", *map(str, was)])
    assert all(decision in decisions for decision in was)
    assert [str(d.do) for d in decisions if d.by == "R. Haddad"] == ["accept claim"]
    page.locator(".others li", has_text="Gone").get_by_role("button", name="Leave it out").click()
    saved(page, lambda: page.keyboard.press("s"), talks.parent)
    assert "Gone" not in file.read_text(encoding="utf-8")


def test_each_step_is_undone(open_review: OpenReview) -> None:
    page = open_review().page
    press(page, "jara")
    assert page.locator(".count").inner_text() == "3 of 6 decided"
    press(page, "uu")
    assert page.locator(".count").inner_text() == "1 of 6 decided"
    assert item(page, "Chad").get_attribute("class").split()[-1] == "chosen"
    press(page, "u")
    assert page.get_by_role("button", name="Undo").is_disabled()
    press(page, "u")
    assert page.locator("#toast").inner_text() == "There is nothing to undo."


def test_an_item_lights_up_its_words_and_its_zone(open_review: OpenReview) -> None:
    page = open_review().page
    item(page, "Oman").click()
    assert page.locator("mark.chosen").inner_text().startswith("Oman denied on Sunday")
    assert "chosen" in page.locator(".callout[data-zone=idlib]").get_attribute("class")
    press(page, "j")
    assert page.locator("mark.chosen").inner_text().startswith("A minister told")
    assert page.evaluate("document.activeElement.innerText").startswith("TD")
    page.locator("mark", has_text="second zone").click()
    assert item(page, "Zone Northern Homs").locator(".item-body").count() == 1
    press(page, "r")
    assert page.locator("path.zone[data-zone=northern-homs]").count() == 0


def test_work_survives_a_reload_and_is_put_on_top_of_a_changed_file(
    open_review: OpenReview, talks: Path
) -> None:
    watched = open_review()
    page = watched.page
    press(page, "jar")
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.locator(".count").inner_text() == "2 of 6 decided"
    assert "goes on" in page.locator(".kept").inner_text()
    talks.with_name("talks.review.toml").write_text(
        '[[decision]]\ndo = "accept claim"\nby = "Q"\non = 2026-11-01\nquote = "Peruvian police"\n'
        'nationality = "PE"\nstatus = "possible"\n',
        encoding="utf-8",
    )
    written(talks)
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.locator(".count").inner_text() == "3 of 6 decided"
    assert "on top of the file" in page.locator(".kept").inner_text()
    page.get_by_role("button", name="Start over").click()
    assert page.locator(".count").inner_text() == "1 of 6 decided"
    press(page, "u")
    assert page.locator(".count").inner_text() == "3 of 6 decided"


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, talks: Path) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page = context.new_page()
    page.goto(written(talks).as_uri())
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert "does not keep your work" in page.locator(".kept").inner_text()
    press(page, "ja")
    assert page.locator(".count").inner_text() == "1 of 6 decided"
    context.close()


def test_nobody_saves_without_a_name(open_review: OpenReview) -> None:
    page = open_review().page
    page.get_by_role("button", name="Save", exact=True).click()
    assert "Who reviews?" in page.locator("#toast").inner_text()
    assert page.evaluate("document.activeElement.placeholder") == "Your name"


def test_several_texts_are_decided_together(open_page: OpenPage, seeds_file: Path, tmp_path: Path) -> None:
    page = open_page(seeds_file).page
    page.get_by_label("Reviewer").fill("R. Haddad")
    press(page, ["Enter", *"j" + "a" * SEEDS])
    assert page.locator(".count").inner_text() == f"{SEEDS} of {SEEDS} decided"
    review = load_review(saved(page, lambda: page.keyboard.press("s"), tmp_path))
    assert {decision.document for decision in review.decisions} == {d.id for d in zones.load().documents}
    right = zones.load(review=review)
    read = zones.load(as_read=True)
    assert right.reviewed.undecided == 0
    assert right.reviewed.problems == ()
    assert [(z.id, z.members) for z in right.zones] == [(z.id, z.members) for z in read.zones]
    assert [c.id for c in right.claims] == [c.id for c in read.claims]


@settings(max_examples=150)
@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_any_words_come_through_the_file(
    writer: Callable[[list[dict[str, Any]]], str], words: list[str]
) -> None:
    note, *others = words
    row = {"do": "accept zone", "by": "R", "on": "2026-11-30", "note": f"{note}.", "quotes": ["q", *others]}
    row |= {"name": f"n{note}", "limits": others}
    text = writer([{key: value for key, value in row.items() if value}] * 2)
    review: Review = read_review(text)
    assert len(review.decisions) == 2
    for decision in review.decisions:
        assert decision.note == f"{note}.".strip()
        assert decision.item["name"] == f"n{note}"
        assert list(decision.item.get("limits", [])) == others


@pytest.mark.parametrize(
    "attack", [*HOSTILE, "\x7f\x85\u2028. . . . . . . . . . . . . . .", "'''\"\"\"\\", "\ud800"]
)
def test_attacks_come_through_the_file_as_words(
    writer: Callable[[list[dict[str, Any]]], str], attack: str
) -> None:
    text = writer(
        [{"do": "settle name", "by": "R", "on": "2026-11-30", "name": f"a{attack}z", "unit": "SY07"}]
    )
    assert read_review(text).decisions[0].item["name"] == f"a{attack}z".replace("\ud800", "\ufffd")


def test_hostile_words_are_harmless(open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path) -> None:
    bad = hostile(zone_set)
    documents = tuple(changed(one, text="\n\n".join([*HOSTILE, one.text])) for one in bad.documents)
    bad.documents = documents
    rows = "".join(
        f'[[decision]]\ndo = "settle name"\nby = {json.dumps(attack)}\non = 2026-11-30\n'
        f'name = {json.dumps(attack)}\nunit = "SY07"\nnote = {json.dumps(attack)}\n'
        for attack in HOSTILE
    )
    file = tmp_path / "hostile.html"
    file.write_text(
        review_html(bad, [read_review(rows)], name=HOSTILE[0], beside=HOSTILE[1]), encoding="utf-8"
    )
    page = open_page(file).page
    for _ in range(SEEDS):
        press(page, "j")
        assert page.evaluate("window.pwned") is None
    press(page, "e")
    page.get_by_label("Reviewer").fill(HOSTILE[0])
    assert page.locator("body img, #article script, #items script, #items style, iframe").count() == 0
    shown = page.locator("body").evaluate("node => node.textContent")
    assert all(attack in page.locator("#article").evaluate("n => n.textContent") for attack in HOSTILE)
    assert "pwned" in shown
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize(
    ("steps", "options"),
    [
        ("", {}),
        ("jae", {"color_scheme": "dark"}),
        ("kkkke", {}),
        ("n", {}),
        ("?", {}),
        ("jjj", {"size": PHONE, "color_scheme": "dark"}),
    ],
)
def test_axe_finds_nothing(
    open_page: OpenPage, seeds_file: Path, steps: str, options: dict[str, Any]
) -> None:
    page = open_page(seeds_file, **options).page
    press(page, steps)
    assert violations(page) == []


def test_a_phone_accepts_and_rejects(open_review: OpenReview) -> None:
    page = open_review(size=PHONE, has_touch=True, is_mobile=True).page
    page.locator("mark", has_text="Oman denied").tap()
    page.get_by_role("button", name="Accept", exact=True).tap()
    page.get_by_role("button", name="Reject", exact=True).tap()
    assert page.locator(".count").inner_text() == "2 of 6 decided"
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    page.get_by_role("button", name="Map", exact=True).tap()
    assert page.locator(".callout-name", has_text="Northern Homs").is_visible()
    small = page.locator(".item-buttons button").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect().height).filter(height => height < 44)"
    )
    assert small == []


def test_a_hundred_pages_stay_usable(open_page: OpenPage, talks: Path) -> None:
    zone_set = zones.load(talks, as_read=True)
    (document,) = zone_set.documents
    length = len(document.text)
    times = 250_000 // length + 1

    def moved(thing: Any, turn: int) -> Any:
        evidence = tuple(
            changed(e, start=e.start + turn * length, end=e.end + turn * length) for e in thing.evidence
        )
        return changed(thing, evidence=evidence)

    claims = tuple(moved(claim, turn) for turn in range(times) for claim in zone_set.claims)
    long = changed(zone_set, documents=(changed(document, text=document.text * times),), claims=claims)
    file = talks.with_suffix(".html")
    file.write_text(review_html(long), encoding="utf-8")
    page = open_page(file).page
    total = 3 * times + 3
    press(page, "j" * 20 + "k" * 5 + "a" * 10)
    assert page.locator(".count").inner_text() == f"10 of {total} decided"
    page.keyboard.press("k")
    page.locator(".items-bar select").select_option("undecided")
    assert page.locator(".item:visible").count() >= total - 11
    marks = page.locator("mark.chosen")
    assert marks.count() == 1
    assert marks.first.is_visible()


def select(page: Any, words: str) -> None:
    """Select words of the text as a mouse that is drawn over them would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0 || walker.currentNode.parentElement.closest(".text-head")) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }""",
        words,
    )
    page.wait_for_selector(".selection-bar", state="visible")
