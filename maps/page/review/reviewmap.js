/** The map beside the text: its zones are lit up and chosen with the items. */

import { latLngs } from "../script/arcs.js";
import { createHoverName, createMapNote, createZoomControl } from "../script/controls.js";
import { createTranslator } from "../script/i18n.js";
import { firstLayers } from "../script/layers.js";
import { lookUp } from "../script/lookup.js";
import { createMapView } from "../script/mapview.js";
import { createStore } from "../script/store.js";

/** Draw the map; `choose` is told the zone that somebody points at. */
export function createReviewMap(map, { model, languages, choose }) {
  const store = createStore({
    lang: "en",
    theme: null,
    on: null,
    layers: firstLayers(model),
    selection: null,
  });
  const tr = createTranslator(languages, "en", model.data.countries);
  const app = { map, model, store, languages, tr, openPanel() {} };
  const all = store.get().layers;
  let telling = false;
  app.fitAll = () => fit(model.zones);

  map.getContainer().setAttribute("role", "application");
  map.getContainer().setAttribute("aria-label", app.tr.t("map_label"));
  map.attributionControl.setPrefix(false);
  map.setMinZoom(5);
  map.options.zoomSnap = 0.25;
  createMapView(map, app);
  createZoomControl(map, app);
  createHoverName(map, app);
  createMapNote(map, app);
  document.querySelector(".map-note").open = false;
  const outline = L.layerGroup().addTo(map);

  function fit(zones) {
    const boxes = zones.map((zone) => zone.bounds).filter((box) => Number.isFinite(box[0]));
    const around = boxes.length ? boxes : model.ground.finest.map((shape) => shape.bounds);
    const corners = around.flatMap(([w, s, e, n]) => [
      [s, w],
      [n, e],
    ]);
    map.fitBounds(L.latLngBounds(corners), { animate: false, padding: [24, 24], maxZoom: 10 });
  }

  store.on(["selection"], ({ selection }) => {
    if (selection?.kind === "zone" && !telling) choose(selection.id);
  });
  map.on("click", ({ latlng }) => {
    const [hit] = lookUp(model.ground, model.zones, { lon: latlng.lng, lat: latlng.lat }).hits;
    if (hit) choose(hit.zone.id);
  });
  new ResizeObserver(() => {
    if (!map.getContainer().offsetWidth) return;
    map.invalidateSize({ animate: false });
    const { selection } = store.get();
    fit(selection ? [model.zone(selection.id)] : model.zones);
  }).observe(map.getContainer());
  fit(model.zones);

  return {
    /** Light up a zone, or none. */
    show(id) {
      const zone = model.zone(id);
      if ((store.get().selection?.id ?? null) === (zone?.id ?? null)) return;
      telling = true;
      store.set({ selection: zone ? { kind: "zone", id } : null });
      telling = false;
      fit(zone ? [zone] : model.zones);
    },
    /** Draw only the zones that are not rejected. */
    without(rejected) {
      store.set({ layers: all.filter((layer) => !rejected.has(layer.replace("zone:", ""))) });
    },
    /** Outline some units. */
    preview(codes) {
      outline.clearLayers();
      for (const code of codes) {
        const lines = model.ground.outline((pcode) => pcode.startsWith(code)).map(latLngs);
        outline.addLayer(L.polyline(lines, { pane: "zm-mark", interactive: false, className: "mark" }));
      }
    },
  };
}
