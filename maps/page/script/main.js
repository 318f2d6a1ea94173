/** Starts the page: reads its data, builds its parts and ties them to one state. */

import { keepHistory } from "./addresses.js";
import { createClaimChart } from "./claimchart.js";
import { createHoverName, createMapNote, createZoomControl } from "./controls.js";
import { el } from "./dom.js";
import { createEmbed } from "./embed.js";
import { createTranslator } from "./i18n.js";
import { firstLayers, layerIds } from "./layers.js";
import { createLegend } from "./legend.js";
import { litZone } from "./lit.js";
import { lookUp } from "./lookup.js";
import { createMapView } from "./mapview.js";
import { createMeasure } from "./measure.js";
import { createModel } from "./model.js";
import { drawOwn } from "./ownlayers.js";
import { createPanel } from "./panel.js";
import { fromHash, pointOf } from "./permalink.js";
import { preparePrinting } from "./picture.js";
import { createScaleBar } from "./scalebar.js";
import { createStore } from "./store.js";
import { createTextVersion } from "./textversion.js";
import { createTimeline } from "./timeline.js";
import { createToolbar } from "./toolbar.js";

const SELECTABLE = {
  zone: (model, id) => model.zone(id) !== null,
  nationality: (model, id) => model.nationalities.includes(id),
  unit: (model, id) => model.unit(id) !== null,
  own: (model, id) => Boolean(model.ownFeature(id)),
  claim: (model, id) => model.claim(id) !== undefined,
  point: (_, id) => pointOf(id) !== null,
};
const BY_ID = ["zone", "nationality", "own"];

/** Start the page on a Leaflet map. */
export function start(map) {
  const data = read("zone-data");
  const languages = read("zone-words");
  const model = createModel(data);
  const defaults = {
    lang: data.options.language,
    theme: "auto",
    on: data.on ?? model.latest,
    from: null,
    undated: null,
    layers: firstLayers(model),
    selection: null,
    view: null,
    text: false,
    embed: null,
    chart: false,
  };
  const known = {
    layers: layerIds(model),
    selectable: (kind, id) => Object.hasOwn(SELECTABLE, kind) && SELECTABLE[kind](model, id),
    dates: data.dates,
    on: defaults.on,
    languages: Object.keys(languages),
  };
  const store = createStore({ ...defaults, ...fromHash(location.hash, known) });
  const app = { map, model, store, languages, defaults, tr: null };

  store.on(["lang"], ({ lang }) => {
    app.tr = createTranslator(languages, lang, data.countries);
    document.documentElement.lang = lang;
    document.documentElement.dir = app.tr.dir;
    for (const node of document.querySelectorAll("[data-t]")) node.textContent = app.tr.t(node.dataset.t);
    map.getContainer().setAttribute("aria-label", app.tr.t("map_label"));
  });
  store.on(["theme"], ({ theme }) => {
    const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  });

  map.getContainer().setAttribute("role", "application");
  map.attributionControl.setPrefix(false);
  map.setMinZoom(5);
  map.setMaxZoom(19);
  map.options.zoomSnap = 0.5;
  map.setMaxBounds([
    [23, 20],
    [47, 57],
  ]);
  createScaleBar(map, app);
  prepareActions(app, map);
  const view = createMapView(map, app);
  drawOwn(map, app);
  app.redraw = view.labels.redraw;
  const panel = createPanel(document.getElementById("panel"), app);
  app.openPanel = panel.open;
  app.focusPanel = panel.focus;
  createToolbar(document.getElementById("bar"), app);
  createZoomControl(map, app);
  createMeasure(map, app);
  createLegend(map, app);
  createEmbed(map, app, defaults);
  createMapNote(map, app);
  createHoverName(map, app);
  createTimeline(document.getElementById("timeline"), app);
  createClaimChart(document.getElementById("claim-chart"), app);
  preparePrinting(document.getElementById("sheet"), app, map);
  createTextVersion(document.getElementById("text-version"), app);
  const { view: wanted, selection } = store.get();
  if (selection) app.openPanel("half");
  const open = () => {
    map.invalidateSize({ animate: false });
    if (wanted) map.setView([wanted.lat, wanted.lon], wanted.zoom, { animate: false });
    else if (!app.fitSelection({ animate: false })) app.fitAll({ animate: false });
  };
  open();
  watchSize(map, open);
  listen(map, app, known, defaults);
  document.documentElement.dataset.ready = "true";
  return app;
}

function read(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** Give the app the verbs that its parts share. */
function prepareActions(app, map) {
  const { model, store } = app;
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const move = (options) => ({ animate: !calm(), ...options });
  const toast = document.getElementById("toast");
  let fading = null;

  const known = () => model.known(store.get());

  app.lookUp = (point) => lookUp(model.ground, known().zones, point);
  app.redraw = () => {};
  app.openPanel = () => {};
  app.tellFolded = () => {};
  app.toast = (text) => {
    toast.replaceChildren(el("span", null, text));
    clearTimeout(fading);
    fading = setTimeout(() => toast.replaceChildren(), 4000);
  };
  app.fitAll = (options = {}) => {
    const boxes = known()
      .zones.map((zone) => zone.bounds)
      .filter((box) => Number.isFinite(box[0]));
    const around = boxes.length ? boxes : model.ground.finest.map((shape) => shape.bounds);
    fit(around, options);
  };
  app.select = (selection, also = {}) => {
    if (selection?.kind === "own") app.switchLayers([model.ownFeature(selection.id).layer.id], true);
    store.set({ ...also, selection });
    if (selection) {
      app.openPanel();
      app.focusPanel();
      app.fitSelection();
    }
  };
  app.fitSelection = (options = {}) => {
    const { kind, id } = store.get().selection ?? {};
    const zone = litZone(model, store.get().selection);
    if (zone && known().has(zone)) fit([zone.bounds], options);
    else if (kind === "unit" && model.unit(id)) fit([model.ground.bounds(id)], options);
    else if (kind === "own" && model.ownFeature(id)) fit([model.ownFeature(id).feature.bounds], options);
    else if (kind === "nationality" || kind === "claim") app.fitAll(options);
    else if (kind === "point") return fitPoint(pointOf(id), options);
    else return false;
    return true;
  };
  app.goTo = ({ kind, id, place, point }) => {
    const spot = place ?? point;
    if (!spot) return app.select({ kind: BY_ID.includes(kind) ? kind : "unit", id });
    map.setView([spot.lat, spot.lon], Math.max(map.getZoom(), 9), move());
    return app.select({ kind: "point", id: `${spot.lat},${spot.lon}` });
  };
  app.switchLayers = (ids, wanted) => {
    const on = new Set(store.get().layers);
    for (const id of ids) on[wanted ? "add" : "delete"](id);
    store.set({ layers: layerIds(model).filter((id) => on.has(id)) });
  };

  function fitPoint({ lat, lon }, options) {
    const { hits } = app.lookUp({ lon, lat });
    const around = hits.length
      ? hits.map((hit) => hit.zone.bounds)
      : [[lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5]];
    fit([...around, [lon, lat, lon, lat]], options);
    return true;
  }

  function fit(boxes, options = {}) {
    const bounds = L.latLngBounds(
      boxes.flatMap(([w, s, e, n]) => [
        [s, w],
        [n, e],
      ]),
    );
    if (!bounds.isValid()) return;
    const { left, right, bottom } = covered(map);
    const padding = { paddingTopLeft: [left + 30, 30], paddingBottomRight: [right + 30, bottom + 30] };
    map.fitBounds(bounds, move({ ...padding, maxZoom: 11, ...options }));
  }
}

/** Return how much of the map's sides lies under the legend and, on a phone, under the open panel. */
function covered(map) {
  const frame = map.getContainer().getBoundingClientRect();
  const legend = document.querySelector(".legend-body").getBoundingClientRect();
  const panel = document.getElementById("panel").getBoundingClientRect();
  const beside = legend.width > 0 && frame.width > 2.5 * legend.width ? legend.width : 0;
  const open = { half: 0.52, full: 0.52 }[document.getElementById("panel").dataset.open];
  const over =
    panel.width > frame.width * 0.9 && open ? innerHeight * open - (innerHeight - frame.bottom) : 0;
  const rtl = document.documentElement.dir === "rtl";
  const aside =
    panel.width > frame.width * 0.9 ? 0 : rtl ? panel.right - frame.left : frame.right - panel.left;
  const under = panel.width > 0 ? Math.max(aside, 0) : 0;
  const note = document.querySelector(".map-note[open]")?.offsetHeight ?? 0;
  const side = Math.max(beside, under);
  return { left: rtl ? side : 0, right: rtl ? 0 : side, bottom: Math.max(over, note, 0) };
}

/** Follow the map's size. In a frame that is not shown yet it has none, and nothing fits: open it once it has one. */
function watchSize(map, open) {
  const sized = () => map.getSize().x > 0 && map.getSize().y > 0;
  let opened = sized();
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    if (opened || !sized()) return;
    opened = true;
    open();
  }).observe(map.getContainer());
}

/** Tie the map's and the window's events to the state. */
function listen(map, app, known, defaults) {
  const { store } = app;
  map.on("click", ({ latlng }) => {
    if (app.measuring()) return;
    const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
    store.set({ selection: { kind: "point", id: `${round(latlng.lat)},${round(latlng.lng)}` } });
    app.openPanel();
  });
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== map.getContainer()) return;
    const { lat, lng } = map.getCenter();
    app.select({ kind: "point", id: `${lat.toFixed(6)},${lng.toFixed(6)}` });
  });
  keepHistory(map, app, known, defaults);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.get().selection && !event.defaultPrevented) app.select(null);
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      document.getElementById("search").focus();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    store.touch("theme");
  });
}
