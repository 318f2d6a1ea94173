"""Saved web pages that would have more read than they hold: entities, includes, addresses, depth without end."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from zones.errors import DocumentError

PAGE = """<html xmlns:xi="http://www.w3.org/2001/XInclude"><head><title>The zones</title></head><body><article>
<h1>The zones</h1><p>The zone includes Idlib province and Hama province, said the minister on Thursday. {more}</p>
<p>The zone along the Jordanian border will be monitored by Russian soldiers, he added on Friday in Moscow.</p>
</article></body></html>"""
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ATTACKS = {
    "a billion laughs": f'<!DOCTYPE html [<!ENTITY l0 "lol">{LAUGHS}]>' + PAGE.format(more="&l11;"),
    "a file as entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file://{folder}/secret.txt">]>'
    + PAGE.format(more="&x;"),
    "an address as entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "{host}/x">]>' + PAGE.format(more="&x;"),
    "an address as definition": '<!DOCTYPE html SYSTEM "{host}/x.dtd">' + PAGE.format(more=""),
    "a file included": PAGE.format(more='<xi:include href="{folder}/secret.txt" parse="text"/>'),
    "things to load": PAGE.format(
        more='<img src="{host}/i.png"/><iframe src="{host}/f"></iframe><script src="{host}/s.js"></script>'
    ),
}


@pytest.mark.parametrize("suffix", [".html", ".xhtml"])
@pytest.mark.parametrize("declared", ["", '<?xml version="1.0"?>'])
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_is_read_for_what_it_holds(
    tmp_path: Path, asked: list[str], attack: str, declared: str, suffix: str
) -> None:
    (tmp_path / "secret.txt").write_text("The zone includes Tartus province.", encoding="utf-8")
    page = tmp_path / f"a{suffix}"
    text = ATTACKS[attack].replace("{folder}", str(tmp_path)).replace("{host}", asked[0])
    page.write_text(declared + text, encoding="utf-8")
    found = zones.load(page)
    assert [zone.name for zone in found.zones][:1] == ["Idlib and Hama"]
    assert "Tartus" not in found.documents[0].text
    assert len(found.documents[0].text) < 1000
    assert asked[1:] == []


def test_depth_without_end_is_no_trap(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<div>" * 50_000 + PAGE.format(more="") + "</div>" * 50_000, encoding="utf-8")
    with pytest.raises(DocumentError, match="without an article"):
        zones.load(page)
