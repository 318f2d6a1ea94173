/** The answer to "which zone is this?", as `zonemap lookup` gives it. */

import { boundsOf, decodeLines, inDegrees } from "./arcs.js";
import { distanceKm } from "./geodesic.js";
import { covers } from "./inside.js";

// How far outside the simplified outline a town on the coast may lie and still count to its sub-district.
const OUTSIDE_KM = 3;

/** Give each zone its decoded rings. */
export function decodeZones(zones) {
  for (const zone of zones) {
    zone.rings = {};
    for (const extent of ["whole", "part"])
      zone.rings[extent] = zone.geometry[extent] ? decodeLines(zone.geometry[extent]).map(inDegrees) : [];
    zone.bounds = boundsOf([...zone.rings.whole, ...zone.rings.part]);
  }
}

/** Return the sub-district at a point, the zones there and the nearest zone with distances in km. */
export function lookUp(ground, zones, { lon, lat }) {
  const inside = ground.unitAt(lon, lat);
  const swapped = inside ? null : ground.unitAt(lat, lon);
  const near = inside ? null : nearestUnit(ground, lon, lat);
  const pcode = inside ?? near?.pcode ?? null;
  const hits = [];
  for (const zone of zones) {
    const member = memberAt(zone, pcode, lon, lat);
    if (member) hits.push({ zone, member, edgeKm: edgeKm(zone, lon, lat) });
  }
  const away = zones.map((zone) => ({ zone, km: distanceTo(zone, lon, lat) }));
  const nearest = away.reduce((best, each) => (best && best.km <= each.km ? best : each), null);
  return {
    lon,
    lat,
    pcode,
    outsideKm: near?.km ?? null,
    swapped,
    hits,
    nearest: hits.length ? null : nearest,
  };
}

/** Return the member that holds a point: by its unit, and for a strip or disc also by its shape. */
function memberAt(zone, pcode, lon, lat) {
  const member = pcode && zone.members.find((each) => pcode.startsWith(each.pcode));
  if (!member) return null;
  return member.share === null || covers(zone.rings.part, lon, lat) ? member : null;
}

function nearestUnit(ground, lon, lat) {
  let best = null;
  const margin = OUTSIDE_KM / 80;
  for (const { pcode, rings, bounds } of ground.finest) {
    const [west, south, east, north] = bounds;
    if (lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin) continue;
    const km = ringsKm(rings, lon, lat);
    if (km <= OUTSIDE_KM && (!best || km < best.km)) best = { pcode, km };
  }
  return best;
}

function distanceTo(zone, lon, lat) {
  const rings = [...zone.rings.whole, ...zone.rings.part];
  return covers(zone.rings.whole, lon, lat) || covers(zone.rings.part, lon, lat)
    ? 0
    : ringsKm(rings, lon, lat);
}

function ringsKm(rings, lon, lat) {
  let least = Infinity;
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2)
      least = Math.min(least, distanceKm(lon, lat, ring[i], ring[i + 1], ring[i + 2], ring[i + 3]));
  return least;
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
