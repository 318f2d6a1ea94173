/** The zones as GeoJSON (RFC 7946), with what is known of them. */

/** Return a FeatureCollection with one feature for each extent of each zone that is known; `why` explains standings. */
export function zonesGeoJson(model, known, why) {
  const features = known.zones.flatMap((zone) =>
    ["whole", "part"]
      .filter((extent) => zone.rings[extent].length)
      .map((extent) => feature(model, zone, extent, known, why)),
  );
  return { type: "FeatureCollection", features };
}

function feature(model, zone, extent, known, why) {
  return {
    type: "Feature",
    id: `${zone.id}:${extent}`,
    geometry: { type: "MultiPolygon", coordinates: polygons(zone.rings[extent]) },
    properties: {
      zone: zone.id,
      name: zone.name,
      extent,
      area_km2: zone.area_km2[extent],
      members: zone.members
        .filter((member) => member.extent === extent)
        .map(({ pcode, name, level, rule, reason }) => ({ pcode, name, level, rule, reason })),
      unresolved: zone.unresolved.map(({ text, reason }) => ({ text, reason })),
      unread: zone.unread.map(({ text, reason }) => ({ text, reason })),
      as_of: known.on,
      said_from: known.from ?? undefined,
      standing: known.standings
        .filter((standing) => standing.zone === zone.id)
        .map(({ first, undated, ...standing }) => ({ ...standing, why: why({ first, ...standing }) })),
      claims: known.claims
        .filter((claim) => claim.zone === zone.id)
        .map((claim) => ({ ...claim, evidence: model.quotesOf(claim) })),
      evidence: model.quotesOf(zone),
    },
  };
}

/** Return rings sorted into polygons, outer rings counter-clockwise and holes clockwise. */
function polygons(rings) {
  const all = rings.map((ring) => ({ ring: pairs(ring), area: signedArea(ring) }));
  all.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const out = [];
  for (const { ring, area } of all) {
    const depth = all.filter(
      (other) => Math.abs(other.area) > Math.abs(area) && contains(other.ring, ring),
    ).length;
    const hole = depth % 2 === 1;
    const turned = area > 0 === hole ? ring.toReversed() : ring;
    if (hole) out.findLast((polygon) => contains(polygon[0], ring)).push(turned);
    else out.push([turned]);
  }
  return out;
}

function pairs(ring) {
  const out = [];
  for (let i = 0; i < ring.length; i += 2) out.push([ring[i], ring[i + 1]]);
  return out;
}

function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
  return sum / 2;
}

/** Return whether a ring holds another: some vertex of the inner one that is not on the outer decides. */
function contains(outer, inner) {
  const corners = new Set(outer.map(String));
  const [x, y] = inner.find((vertex) => !corners.has(String(vertex))) ?? inner[0];
  let inside = false;
  for (let i = 0; i + 1 < outer.length; i++) {
    const [[x1, y1], [x2, y2]] = [outer[i], outer[i + 1]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
