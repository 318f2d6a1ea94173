/** Land, relief, waters and neighbours, all out of the page itself; online tiles if somebody wants them. */

import { decodeLines, inDegrees, latLngs } from "./arcs.js";

const LAKE_NAMES_AT = 8;

/** Draw the base map; the answer switches its layers and names what it shows. */
export function drawBase(map, model) {
  const { base, options } = model.data;
  const land = (className, extra) => ({ pane: "zm-land", interactive: false, smoothFactor: 0.5, className, ...extra });
  const rings = model.ground.finest.flatMap((shape) => shape.rings.map(latLngs));

  const everywhere = [
    [20, 15],
    [50, 60],
  ];
  L.rectangle(everywhere, land("land-far")).addTo(map);
  for (const sea of base.sea) L.polygon(toLines(sea), land("sea", { fillRule: "evenodd" })).addTo(map);
  L.polygon(rings, land("land-own", { fillRule: "nonzero", smoothFactor: 0 })).addTo(map);
  for (const border of base.borders) L.polyline(toLines(border), land("frontier")).addTo(map);
  for (const line of base.armistice) L.polyline(toLines(line), land("frontier armistice")).addTo(map);

  const water = (className) => ({ ...land(className), pane: "zm-water" });
  const layers = {
    relief: base.relief ? [L.imageOverlay(base.relief.href, base.relief.bounds, { pane: "zm-relief", alt: "" })] : [],
    water: [
      ...base.rivers.map(([, , rank, lines]) => L.polyline(toLines(lines), water(`river river-${rank}`))),
      ...base.lakes.map((lake) => L.polygon(toLines(lake[4]), water("lake"))),
    ],
    golan: ["golan", "undof"].filter((key) => base[key]).map((key) => L.polygon(toLines(base[key].rings), { ...water(key), pane: "zm-mark-under", fillColor: key === "golan" ? "url(#dots)" : undefined })),
    tiles: options.tiles ? [onlineTiles(options.tiles)] : [],
  };

  return {
    show(on) {
      for (const [id, parts] of Object.entries(layers))
        for (const part of parts) {
          if (on.has(id)) part.addTo(map);
          else part.remove();
        }
      map.getContainer().classList.toggle("with-tiles", on.has("tiles"));
    },
    /** Return the names of countries, waters and what is marked. */
    labels(tr, zoom, on) {
      const label = (kind, [name, name_ar, lon, lat], rank, extra) => ({ kind, text: tr.name({ name, name_ar }), lon, lat, rank, reach: 0, ...extra });
      const labels = base.countries.map((row, index) => label("country", row, 100 + index));
      labels.push(label("sea", [tr.t("sea"), tr.t("sea"), 34.75, 34.75], 90));
      if (on.has("water") && zoom >= LAKE_NAMES_AT) labels.push(...base.lakes.map((row, index) => label("water", row, 600 + index)));
      if (on.has("golan") && base.golan && zoom >= 8) labels.push(marked(tr, base.golan, 150));
      if (on.has("golan") && base.undof && zoom >= 10) labels.push(marked(tr, base.undof, 160));
      return labels;
    },
  };
}

function toLines(text) {
  return decodeLines(text).map(inDegrees).map(latLngs);
}

function marked(tr, thing, rank) {
  const note = tr.name({ name: thing.note, name_ar: thing.note_ar });
  return { kind: "note", text: `${tr.name(thing)}\n${note}`, lon: thing.at[0], lat: thing.at[1], rank, reach: 8 };
}

function onlineTiles({ url, by, max_zoom }) {
  return L.tileLayer(url, { pane: "zm-land", attribution: by, maxZoom: 19, maxNativeZoom: max_zoom, referrerPolicy: "no-referrer" });
}
