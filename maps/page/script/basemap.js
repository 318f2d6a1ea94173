/** Land, relief, waters and neighbours, all out of the page itself; online tiles if somebody wants them. */

import { decodeLines, inDegrees, latLngs } from "./arcs.js";

/** Draw the base map; the answer switches its layers. */
export function drawBase(map, model) {
  const { base, options } = model.data;
  const land = (className, extra) => ({
    pane: "zm-land",
    interactive: false,
    smoothFactor: 0.5,
    className,
    ...extra,
  });
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
    relief: base.relief
      ? [L.imageOverlay(base.relief.href, base.relief.bounds, { pane: "zm-relief", alt: "" })]
      : [],
    water: [
      ...base.rivers.map(([, , rank, lines]) => L.polyline(toLines(lines), water(`river river-${rank}`))),
      ...base.lakes.map((lake) => L.polygon(toLines(lake[4]), water("lake"))),
    ],
    golan: ["golan", "undof"]
      .filter((key) => base[key])
      .map((key) => {
        const pane = key === "golan" ? "zm-golan" : "zm-mark-under";
        const fillColor = key === "golan" ? "url(#dots)" : undefined;
        return L.polygon(toLines(base[key].rings), { ...water(key), pane, fillColor });
      }),
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
  };
}

/** Return encoded lines as Leaflet wants them. */
export function toLines(text) {
  return decodeLines(text).map(inDegrees).map(latLngs);
}

function onlineTiles({ url, by, max_zoom }) {
  return L.tileLayer(url, {
    pane: "zm-land",
    attribution: by,
    maxZoom: 19,
    maxNativeZoom: max_zoom,
    referrerPolicy: "no-referrer",
  });
}
