/** The search box: a combobox as the ARIA practices describe it. */

import { el, icon, plain, replace } from "./dom.js";
import { levelOf, parentCode } from "./ground.js";
import { ownSample } from "./ownlayers.js";
import { swatch } from "./patterns.js";
import { createSearch } from "./search.js";

/** Return the search box's element. */
export function createSearchBox(app) {
  const search = createSearch(entries(app));
  const list = el("ul", { class: "found", id: "found", role: "listbox", hidden: true });
  const input = el("input", {
    type: "search",
    id: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    dir: "auto",
  });
  const box = el("div", { class: "search", role: "search" }, icon("search"), input, list);
  let results = [];
  let active = -1;

  function refresh() {
    const { results: found, several, refused } = search(input.value);
    results = found;
    active = results.length && !several ? 0 : -1;
    const typed = input.value.trim() !== "";
    const remark = remarkOn({ several, refused, nothing: typed && !results.length });
    replace(
      list,
      ...results.map(option),
      remark &&
        el(
          "li",
          { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" },
          app.tr.t(remark),
        ),
    );
    list.hidden = !typed;
    input.setAttribute("aria-expanded", String(typed));
    mark();
  }

  function option(entry, index) {
    const { title, detail, sample } = describe(app, entry);
    return el(
      "li",
      {
        role: "option",
        id: `found-${index}`,
        "aria-selected": "false",
        onMousedown: (event) => event.preventDefault(),
        onClick: () => choose(index),
      },
      el("span", { class: "found-sample" }, sample),
      el("span", { class: "found-name" }, el("bdi", null, title)),
      el("span", { class: "found-detail" }, detail),
    );
  }

  function mark() {
    for (const [index, row] of [...list.children].entries())
      row.setAttribute("aria-selected", String(index === active));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `found-${active}`);
      list.children[active]?.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function walk(turn) {
    const from = active < 0 && turn < 0 ? 0 : active;
    active = (from + turn + results.length) % results.length;
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const entry = results[index];
    if (!entry) return;
    input.value = entry.point ? input.value : plain(describe(app, entry).title);
    close();
    app.goTo(entry);
  }

  input.addEventListener("input", refresh);
  input.addEventListener("focus", () => input.value && refresh());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (turn && results.length) {
      event.preventDefault();
      if (list.hidden) refresh();
      else walk(turn);
      mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (list.hidden) refresh();
      choose(active);
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
    }
  });
  app.store.on(["lang"], () => {
    input.setAttribute("aria-label", app.tr.t("search_label"));
    input.placeholder = app.tr.t("search_hint");
    list.setAttribute("aria-label", app.tr.t("search_results"));
    close();
  });
  return box;
}

/** Return which words to put under the results: several places of that name, no position for sure, nothing. */
function remarkOn({ several, refused, nothing }) {
  if (several) return "several_found";
  if (refused) return "position_refused";
  return nothing ? "nothing_found" : null;
}

function entries({ model, store, languages }) {
  const known = () => model.known(store.get());
  const names = (zone) => Object.values(languages).map((language) => language.zones?.[zone.name]);
  const both = ["en", "ar"].map(
    (code) => new Intl.DisplayNames([code], { type: "region", fallback: "code" }),
  );
  return [
    ...model.zones.map((zone) => ({
      kind: "zone",
      id: zone.id,
      words: [zone.name, zone.id.replaceAll("-", " "), ...names(zone)],
      there: () => known().has(zone),
    })),
    ...model.nationalities.map((code) => ({
      kind: "nationality",
      id: code,
      words: [code, ...(model.data.countries[code] ?? []), ...both.map((names) => countryName(names, code))],
      there: () => known().speaksOf(code),
    })),
    ...model.own.flatMap((layer) =>
      layer.features.map(({ id, name }) => ({ kind: "own", id, words: [name] })),
    ),
    ...[...model.ground.units.values()].map((unit) => ({
      kind: levelOf(unit.pcode),
      id: unit.pcode,
      words: [unit.name, unit.name_ar, unit.also, unit.pcode],
      unit: () => unit.pcode,
    })),
    ...model.places.map((place, index) => ({
      kind: "place",
      id: `${place.lat},${place.lon}`,
      words: [place.name, place.name_ar, ...(place.also ?? [])],
      unit: () => model.ground.unitAt(place.lon, place.lat),
      place,
      rank: index,
    })),
  ];
}

function countryName(names, code) {
  try {
    return names.of(code);
  } catch {
    return code;
  }
}

function describe(app, { kind, id, place, point, form }) {
  const { model, tr } = app;
  if (kind === "zone") {
    const zone = model.zone(id);
    return {
      title: tr.zone(zone),
      detail: tr.t("zone"),
      sample: swatch(zone.hue, zone.geometry.whole ? "whole" : "part"),
    };
  }
  if (kind === "nationality") return { title: tr.country(id), detail: tr.t("nationality"), sample: id };
  if (kind === "own") {
    const { layer, feature } = model.ownFeature(id);
    return { title: feature.name, detail: el("bdi", null, layer.title), sample: ownSample(layer) };
  }
  const pcode = place || point ? model.ground.unitAt((place ?? point).lon, (place ?? point).lat) : id;
  const governorate = pcode ? tr.name(model.unit(parentCode(pcode, "governorate"))) : tr.t("outside_syria");
  if (point)
    return {
      title: `${point.lat}, ${point.lon}`,
      detail: [pcode ? tr.name(model.unit(pcode)) : governorate, " · ", el("bdi", null, form)],
      sample: icon("pin"),
    };
  if (place)
    return { title: tr.name(place), detail: `${tr.t("place")} · ${governorate}`, sample: icon("pin") };
  return {
    title: tr.name(model.unit(id)),
    detail: kind === "governorate" ? `${tr.t(kind)} · ${id}` : `${tr.t(kind)} · ${governorate} · ${id}`,
    sample: null,
  };
}
