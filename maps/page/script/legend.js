/** The legend: its rows are the switches of the layers. */

import { openMark, partMark, undatedMark } from "./claims.js";
import { el, icon, replace } from "./dom.js";
import { layerGroups } from "./layers.js";
import { STATUSES } from "./model.js";
import { ownSample } from "./ownlayers.js";
import { swatch } from "./patterns.js";

/** Put the legend on the map: its rows are the switches of the layers. */
export function createLegend(map, app) {
  const { store, model } = app;
  const toggle = el(
    "button",
    {
      class: "legend-toggle",
      type: "button",
      "aria-controls": "legend-body",
      onClick: () => open(body.hidden),
    },
    icon("layers"),
    el("span"),
  );
  const body = el("div", { class: "legend-body", id: "legend-body" });
  const folded = el("p", { class: "legend-folded", hidden: true });
  const box = el("div", { class: "map-control legend", role: "region" }, toggle, folded, body);
  map.getContainer().parentElement.append(box);
  let told = { folded: [], missing: [] };

  function open(wanted) {
    body.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    app.redraw();
  }

  /** Say how many zones have no name on the map as it stands, and number the rows; answer whether it takes more room. */
  function tell() {
    const { tr } = app;
    const lines = ["folded", "missing"]
      .filter((kind) => told[kind].length > 0)
      .map((kind) => tr.t(`names_${kind}`, { count: told[kind].length }));
    const text = lines.join(" ");
    const before = box.offsetHeight;
    folded.textContent = text;
    folded.hidden = !text;
    for (const number of body.querySelectorAll(".zone-number")) number.hidden = told.folded.length === 0;
    return box.offsetHeight > before;
  }
  app.tellFolded = (now) => {
    told = now;
    return tell();
  };

  store.on(["lang"], () => {
    const { tr } = app;
    toggle.lastChild.textContent = tr.t("legend");
    box.setAttribute("aria-label", tr.t("legend"));
    const [zones, ...others] = layerGroups(model);
    replace(
      body,
      legendGroup(app, zones),
      legendKey(app),
      others.map((group) =>
        el(
          "details",
          { open: group.id === "own" },
          el("summary", null, tr.t(`group_${group.id}`)),
          legendGroup(app, group),
        ),
      ),
    );
    check(store.get().layers);
    tell();
  });
  store.on(["layers"], ({ layers }) => check(layers));
  store.on(["lang", "on", "from", "undated"], (state) => showKnown(model, body, model.known(state)));

  function check(layers) {
    const on = new Set(layers);
    for (const input of body.querySelectorAll("input[data-layer]"))
      input.checked = on.has(input.dataset.layer);
    for (const input of body.querySelectorAll("input[data-group]")) {
      const group = layerGroups(model).find((each) => each.id === input.dataset.group);
      const count = group.layers.filter((id) => on.has(id)).length;
      input.checked = count === group.layers.length;
      input.indeterminate = count > 0 && count < group.layers.length;
    }
  }
  open(matchMedia("(min-width: 1200px) and (min-height: 700px)").matches);
}

/** Hide the switches of zones and monitors of which nothing is known at the reader's time. */
function showKnown(model, body, known) {
  for (const input of body.querySelectorAll("input[data-layer]")) {
    const [kind, id] = input.dataset.layer.split(/:(.*)/s);
    const there = kind === "zone" ? known.has(model.zone(id)) : kind !== "nat" || known.speaksOf(id);
    input.closest("label").hidden = !there;
  }
  for (const group of body.querySelectorAll("fieldset"))
    group.hidden = !group.querySelector("label:not([hidden]) input[data-layer]");
}

function legendGroup(app, { id, layers }) {
  const { tr } = app;
  const many = id === "zones" || id === "monitors";
  const all = el("input", {
    type: "checkbox",
    "data-group": id,
    onChange: (event) => app.switchLayers(layers, event.target.checked),
  });
  return el(
    "fieldset",
    { class: `layers-${id}` },
    el("legend", { class: id === "zones" ? null : "visually-hidden" }, tr.t(`group_${id}`)),
    many && el("label", { class: "layer all" }, all, el("span", null, tr.t("all_of_them"))),
    layers.map((layer) =>
      el(
        "label",
        { class: "layer" },
        el("input", {
          type: "checkbox",
          "data-layer": layer,
          onChange: (event) => app.switchLayers([layer], event.target.checked),
        }),
        layerSample(app, layer),
        el("span", null, layerName(app, layer)),
      ),
    ),
  );
}

function layerName(app, layer) {
  const { model, tr } = app;
  const [kind, id] = layer.split(/:(.*)/s);
  if (kind === "zone") {
    const zone = model.zone(id);
    return [
      el("span", { class: "zone-number", hidden: true }, tr.number(zone.number)),
      el("bdi", null, tr.zone(zone)),
      " ",
      partMark(app, zone),
      openMark(app, zone),
      undatedMark(app, zone.days.length === 0),
    ];
  }
  if (kind === "nat") return tr.country(id);
  if (kind === "own") return el("bdi", null, ownOf(model, layer).title);
  return tr.t(`layer_${layer}`);
}

function ownOf(model, id) {
  return model.own.find((layer) => layer.id === id);
}

function layerSample({ model }, layer) {
  const [kind, id] = layer.split(/:(.*)/s);
  if (kind === "nat") return el("span", { class: "badge small", "aria-hidden": "true" }, id);
  if (kind === "own") return ownSample(ownOf(model, layer));
  if (kind !== "zone") return el("span", { class: `sample sample-${layer}`, "aria-hidden": "true" });
  const zone = model.zone(id);
  return ["whole", "part"]
    .filter((extent) => zone.geometry[extent])
    .map((extent) => swatch(zone.hue, extent));
}

/** Return the key to fills and to the frames of the monitors' badges. */
function legendKey(app) {
  const { tr, model } = app;
  const seen = new Set(model.claims.map((claim) => claim.status));
  return el(
    "div",
    { class: "key" },
    el("p", null, swatch("none", "whole"), tr.t("key_whole")),
    el("p", null, swatch("none", "part"), tr.t("key_part")),
    el(
      "ul",
      { class: "key-statuses" },
      STATUSES.filter((status) => seen.has(status)).map((status) =>
        el(
          "li",
          null,
          el("span", { class: `badge small status-${status}`, "aria-hidden": "true" }, "··"),
          tr.t(`status_${status}`),
        ),
      ),
      el(
        "li",
        null,
        el("span", { class: "badge small disputed", "aria-hidden": "true" }, "··"),
        tr.t("disputed"),
      ),
    ),
  );
}
