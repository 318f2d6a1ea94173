/** The user's own layers: points, lines and areas beside the zones. */

import { boundsOf, decodeLines, inDegrees, latLngs } from "./arcs.js";
import { el, plain } from "./dom.js";

// The light theme's colours (style/own.css), for paper.
const INKS = ["#a8006f", "#00706f", "#b34700", "#4b45c6", "#586500", "#76502f"];

/** Return a layer's colour on paper. */
export const ownInk = (tint) => INKS[tint];

/** Return the layers with their features decoded; each feature has the id "layer:feature", both from 1. */
export function decodeOwn(layers = []) {
  return layers.map((layer, index) => ({
    ...layer,
    tint: index % INKS.length,
    features: layer.features.map((feature, at) => {
      const [points, lines, areas] = ["points", "lines", "areas"].map((kind) =>
        feature[kind] ? decodeLines(feature[kind]).map(inDegrees) : [],
      );
      return {
        id: `${index + 1}:${at + 1}`,
        name: feature.name,
        values: feature.values,
        points,
        lines,
        areas,
        bounds: boundsOf([...points, ...lines, ...areas]),
        spot: (points[0] ?? lines[0] ?? areas[0]).slice(0, 2),
      };
    }),
  }));
}

/** Draw the layers on the map and keep them true to the store. */
export function drawOwn(map, app) {
  const { model, store } = app;
  map.createPane("zm-own").style.zIndex = 435;
  const groups = new Map();
  const drawn = new Map();
  for (const layer of model.own) {
    const group = L.featureGroup();
    // Areas below lines below points, so that each can be clicked.
    for (const kind of ["areas", "lines", "points"])
      for (const feature of layer.features)
        for (const part of partsOf(feature, kind, layer.tint)) {
          part.on("click", (event) => pick(event, feature));
          drawn.set(feature.id, [...(drawn.get(feature.id) ?? []), part]);
          part.feature = feature;
          group.addLayer(part);
        }
    group.bindTooltip((part) => el("span", { dir: "auto" }, plain(part.feature.name)), { sticky: true });
    groups.set(layer.id, group);
  }

  function pick(event, feature) {
    L.DomEvent.stop(event);
    store.set({ selection: { kind: "own", id: feature.id } });
    app.openPanel();
  }

  let chosen = null;
  store.on(["layers", "selection"], ({ layers, selection }) => {
    const on = new Set(layers);
    for (const [id, group] of groups)
      if (on.has(id)) group.addTo(map);
      else group.remove();
    for (const part of drawn.get(chosen) ?? []) part.getElement()?.classList.remove("chosen");
    chosen = selection?.kind === "own" ? selection.id : null;
    for (const part of drawn.get(chosen) ?? []) part.getElement()?.classList.add("chosen");
  });
}

function partsOf(feature, kind, tint) {
  const options = (shape) => ({ pane: "zm-own", className: `own own-${shape} own-tint-${tint}` });
  if (kind === "points")
    return feature.points.map(([lon, lat]) => L.circleMarker([lat, lon], { ...options("point"), radius: 6 }));
  if (!feature[kind].length) return [];
  const lines = feature[kind].map(latLngs);
  return kind === "lines"
    ? [L.polyline(lines, options("line"))]
    : [L.polygon(lines, { ...options("area"), fillRule: "evenodd" })];
}

/** Return a sample of what a layer holds, for the legend and for lists. */
export function ownSample(layer) {
  const kinds = ["areas", "lines", "points"].filter((kind) =>
    layer.features.some((feature) => feature[kind].length),
  );
  return el(
    "span",
    { class: `own-sample own-tint-${layer.tint}`, "aria-hidden": "true" },
    kinds.map((kind) => el("span", { class: `own-sample-${kind}` })),
  );
}
