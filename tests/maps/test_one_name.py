"""Units and countries have one name in everything that is written: the UN's, or the press's where a user wants it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from matplotlib.text import Text
from starlette.testclient import TestClient

import zones
from geodata.naming import Naming
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from maps import webmap
from maps.archive import archive_html
from maps.cli import main
from maps.figure import figure
from maps.formats import encode
from maps.formats.registry import format_of
from maps.payload import payload
from maps.review_payload import review_payload
from maps.serve import create_app
from zones.countries import countries, country_name
from zones.errors import ModelError
from zones.from_model import from_model
from zones.loading import read_seeds
from zones.model import to_model

if TYPE_CHECKING:
    from zones import ZoneSet

# What it names is spelled neither as the UN nor as the press does: no name of either in an output comes from it.
ARTICLE = """Zones named at talks

The first zone covers Edlib province, which lies on the Turkish border, and adjoining districts of Halab province.

The second zone lies along the Turkish border in Raqqah province. The third covers parts of Dera province along the
Jordanian border, but not areas held by rebels.

The fourth zone covers the town of Khan Sheikhun and the area within 20 km of Tadmur.

Turkish soldiers will watch over the zone in Edlib, Foreign Minister Mevlut Cavusoglu said on 4 May 2017. Ankara denied
on 6 May 2017 that its soldiers would go to Edlib. South Korean observers may be sent to Dera, the minister said.
"""
STYLES = [Naming.UN, Naming.PRESS]
SHOWN = {
    Naming.UN: {"Idleb", "Dar'a", "Tell Abiad", "Türkiye", "Republic of Korea"},
    Naming.PRESS: {"Idlib", "Daraa", "Tell Abyad", "Turkey", "South Korea"},
}


@pytest.fixture(scope="module", params=STYLES, ids=str)
def naming(request: pytest.FixtureRequest) -> Naming:
    found: Naming = request.param
    return found


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("named") / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def read(article: Path, naming: Naming) -> ZoneSet:
    return zones.load(article, names=str(naming))


@cache
def names(naming: Naming) -> frozenset[str]:
    units = AdminUnits.builtin(naming)
    return frozenset(
        [units[code].name for code in units] + [country_name(code, naming) for code in countries()]
    )


@cache
def patterns(naming: Naming) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the names of a style, and what finds those that only the other one has."""
    other = names(next(one for one in STYLES if one is not naming)) - names(naming)
    own, foreign = (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})(?!\w)")
        for found in (names(naming), other)
    )
    return own, foreign


def strangers(text: str, naming: Naming) -> list[str]:
    """Return the names in a text that are the other style's."""
    own, foreign = patterns(naming)
    return foreign.findall(own.sub(" ", text))


def strings(value: object, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the texts in a JSON value, those under some keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            if key not in without:
                yield from strings(held, without)
    elif isinstance(value, Sequence):
        for held in value:
            yield from strings(held, without)


def ran(*words: str) -> Result:
    result = CliRunner().invoke(main, [*words], env={"COLUMNS": "4000"})
    assert result.exit_code in {0, 1}, result.output
    return result


def test_a_name_of_the_other_style_is_seen() -> None:
    assert strangers("Idleb, Ar-Raqqa and Türkiye; As-Suqaylabiyah", Naming.UN) == []
    assert strangers("Idlib, Raqqa and Turkey; Turkish", Naming.UN) == ["Idlib", "Raqqa", "Turkey"]


@pytest.mark.parametrize("ending", [".csv", ".geojson", ".kml"])
def test_files_have_one_name(read: ZoneSet, naming: Naming, ending: str) -> None:
    for layer in format_of(f"out{ending}").layers:
        content = encode(read, f"out{ending}", layer=layer).content.decode("utf-8")
        assert strangers(content.replace("&#39;", "'"), naming) == [], layer


def test_the_model_has_one_name_and_says_whose(read: ZoneSet, naming: Naming) -> None:
    model: Any = to_model(read)
    told = json.dumps(model, ensure_ascii=False)
    assert strangers(told, naming) == []
    assert all(name in told for name in SHOWN[naming] - {"Republic of Korea", "South Korea"})
    assert model.get("names") == (None if naming is Naming.UN else "press")
    assert from_model(model).naming is naming
    with pytest.raises(ModelError, match=f'written with the names "{naming}"'):
        from_model(model, names=next(str(one) for one in STYLES if one is not naming))


@pytest.mark.slow
def test_commands_print_one_name(article: Path, naming: Naming) -> None:
    asked = ("--names", str(naming))
    printed = "".join(
        ran(*words, *asked).output
        for words in (
            ("read", str(article)),
            ("read", str(article), "--json"),
            ("explain", "Edlib", str(article)),
            ("explain", "Turkish", str(article)),
            *(
                ("lookup", place, "-f", str(article))
                for place in ("Edlib", "SY07", "35.86, 36.80", "37, 36.2")
            ),
            ("lookup", "Souran", "-f", str(article)),
            ("lookup", "SY0799", "-f", str(article)),
            ("lookup", "Edlip", "-f", str(article)),
            ("area", "Edlib province and adjoining districts of Halab province, along the Turkish border"),
        )
    )
    assert strangers(printed, naming) == []
    assert all(name in printed for name in SHOWN[naming])


def test_the_page_shows_one_name(read: ZoneSet, naming: Naming) -> None:
    data = payload(read, relief=False)
    shown = [name for name, *_ in data["countries"].values()]
    shown += [row[1] for row in data["units"]["rows"]] + [row[0] for row in data["places"]]
    own = {key: held for key, held in data.items() if key not in {"countries", "units", "places"}}
    assert strangers("\n".join([*shown, *strings(own)]), naming) == []
    assert set(shown) >= SHOWN[naming]
    assert strangers(archive_html(data, "").replace("&#39;", "'"), naming) == []
    review = review_payload(read, (), name="article.review.toml", beside=None)
    assert strangers("\n".join(strings(review)), naming) == []


def test_the_page_finds_either_name(read: ZoneSet) -> None:
    data = payload(read, relief=False)
    known = {name for found in data["countries"].values() for name in found}
    known |= {name for row in data["units"]["rows"] for name in (row[1], *row[5:])}
    assert known >= SHOWN[Naming.UN] | SHOWN[Naming.PRESS]
    assert {"Saraqib", "Saraqab"} <= {name for row in data["places"] for name in (row[0], *row[4])} | known


@pytest.mark.slow
def test_the_sheet_has_one_name(read: ZoneSet, naming: Naming) -> None:
    drawn = "\n".join(text.get_text() for text in figure(read).findobj(Text))
    both = "\n".join([drawn, *(line.title() for line in drawn.splitlines() if line.isupper())])
    assert strangers(both, naming) == []
    assert ("TÜRKIYE" if naming is Naming.UN else "TURKEY") in drawn.upper()


@pytest.mark.slow
def test_the_server_answers_with_one_name(read: ZoneSet, naming: Naming) -> None:
    client = TestClient(create_app(read))
    answers = [client.get(path).text for path in ("/lookup?place=Edlib", "/collections/members/items")]
    assert strangers("\n".join(answers), naming) == []


def test_names_are_found_in_either_spelling(naming: Naming) -> None:
    units, toponyms = AdminUnits.builtin(naming), Toponyms.builtin().named(naming)
    for name, code in (("Idlib", "SY07"), ("Idleb", "SY07"), ("Tadmor", "SY0405"), ("Palmyra", "SY0405")):
        assert units.find(name)[0].pcode == code
        assert {found.name for found in toponyms.candidates(name) if found.pcode == code} == {
            units[code].name
        }


def test_both_styles_know_the_same_names_and_mean_the_same_by_them() -> None:
    one, other = (Toponyms.builtin().named(naming).spellings() for naming in STYLES)
    assert set(one) == set(other)
    for key in one:
        assert [(c.pcode, c.kind, c.lon) for c in one[key]] == [(c.pcode, c.kind, c.lon) for c in other[key]]


def test_the_shipped_reading_is_what_is_read_with_these_names(naming: Naming) -> None:
    units, toponyms = AdminUnits.builtin(naming), Toponyms.builtin().named(naming)
    shipped = zones.load(names=str(naming))
    _, found, claims, *_ = read_seeds(units, toponyms)
    assert [zone.to_dict() for zone in shipped.zones] == [zone.to_dict() for zone in found]
    assert shipped.claims == claims


def test_codes_and_quotations_are_the_same_in_both() -> None:
    un, press = (zones.load(names=str(naming)).to_dict() for naming in STYLES)
    told = frozenset({"name", "reason", "detail", "why", "names"})
    assert list(strings(un, told)) == list(strings(press, told))


def test_what_is_no_style_is_refused() -> None:
    with pytest.raises(
        ValueError, match='names = "codes": expected "un" or "press"'.replace('"codes"', "'codes'")
    ):
        zones.load(names="codes")
    refused = ran_badly("lookup", "Idlib", "--names", "usual")
    assert "'usual' is not one of 'un', 'press'" in refused.output


def ran_badly(*words: str) -> Result:
    result = CliRunner().invoke(main, [*words])
    assert result.exit_code == 2
    return result


def test_the_environment_may_say_it_once() -> None:
    result = CliRunner().invoke(main, ["lookup", "SY12"], env={"ZONEMAP_NAMES": "press"})
    assert result.output.startswith("Daraa  ")
    result = CliRunner().invoke(main, ["lookup", "SY12", "--names", "un"], env={"ZONEMAP_NAMES": "press"})
    assert result.output.startswith("Dar'a  ")


def test_a_file_of_one_style_is_not_shown_in_the_other(tmp_path: Path) -> None:
    model = tmp_path / "zones.json"
    assert ran("export", "-o", str(model), "--names", "press").exit_code == 0
    assert "Idlib governorate" in ran("lookup", "Saraqib", "-f", str(model)).output
    refused = ran("lookup", "Saraqib", "-f", str(model), "--names", "un")
    assert refused.exit_code == 1
    assert 'was written with the names "press", and "un" is asked for' in refused.output


def test_the_map_of_either_style_is_drawn(read: ZoneSet, naming: Naming) -> None:
    page = webmap(read).get_root().render()
    assert f'"TR":["{"Türkiye" if naming is Naming.UN else "Turkey"}"' in page
