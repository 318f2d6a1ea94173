"""Contrast of every state by WCAG 2.2: 4.5 for words, 3 for marks; over the styles that the browser computes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser

WORDS, MARKS = 4.5, 3.0
HUES = range(8)
STATUSES = ("agreed", "planned", "proposed", "possible", "discussed", "undecided", "unconfirmed")
STATUSES += ("denied", "rejected")
THEMES = {"light": {}, "dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}
THEMES["forced, dark"] = {"forced_colors": "active", "color_scheme": "dark"}

# Puts a piece of markup on the page, as the page's own scripts build it, and returns the ratio of two of its colours.
MEASURE = """([where, markup, inner, pseudo, ink, paper]) => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = colour => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const token = name => rgba(getComputedStyle(document.documentElement).getPropertyValue(name));
  const holder = document.querySelector(where);
  holder.insertAdjacentHTML("beforeend", markup);
  const root = holder.lastElementChild;
  const node = inner ? root.querySelector(inner) : root;
  const style = getComputedStyle(node, pseudo || null);
  const faded = (colour, opacity) => [...colour.slice(0, 3), colour[3] * Number(style[opacity] ?? 1)];
  const papers = paper.map(name => {
    if (name.startsWith("--")) return token(name);
    const layers = [rgba(style.backgroundColor)];
    for (let up = pseudo ? node : node.parentElement; up; up = up.parentElement)
      layers.push(rgba(getComputedStyle(up).backgroundColor));
    const solid = layers.findIndex(layer => layer[3] === 1);
    const above = name === "own" && solid >= 0 ? layers.slice(0, solid) : layers.slice(0, pseudo ? 2 : 1);
    const base = name === "own" ? layers[solid] : token(name.slice(4));
    return above.reduceRight((under, layer) => over(layer, under), base);
  });
  const drawn = faded(rgba(style[ink]), ink === "stroke" ? "strokeOpacity" : ink === "fill" ? "fillOpacity" : "none");
  const ratios = papers.map(under => {
    const [a, b] = [light(over(drawn, under)), light(under)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
  root.remove();
  return Math.min(...ratios);
}"""
LABELS = ".leaflet-zm-labels-pane"
# On the map a translucent ground lies over land or sea.
ON_MAP = ["own--land", "own--sea", "own--land-far"]
PLAIN = {
    "#panel-body": ("disputed-mark", "contradiction", "hint", "review-mark unreviewed", "notice", "detail"),
    ".legend": ("legend-folded", "zone-number"),
}
SVG = '<svg><path class="{}"/></svg>'


def words() -> list[tuple[str, list[Any]]]:
    """Every state that has words: its name, and what to measure."""
    rows: list[tuple[str, list[Any]]] = []
    for hue in HUES:
        for state in ("", "chosen"):
            for name in ("callout-name", "callout-number"):
                markup = f'<div class="callout hue-{hue} {state}"><button class="{name}">x</button></div>'
                rows.append((f"{name} {hue} {state}", [LABELS, markup, "button", "", "color", ON_MAP]))
    for status in STATUSES:
        badge = f'<button class="badge status-{status} disputed">XX</button>'
        rows.append((f"badge {status}", [LABELS, badge, "", "", "color", ON_MAP]))
        rows.append((f"disputed {status}", [LABELS, badge, "", "::after", "color", ["own"]]))
        chip = f'<span class="status status-{status}">x</span>'
        rows.append((f"chip {status}", ["#panel-body", chip, "", "", "color", ["own"]]))
    for name in ("part-mark", "part-mark open-mark"):
        markup = f'<div class="callout"><span class="{name}">x</span></div>'
        rows.append((name, [LABELS, markup, "span", "", "color", ON_MAP]))
    rows += [
        (name, [where, f'<p class="{name}">x</p>', "", "", "color", ["own"]])
        for where, names in PLAIN.items()
        for name in names
    ]
    for kind in ("country", "governorate", "district", "sub-district", "city", "town", "note"):
        markup = f'<div class="label label-{kind}">x</div>'
        rows.append((f"label {kind}", [LABELS, markup, "", "", "color", ["--land", "--land-far", "--halo"]]))
    rows += [
        (f"label {kind}", [LABELS, f'<div class="label label-{kind}">x</div>', "", "", "color", [paper]])
        for kind, paper in (("sea", "--sea"), ("water", "--lake"))
    ]
    return rows


def marks() -> list[tuple[str, list[Any]]]:
    """Every state that is drawn: its name, and what to measure."""
    land = ["--land", "--land-far"]
    rows: list[tuple[str, list[Any]]] = []
    for hue in HUES:
        for extent in ("whole", "part"):
            markup = SVG.format(f"zone {extent} hue-{hue}")
            rows.append((f"zone {extent} {hue}", ["body", markup, "path", "", "stroke", land]))
        rows.append((f"hatch {hue}", ["body", SVG.format(f"hatch hue-{hue}"), "path", "", "stroke", land]))
        callout = f'<div class="callout hue-{hue}"><button class="callout-name">x</button></div>'
        rows.append((f"frame {hue}", [LABELS, callout, "button", "", "borderTopColor", ON_MAP]))
    rows += [
        (name, ["body", SVG.format(name), "path", "", "stroke", land])
        for name in ("golan", "border border-country", "mark", "mark-members")
    ]
    rows.append(("stipple", ["body", SVG.format("stipple"), "path", "", "fill", land]))
    for status in STATUSES:
        badge = f'<button class="badge status-{status}">XX</button>'
        rows.append((f"badge {status}", [LABELS, badge, "", "", "borderTopColor", [*land, "--sea"]]))
    rows.append(
        ("leader", [LABELS, '<div class="leader"></div>', "", "", "borderTopColor", [*land, "--sea"]])
    )
    rows.append(("dot", [LABELS, '<div class="dot"></div>', "", "", "backgroundColor", [*land, "--halo"]]))
    return rows


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_can_be_read(open_page: OpenPage, theme: str) -> None:
    page = open_page(**THEMES[theme]).page
    found = {f"{name}: words": (page.evaluate(MEASURE, what), WORDS) for name, what in words()}
    found |= {f"{name}: mark": (page.evaluate(MEASURE, what), MARKS) for name, what in marks()}
    assert {name: round(ratio, 2) for name, (ratio, least) in found.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", ["forced", "forced, dark"])
def test_states_are_told_apart_without_our_colours(open_page: OpenPage, theme: str) -> None:
    page = open_page(**THEMES[theme]).page
    looks = page.evaluate(
        """([statuses, pane]) => {
          const look = (markup, inner) => {
            const holder = document.querySelector(pane);
            holder.insertAdjacentHTML("beforeend", markup);
            const node = holder.lastElementChild;
            const style = getComputedStyle(inner ? node.querySelector(inner) : node);
            const { backgroundColor, borderStyle, outlineStyle, textDecorationLine } = style;
            const told = [backgroundColor, borderStyle, outlineStyle, textDecorationLine].join();
            node.remove();
            return told;
          };
          const callout = state =>
            look(`<div class="callout ${state}"><button class="callout-name">x</button></div>`, "button");
          return {
            badges: statuses.map(each => look(`<button class="badge status-${each}">XX</button>`)),
            callouts: ["", "chosen"].map(callout),
          };
        }""",
        [["agreed", "planned", "proposed", "possible", "undecided", "denied"], LABELS],
    )
    for kind, each in looks.items():
        assert len(set(each)) == len(each), (kind, each)
