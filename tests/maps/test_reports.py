"""What a terminal shows of rules, paths and sentences passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import zones
from maps.cli import main
from maps.reports.summary import considered as considered_line
from maps.reports.summary import summary
from tests.considered import PATH, RULE, abroad, considered, sentence
from zones import PassedOver, Reason, ZoneSet

Run = Callable[..., str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command on a given set of zones, in an empty folder, and return what it prints."""
    monkeypatch.chdir(tmp_path)

    def runner(zone_set: ZoneSet, *args: str) -> str:
        monkeypatch.setattr(zones, "load", lambda *_, **__: zone_set)
        result = CliRunner().invoke(main, list(args))
        assert result.exit_code == 0, result.output
        return click.unstyle(result.stdout)

    return runner


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_read_lists_each_sentence_with_reason_detail_and_place(run: Run, zone_set: ZoneSet) -> None:
    told = considered(zone_set)
    section = run(told, "read").split(f"Passed over ({len(Reason)})")[1].split("Quotations")[0]
    for passed in told.passed_over:
        (evidence,) = passed.evidence
        assert f"{evidence.document}:{evidence.start}-{evidence.end}" in section
        assert squeezed(passed.text)[:40] in section
        assert str(passed.reason) in squeezed(section)
        assert passed.detail in section
    order = [squeezed(section).index(str(reason)) for reason in Reason]
    assert order == sorted(order)


def test_a_very_long_sentence_is_cut_in_the_report_and_whole_in_json(run: Run, zone_set: ZoneSet) -> None:
    long = replace(considered(zone_set).passed_over[0], text="Troops may come and " * 40)
    told = replace(zone_set, passed_over=(long,))
    section = run(told, "read").split("Passed over (1)")[1].split("Quotations")[0]
    assert "…” seed-" in squeezed(section)
    assert squeezed(section).count("Troops may come") < 15
    assert long.text in run(told, "read", "--json")


def test_nothing_passed_over_makes_no_section(run: Run, zone_set: ZoneSet) -> None:
    assert "Passed over" not in run(replace(zone_set, passed_over=()), "read")


def test_control_characters_of_a_sentence_stay_harmless(run: Run, zone_set: ZoneSet) -> None:
    bad = replace(considered(zone_set).passed_over[0], text="Red \x1b[31mtroops", detail="\x9b2J\u202e")
    told = run(replace(zone_set, passed_over=(bad,)), "read")
    assert "Red �[31mtroops" in told
    assert not {"\x1b", "\x9b", "\u202e"} & set(told)


@pytest.mark.parametrize("name", ["Kazakhstan", "Idlib"])
def test_explain_tells_the_rule_and_path_of_every_claim(run: Run, name: str, zone_set: ZoneSet) -> None:
    section = run(considered(zone_set), "explain", name).split("What was said")[1].split("Quotations")[0]
    told = re.findall(r"^  \d{4}-", section, re.MULTILINE)
    assert len(told) > 3
    assert section.count(f"by rule {RULE}; {PATH}") == len(told)


def test_explain_says_nothing_of_a_rule_that_is_not_told(run: Run, zone_set: ZoneSet) -> None:
    claims = tuple(replace(claim, rule="", path="") for claim in zone_set.claims)
    assert "by rule" not in run(replace(zone_set, claims=claims), "explain", "Kazakhstan")


def some(zone_set: ZoneSet) -> ZoneSet:
    rows = (
        sentence(zone_set, "put forward a proposal to send servicemen from Kyrgyzstan", Reason.NO_SENDER),
        sentence(zone_set, "may deploy their military to Idlib province", Reason.TALKED_ABOUT, "who may?"),
        sentence(zone_set, "adjoining districts of Hama", Reason.NO_FRAME),
    )
    return replace(zone_set, passed_over=rows)


@pytest.mark.parametrize(
    ("name", "there", "reason"),
    [
        ("Kyrgyzstan", "put forward a proposal", "no sender"),
        ("Idlib", "may deploy their", "only talked about"),
    ],
)
def test_explain_tells_the_sentences_passed_over_that_name_it(
    run: Run,
    name: str,
    there: str,
    reason: str,
    zone_set: ZoneSet,
) -> None:
    section = run(some(zone_set), "explain", name).split("Passed over (1)")[1].split("Quotations")[0]
    assert f"sentences that name {name}" in section
    assert there in section
    assert reason in section
    assert "Hama" not in section


def test_explain_leaves_out_sentences_published_after_the_day(run: Run, zone_set: ZoneSet) -> None:
    told = some(zone_set)
    day = max(filter(None, (d.published for d in told.documents)))
    assert "Passed over (1)" in run(told, "explain", "Idlib", "--on", day.isoformat())
    assert "Passed over" not in run(told, "explain", "Idlib", "--on", date(2017, 6, 22).isoformat())


def test_a_nationality_of_which_only_passed_over_sentences_speak_can_be_explained(
    run: Run,
    zone_set: ZoneSet,
) -> None:
    claims = tuple(claim for claim in zone_set.claims if claim.nationality != "KG")
    told = run(replace(some(zone_set), claims=claims), "explain", "kyrgyz")
    assert told.startswith("Kyrgyzstan  KG")
    assert "nothing is said of monitors" in told
    assert "Passed over (1)" in told


def reasons(zone_set: ZoneSet, *wanted: Reason) -> tuple[PassedOver, ...]:
    (first, *_) = considered(zone_set).passed_over
    return tuple(replace(first, reason=reason) for reason in wanted)


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ((), "nothing; no sentence was taken to speak of foreign forces or of a zone"),
        ((Reason.NOT_SYRIA,), "1 sentence on forces or zones, which is not about Syria"),
        ((Reason.NOT_SYRIA,) * 3, "3 sentences on forces or zones, none of them about Syria"),
        ((Reason.NO_SENDER, Reason.LEAVING, Reason.NO_SENDER), "3 sentences: no sender (2), leaving (1)"),
        ((Reason.NOT_SYRIA, Reason.QUESTION), "2 sentences: not about Syria (1), a question (1)"),
        (
            (*tuple(Reason)[:6], Reason.LEAVING),
            "7 sentences: leaving (2), no sender (1), who is meant stays open (1), other reasons (3)",
        ),
    ],
)
def test_an_empty_answer_says_why_it_is_empty(
    run: Run,
    wanted: tuple[Reason, ...],
    line: str,
    zone_set: ZoneSet,
) -> None:
    empty = replace(abroad(zone_set), passed_over=reasons(zone_set, *wanted))
    assert considered_line(empty) == line
    for args in (("read",), ("map",), ("export",), ("export", "--layer", "claims")):
        told = run(empty, *args)
        assert f"passed over {line}" in told, args
        assert "found" in told
    assert not list(Path.cwd().iterdir())


def test_what_was_found_is_told_with_what_was_passed_over(zone_set: ZoneSet) -> None:
    line = summary(considered(zone_set)).splitlines()[-2]
    assert line.startswith(f"passed over {len(Reason)} sentences: ")
    assert len(summary(replace(zone_set, passed_over=())).splitlines()) == 4


def test_sentences_passed_over_can_be_exported_by_themselves(run: Run, zone_set: ZoneSet) -> None:
    told = considered(zone_set)
    run(told, "export", "--layer", "passed_over", "-o", "p.csv")
    rows = Path("p.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "id,text,reason,detail,evidence,sources"
    assert len(rows) >= 2 + len(told.passed_over)
    none = run(replace(told, passed_over=()), "export", "--layer", "passed_over")
    assert "no sentences passed over found" in none
