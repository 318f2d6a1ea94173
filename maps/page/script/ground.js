/** Units, their borders and what covers a point. */

import { boundsOf, decodeLines, inDegrees, joinArcs } from "./arcs.js";
import { covers } from "./inside.js";

export const LEVELS = ["governorate", "district", "sub-district"];
const CODE_LENGTH = { governorate: 4, district: 6, "sub-district": 8 };

/** Return the level that a P-code's length tells. */
export function levelOf(pcode) {
  return LEVELS.find((level) => CODE_LENGTH[level] === pcode.length);
}

/** Return the unit of a level that holds a unit. */
export function parentCode(pcode, level) {
  return pcode.slice(0, CODE_LENGTH[level]);
}

/** Build the units from the page's data. */
export function createGround(data) {
  const arcs = decodeLines(data.arcs).map(inDegrees);
  const units = new Map(
    data.rows.map(([pcode, name, name_ar, lon, lat, also]) => [
      pcode,
      { pcode, name, name_ar, lon, lat, also },
    ]),
  );
  const owners = arcs.map(() => []);
  const finest = data.rings.map(([pcode, chains]) => {
    for (const chain of chains) for (const ref of chain) owners[ref < 0 ? ~ref : ref].push(pcode);
    const rings = chains.map((chain) => joinArcs(chain, arcs));
    return { pcode, rings, bounds: boundsOf(rings) };
  });

  return {
    units,
    finest,
    /** Return the sub-district at a point: the lowest P-code of those that cover it, null outside. */
    unitAt(lon, lat) {
      for (const { pcode, rings, bounds } of finest)
        if (lon >= bounds[0] && lat >= bounds[1] && lon <= bounds[2] && lat <= bounds[3])
          if (covers(rings, lon, lat)) return pcode;
      return null;
    },
    /** Return the arcs on the border of some units taken together. */
    outline(inside) {
      return arcs.filter((_, i) => owners[i].filter(inside).length === 1);
    },
    /** Return the inner border lines of a level that no coarser level has, or the country's outline. */
    borders(level) {
      const index = LEVELS.indexOf(level);
      if (index < 0) return arcs.filter((_, i) => owners[i].length === 1);
      return arcs.filter((_, i) => {
        if (owners[i].length < 2) return false;
        const [a, b] = owners[i];
        const differ = LEVELS.find((each) => parentCode(a, each) !== parentCode(b, each));
        return differ === level;
      });
    },
    /** Return the rings of the sub-districts in a unit of any level. */
    shapes: (pcode) => finest.filter((shape) => shape.pcode.startsWith(pcode)),
    bounds(pcode) {
      return boundsOf(
        finest.filter((shape) => shape.pcode.startsWith(pcode)).flatMap((shape) => shape.rings),
      );
    },
    chain: (pcode) => LEVELS.map((level) => units.get(parentCode(pcode, level))),
  };
}
