"""What a site says to its reader above the article is no headline and no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from zones.documents import read_document

TITLE = "Four zones agreed for Syria"
REPORT = "The first zone covers Idlib province, diplomats said."


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience. By clicking Accept you agree.", "This website uses cookies",
        "Accept all cookies", "Accept all", "Reject all", "Cookie settings", "We value your privacy", "I agree",
        "Got it!",
        " ".join(["We and our partners store information on your device, such as cookies, with your consent."] * 3),
        "Continue without accepting", "Privacy settings", "Do not sell my personal information", "Sign in", "Log in",
        "Sign in | Subscribe", "Sign in · Register", "Log in or register",
        "Already a subscriber? Log in", "Sign in to continue reading", "My account", "Create a free account",
        "Become a member", "You have 3 free articles left this month", "You've read 5 of 5 free articles",
        "Please enable JavaScript to view this page.", "Your browser is out of date. Update it now.",
        "Skip to main content", "Toggle navigation", "Open in app", "Allow notifications", "Search", "Menu", "Close",
        "By using this site you agree to our terms of use and cookie policy",
    ],
)  # fmt: skip
def test_lines_of_the_site_are_no_title(tmp_path: Path, line: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{line}\n\n{TITLE}\n\n23 June 2017\n\n{REPORT}\n", encoding="utf-8")
    document = read_document(path)
    assert document.title == TITLE
    assert [document.text[b.start : b.end] for b in document.blocks] == [TITLE, "23 June 2017", REPORT]


@pytest.mark.parametrize(
    "title",
    [
        "Russia signs in Astana", "Turkey gives its consent to zones in Syria", "Register of monitors agreed",
        "Rebels reject all proposals", "Search for survivors goes on in Idlib", "Close to agreement on four zones",
        "Account of the talks in Astana", "Support for the zones grows", "Accept the zones, Moscow tells rebels",
        "Continue the ceasefire, UN says", "Welcome back, says mayor of Rastan", "Donors support us, rescuers say",
    ],
)  # fmt: skip
def test_a_headline_with_such_words_is_one(tmp_path: Path, title: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{title}\n\n{REPORT}\n", encoding="utf-8")
    assert read_document(path).title == title
