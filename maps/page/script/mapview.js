/** The map: base, zones, borders, names and monitors, drawn as the reader's state says. */

import { latLngs } from "./arcs.js";
import { drawBase } from "./basemap.js";
import { createCallouts } from "./callouts.js";
import { el, svg } from "./dom.js";
import { LEVELS } from "./ground.js";
import { createLabelPane } from "./labelpane.js";
import { litZone } from "./lit.js";
import { mapNames, zoneBoxes } from "./names.js";
import { hatchDefinitions, hatchId } from "./patterns.js";
import { pointOf } from "./permalink.js";

// From below to above. Every pane is made here and only here: Leaflet makes a second one of a name without a word.
const PANES = [
  ["zm-land", 210],
  ["zm-relief", 220],
  ["zm-water", 230],
  ["zm-mark-under", 390],
  ["zm-zones", 400],
  ["zm-golan", 410],
  ["zm-borders", 420],
  ["zm-mark", 430],
  ["zm-leaders", 440],
  ["zm-labels", 650],
];
/** Draw the map and keep it true to the store. */
export function createMapView(map, app) {
  const { model, store } = app;
  for (const [name, order] of PANES) map.createPane(name).style.zIndex = order;
  document.body.append(
    svg("svg", { class: "definitions", width: 0, height: 0, "aria-hidden": "true" }, hatchDefinitions()),
  );

  const base = drawBase(map, model);
  const zoneLayers = new Map(model.zones.map((zone) => [zone.id, zoneLayer(zone)]));
  const borders = Object.fromEntries(
    LEVELS.map((level) => [level, borderLayer(model.ground.borders(level), level)]),
  );
  const country = borderLayer(model.ground.borders("country"), "country").addTo(map);
  const mark = L.layerGroup().addTo(map);
  const callouts = createCallouts(app);
  const labels = createLabelPane(
    map,
    () => collectLabels(map, app, callouts),
    (told) => app.tellFolded?.(told) ?? false,
  );

  store.on(["layers", "on", "from", "undated", "selection"], (state) => {
    const on = new Set(state.layers);
    const known = model.known(state);
    for (const zone of model.zones) {
      const layer = zoneLayers.get(zone.id);
      show(layer, on.has(`zone:${zone.id}`) && known.has(zone));
      const chosen = litZone(model, state.selection) === zone;
      layer.eachLayer((path) => path.getElement()?.classList.toggle("chosen", chosen));
      if (chosen) layer.eachLayer((path) => path.bringToFront());
    }
    for (const level of LEVELS) show(borders[level], on.has(level));
    base.show(on);
    country.bringToFront();
    drawMark(state.selection, known);
    labels.redraw();
  });
  store.on(["lang", "theme"], () => labels.redraw());

  function show(layer, wanted) {
    if (wanted && !map.hasLayer(layer)) layer.addTo(map);
    if (!wanted && map.hasLayer(layer)) layer.remove();
  }

  function drawMark(selection, known) {
    mark.clearLayers();
    const options = { pane: "zm-mark", interactive: false, className: "mark" };
    if (selection?.kind === "unit" && model.unit(selection.id)) {
      const lines = model.ground.outline((pcode) => pcode.startsWith(selection.id)).map(latLngs);
      mark.addLayer(L.polyline(lines, { ...options, className: "mark mark-case" }));
      mark.addLayer(L.polyline(lines, options));
    }
    const zone = litZone(model, selection);
    if (zone && known.has(zone)) {
      const codes = zone.members.map((member) => member.pcode);
      const member = (pcode) => codes.find((code) => pcode.startsWith(code)) ?? null;
      const lines = codes
        .flatMap((code) => model.ground.outline((pcode) => member(pcode) === code))
        .map(latLngs);
      mark.addLayer(L.polyline(lines, { ...options, className: "mark-members" }));
    }
    const point = selection?.kind === "point" ? pointOf(selection.id) : null;
    if (point)
      mark.addLayer(
        L.marker([point.lat, point.lon], {
          icon: pinIcon(),
          pane: "zm-mark",
          interactive: false,
          keyboard: false,
        }),
      );
  }

  return { labels, zoneLayers };
}

/** Return a zone's paths: a pale case under them, the whole part filled, the rest hatched. */
function zoneLayer(zone) {
  const group = L.layerGroup();
  const hue = `hue-${zone.hue}`;
  const options = { pane: "zm-zones", interactive: false, fillRule: "evenodd" };
  for (const extent of ["part", "whole"]) {
    const rings = zone.rings[extent].map(latLngs);
    if (!rings.length) continue;
    group.addLayer(L.polygon(rings, { ...options, fill: false, className: `zone-case ${hue}` }));
    const fillColor = extent === "part" ? `url(#${hatchId(zone.hue)})` : undefined;
    const path = L.polygon(rings, {
      ...options,
      fillOpacity: 1,
      fillColor,
      className: `zone ${extent} ${hue}`,
    });
    path.on("add", () => path.getElement().setAttribute("data-zone", zone.id));
    group.addLayer(path);
  }
  return group;
}

function borderLayer(arcs, level) {
  return L.polyline(arcs.map(latLngs), {
    pane: "zm-borders",
    interactive: false,
    className: `border border-${level}`,
    smoothFactor: 0.7,
  });
}

function pinIcon() {
  const shape = svg(
    "svg",
    { viewBox: "0 0 24 34", width: 24, height: 34 },
    svg("path", {
      d: "M12 33C12 33 22.5 19.5 22.5 12a10.5 10.5 0 0 0-21 0C1.5 19.5 12 33 12 33z",
      class: "pin",
    }),
    svg("circle", { cx: 12, cy: 12, r: 4, class: "pin-eye" }),
  );
  return L.divIcon({
    html: el("div", null, shape),
    className: "pin-icon",
    iconSize: [24, 34],
    iconAnchor: [12, 33],
  });
}

/** Return what could be named on the map as it stands. */
function collectLabels(map, app, callouts) {
  const names = mapNames(app, {
    zoom: map.getZoom(),
    positionAt(x, y) {
      const { lat, lng } = map.containerPointToLatLng([x, y]);
      return [lng, lat];
    },
  });
  const screen = (lon, lat) => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return [x, y];
  };
  return {
    labels: [...callouts.labels(), ...names],
    taken: callouts.taken(map),
    soft: zoneBoxes(app, screen),
  };
}
