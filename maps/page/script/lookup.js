/** The answer to "which zone is this?", as `zonemap lookup` gives it. */

import { boundsOf, decodeLines, inDegrees } from "./arcs.js";
import { distanceKm } from "./geodesic.js";
import { covers } from "./inside.js";

/** Give each zone its decoded rings. */
export function decodeZones(zones) {
  for (const zone of zones) {
    zone.rings = {};
    for (const extent of ["whole", "part"])
      zone.rings[extent] = zone.geometry[extent] ? decodeLines(zone.geometry[extent]).map(inDegrees) : [];
    zone.bounds = boundsOf([...zone.rings.whole, ...zone.rings.part]);
    zone.own = zone.members.some((member) => member.share !== null && member.share !== undefined);
  }
}

/** Return the member of a zone that holds a point, or null. */
export function memberAt(zone, pcode, lon, lat) {
  const member = pcode ? zone.members.find((each) => pcode.startsWith(each.pcode)) : null;
  if (!zone.own) return member ?? null;
  const extent = ["whole", "part"].find((each) => covers(zone.rings[each], lon, lat));
  return extent ? (member ?? { pcode, extent, rule: "", reason: "", evidence: zone.evidence }) : null;
}

/** Return the sub-district at a point, the zones there and the nearest zone with distances in km. */
export function lookUp(ground, zones, { lon, lat }) {
  const pcode = ground.unitAt(lon, lat);
  const hits = [];
  for (const zone of zones) {
    const member = memberAt(zone, pcode, lon, lat);
    if (member) hits.push({ zone, member, edgeKm: edgeKm(zone, lon, lat) });
  }
  const others = zones
    .filter((zone) => zone.rings.whole.length + zone.rings.part.length > 0)
    .map((zone) => ({ zone, km: edgeKm(zone, lon, lat) }));
  others.sort((a, b) => a.km - b.km);
  return { lon, lat, pcode, hits, nearest: hits.length ? null : (others[0] ?? null) };
}

/** Return the distance from a point to the edge of a zone's whole and part areas taken together. */
function edgeKm(zone, lon, lat) {
  zone.edge ??= outerEdge(zone);
  let least = Infinity;
  for (const [x1, y1, x2, y2] of zone.edge) least = Math.min(least, distanceKm(lon, lat, x1, y1, x2, y2));
  return least;
}

/** Return the edges that only one of a zone's rings has: what whole and part share lies inside. */
function outerEdge(zone) {
  const seen = new Map();
  for (const ring of [...zone.rings.whole, ...zone.rings.part])
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const edge = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]];
      const key =
        edge[0] < edge[2] || (edge[0] === edge[2] && edge[1] < edge[3])
          ? edge.join()
          : [edge[2], edge[3], edge[0], edge[1]].join();
      if (seen.has(key)) seen.set(key, null);
      else seen.set(key, edge);
    }
  return [...seen.values()].filter(Boolean);
}
