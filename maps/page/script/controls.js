/** What lies over the map: zoom, the legend with the layers, and the name under the pointer. */

import { el, icon, replace } from "./dom.js";
import { layerGroups } from "./layers.js";
import { lookUp } from "./lookup.js";
import { swatch } from "./patterns.js";
import { STATUSES } from "./model.js";

/** Put the zoom buttons on the map. */
export function createZoomControl(map, app) {
  const buttons = [
    ["plus", "zoom_in", () => map.zoomIn()],
    ["minus", "zoom_out", () => map.zoomOut()],
    ["home", "zoom_all", () => app.fitAll()],
  ].map(([shape, key, onClick]) => [key, el("button", { type: "button", onClick }, icon(shape))]);
  const box = el("div", { class: "map-control zoom-control", role: "group" }, buttons.map(([, button]) => button));
  map.getContainer().parentElement.append(box);
  app.store.on(["lang"], () => {
    box.setAttribute("aria-label", app.tr.t("zoom"));
    for (const [key, button] of buttons) {
      button.setAttribute("aria-label", app.tr.t(key));
      button.title = app.tr.t(key);
    }
  });
}

/** Put the legend on the map: its rows are the switches of the layers. */
export function createLegend(map, app) {
  const { store, model } = app;
  const toggle = el("button", { class: "legend-toggle", type: "button", "aria-controls": "legend-body", onClick: () => open(body.hidden) }, icon("layers"), el("span"));
  const body = el("div", { class: "legend-body", id: "legend-body" });
  const box = el("div", { class: "map-control legend", role: "region" }, toggle, body);
  map.getContainer().parentElement.append(box);

  function open(wanted) {
    body.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    app.redraw();
  }

  store.on(["lang"], () => {
    const { tr } = app;
    toggle.lastChild.textContent = tr.t("legend");
    box.setAttribute("aria-label", tr.t("legend"));
    replace(body, layerGroups(model).map((group) => legendGroup(app, group)), legendKey(app));
    check(store.get().layers);
  });
  store.on(["layers"], ({ layers }) => check(layers));

  function check(layers) {
    const on = new Set(layers);
    for (const input of body.querySelectorAll("input[data-layer]")) input.checked = on.has(input.dataset.layer);
    for (const input of body.querySelectorAll("input[data-group]")) {
      const group = layerGroups(model).find((each) => each.id === input.dataset.group);
      const count = group.layers.filter((id) => on.has(id)).length;
      input.checked = count === group.layers.length;
      input.indeterminate = count > 0 && count < group.layers.length;
    }
  }
  open(matchMedia("(min-width: 900px) and (min-height: 620px)").matches);
}

function legendGroup(app, { id, layers }) {
  const { tr, store } = app;
  const many = id === "zones" || id === "monitors";
  const all = el("input", {
    type: "checkbox",
    "data-group": id,
    onChange: (event) => app.switchLayers(layers, event.target.checked),
  });
  return el(
    "fieldset",
    { class: `layers-${id}` },
    el("legend", null, many ? el("label", null, all, tr.t(`group_${id}`)) : tr.t(`group_${id}`)),
    layers.map((layer) =>
      el(
        "label",
        { class: "layer" },
        el("input", { type: "checkbox", "data-layer": layer, onChange: (event) => app.switchLayers([layer], event.target.checked) }),
        layerSample(app, layer),
        el("span", null, layerName(app, layer, store)),
      ),
    ),
  );
}

function layerName({ model, tr }, layer) {
  const [kind, id] = layer.split(/:(.*)/s);
  if (kind === "zone") return el("bdi", null, model.zone(id).name);
  if (kind === "nat") return tr.country(id);
  return tr.t(`layer_${layer}`);
}

function layerSample({ model }, layer) {
  const [kind, id] = layer.split(/:(.*)/s);
  if (kind === "nat") return el("span", { class: "badge small", "aria-hidden": "true" }, id);
  if (kind !== "zone") return el("span", { class: `sample sample-${layer}`, "aria-hidden": "true" });
  const zone = model.zone(id);
  return ["whole", "part"].filter((extent) => zone.geometry[extent]).map((extent) => swatch(zone.hue, extent));
}

/** Return the key to fills and to the frames of the monitors' badges. */
function legendKey(app) {
  const { tr, model } = app;
  const seen = new Set(Object.values(model.data.standing).flat().map((standing) => standing.status));
  return el(
    "div",
    { class: "key" },
    el("h3", null, tr.t("key")),
    el("p", null, swatch("none", "whole"), tr.t("key_whole")),
    el("p", null, swatch("none", "part"), tr.t("key_part")),
    el(
      "ul",
      { class: "key-statuses" },
      STATUSES.filter((status) => seen.has(status)).map((status) => el("li", null, el("span", { class: `badge small status-${status}`, "aria-hidden": "true" }, "··"), tr.t(`status_${status}`))),
      el("li", null, el("span", { class: "badge small disputed", "aria-hidden": "true" }, "··"), tr.t("disputed")),
    ),
  );
}

/** Name the sub-district and zone under the pointer. */
export function createHoverName(map, app) {
  const { model } = app;
  const box = el("div", { class: "hover-name", "aria-hidden": "true", hidden: true });
  map.getContainer().append(box);
  let last = null;
  let waiting = null;

  map.on("mousemove", (event) => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = event;
  });
  map.on("mouseout zoomstart movestart", () => {
    box.hidden = true;
    waiting = null;
  });

  function draw() {
    if (!waiting) return;
    const { latlng, containerPoint, originalEvent } = waiting;
    waiting = null;
    const over = originalEvent.target.closest?.(".callout, .map-control");
    const pcode = over ? null : model.ground.unitAt(latlng.lng, latlng.lat);
    box.hidden = !pcode;
    if (!pcode) return;
    if (pcode !== last) write(latlng, pcode);
    last = pcode;
    const right = containerPoint.x > map.getSize().x - 240;
    box.style.transform = `translate(${containerPoint.x + (right ? -14 : 14)}px, ${containerPoint.y + 14}px)${right ? " translateX(-100%)" : ""}`;
  }

  function write(latlng) {
    const { hits, pcode } = lookUp(model.ground, model.zones, { lon: latlng.lng, lat: latlng.lat });
    const { tr } = app;
    replace(
      box,
      el("strong", null, tr.name(model.unit(pcode))),
      hits.map(({ zone, member }) => el("span", { class: `hue-${zone.hue}` }, swatch(zone.hue, member.extent), el("bdi", null, zone.name), ` · ${tr.t(`extent_${member.extent}`)}`)),
    );
  }
  app.store.on(["lang"], () => (last = null));
}
