"""English and Arabic, left to right and right to left."""

from __future__ import annotations

import re
from typing import Any

import pytest

from maps.assets import languages
from tests.maps.conftest import OpenPage
from zones import Reason, Status


def test_languages_have_the_same_words() -> None:
    english = languages()["en"]["words"]
    for code, language in languages().items():
        assert set(language["words"]) == set(english), code
        for key, words in language["words"].items():
            forms = words.values() if isinstance(words, dict) else [words]
            wanted = set(re.findall(r"\{\w+\}", str(english[key])))
            assert all(set(re.findall(r"\{\w+\}", form)) <= wanted for form in forms), (code, key)


def test_every_reason_and_status_has_a_word() -> None:
    wanted = {f"reason_{reason}".replace(" ", "_") for reason in Reason}
    wanted |= {f"status_{status}" for status in Status}
    for code, language in languages().items():
        assert wanted <= set(language["words"]), code


@pytest.mark.browser
def test_arabic_turns_the_page_around(open_page: OpenPage) -> None:
    page = open_page(fragment="lang=ar").page
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.title() == "مناطق خفض التصعيد في سوريا"
    panel, stage = page.locator("#panel").bounding_box(), page.locator("#stage").bounding_box()
    assert panel["x"] < stage["x"]
    assert "حلب" in page.locator(".label-city").all_inner_texts()
    assert page.locator(".callout-name", has_text="إدلب").count() == 1


@pytest.mark.browser
def test_quotations_keep_their_own_direction(open_page: OpenPage) -> None:
    page = open_page(fragment="lang=ar&show=zone:idlib").page
    assert (
        page.locator(".quote blockquote").first.evaluate("node => getComputedStyle(node).direction") == "ltr"
    )


@pytest.mark.browser
def test_the_language_is_changed_in_place(page: Any) -> None:
    page.locator(".callout-name", has_text="Idlib").click()
    page.click(".language")
    assert page.locator(".zone-view h2").inner_text() == "إدلب"
    page.click(".language")
    assert page.locator(".zone-view h2").inner_text() == "Idlib"


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_word_is_missing(open_page: OpenPage, lang: str) -> None:
    watched = open_page(fragment=f"lang={lang}")
    seen = ""
    for fragment in (
        "show=zone:idlib",
        "show=nationality:KZ",
        "show=unit:SY0700",
        "show=point:35.86,36.8",
        "",
    ):
        watched.page.evaluate("hash => { location.hash = hash; }", f"{fragment}&lang={lang}")
        watched.settle()
        seen += watched.page.locator("body").inner_text()
    assert not re.findall(r"\b[a-z]+(?:_[a-z]+)+\b|\{\w+\}|undefined|\[object", seen)
