/** Distances and areas on the WGS 84 ellipsoid. */

const A = 6378.137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;
const STEPS = 100;

/**
 * Return the distance in km from a point to a segment, in a plane that touches the ellipsoid at the
 * point: good to 0.1 % within 100 km.
 */
export function distanceKm(lon, lat, x1, y1, x2, y2) {
  const sin = Math.sin(lat * RADIANS);
  const root = Math.sqrt(1 - E2 * sin * sin);
  const perLat = ((A * (1 - E2)) / root ** 3) * RADIANS;
  const perLon = (A / root) * Math.cos(lat * RADIANS) * RADIANS;
  const ax = (x1 - lon) * perLon;
  const ay = (y1 - lat) * perLat;
  const bx = (x2 - lon) * perLon;
  const by = (y2 - lat) * perLat;
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length)) : 0;
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/**
 * Return the length in km of the shortest line between two points [lon, lat].
 *
 * T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (1975); it does not
 * come to an end for points on opposite sides of the Earth, which the map does not show.
 */
export function geodesicKm([lon1, lat1], [lon2, lat2]) {
  const across = (lon2 - lon1) * RADIANS;
  const u1 = Math.atan((1 - F) * Math.tan(lat1 * RADIANS));
  const u2 = Math.atan((1 - F) * Math.tan(lat2 * RADIANS));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = across;
  for (let step = 0; step < STEPS; step++) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    if (sinSigma === 0) return 0;
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma;
    const cosAlpha2 = 1 - sinAlpha ** 2;
    const middle = cosAlpha2 ? cosSigma - (2 * sin1 * sin2) / cosAlpha2 : 0;
    const c = (F / 16) * cosAlpha2 * (4 + F * (4 - 3 * cosAlpha2));
    const before = lambda;
    lambda =
      across +
      (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle ** 2 - 1)));
    if (Math.abs(lambda - before) > 1e-12) continue;
    const u = (cosAlpha2 * (A ** 2 - B ** 2)) / B ** 2;
    const big = 1 + (u / 16384) * (4096 + u * (u * (320 - 175 * u) - 768));
    const small = (u / 1024) * (256 + u * (u * (74 - 47 * u) - 128));
    const turn =
      small *
      sinSigma *
      (middle +
        (small / 4) *
          (cosSigma * (2 * middle ** 2 - 1) -
            (small / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * middle ** 2 - 3)));
    return B * big * (sigma - turn);
  }
  return Number.NaN;
}

/** Return the length in km of a line through points [lon, lat]. */
export function lengthKm(points) {
  let km = 0;
  for (let i = 1; i < points.length; i++) km += geodesicKm(points[i - 1], points[i]);
  return km;
}

/**
 * Return the area in km² inside a ring of points [lon, lat] that does not cross itself: of the polygon on the
 * sphere that has the ellipsoid's area, at the latitudes that keep areas (J. P. Snyder, Map Projections, 1987,
 * p. 16).
 */
export function areaKm2(points) {
  const radius2 = (A ** 2 * authalic(1)) / 2;
  let excess = 0;
  for (const [i, [lon1, lat1]] of points.entries()) {
    const [lon2, lat2] = points[(i + 1) % points.length];
    const t1 = Math.tan(authalicLatitude(lat1) / 2);
    const t2 = Math.tan(authalicLatitude(lat2) / 2);
    excess += 2 * Math.atan2(Math.tan(((lon2 - lon1) * RADIANS) / 2) * (t1 + t2), 1 + t1 * t2);
  }
  return Math.abs(excess) * radius2;
}

function authalicLatitude(lat) {
  return Math.asin(authalic(Math.sin(lat * RADIANS)) / authalic(1));
}

function authalic(sin) {
  return (1 - E2) * (sin / (1 - E2 * sin ** 2) - Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
}

/** Tell whether the closed ring through points crosses or touches itself. */
export function crossesItself(points) {
  const count = points.length;
  const end = (i) => points[(i + 1) % count];
  for (let i = 0; i < count; i++)
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue; // neighbours, round the ring's start
      if (cross(points[i], end(i), points[j], end(j))) return true;
    }
  return false;
}

function cross(a, b, c, d) {
  const side = ([x1, y1], [x2, y2], [x, y]) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}
