/** Short distances on the WGS 84 ellipsoid. */

const A = 6378.137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const RADIANS = Math.PI / 180;

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
