/** Positions in the Universal Transverse Mercator grid, and the way from the grid to degrees. */

import { refuse } from "./characters.js";

const BANDS = "CDEFGHJKLMNPQRSTUVWX";
const ZONE = "(?:ZONE )?(\\d{1,2}) ?(NORTH|SOUTH|[A-Z])";
const EAST = "(?:E ?:? ?)?(\\d{6}(?:\\.\\d+)?) ?(?:M ?E|ME|M|E)?";
const NORTH = "(?:N ?:? ?)?(\\d{1,8}(?:\\.\\d+)?) ?(?:M ?N|MN|M|N)?";
const METRES = `${EAST}[ ,;]+ ?${NORTH}`;
const BEFORE = new RegExp(`^(?:UTM ?:? ?)?${ZONE}[ ,;]+${METRES}$`);
const AFTER = new RegExp(`^(?:UTM ?:? ?)?${METRES}[ ,;]+${ZONE}$`);
const BAND_SLACK = 0.01;

/** Return the south and north of a latitude band, in degrees. */
export function bandOf(letter) {
  const south = -80 + 8 * BANDS.indexOf(letter);
  return [south, south + (letter === "X" ? 12 : 8)];
}

/** Tell whether a text has the shape of a position in this grid. */
export function isUtm(text) {
  const upper = text.toUpperCase();
  return upper.startsWith("UTM") || BEFORE.test(upper) || AFTER.test(upper);
}

/** Return the position that zone, easting and northing give. */
export function readUtm(text) {
  const upper = text.toUpperCase();
  const before = BEFORE.exec(upper);
  const after = before ? null : (AFTER.exec(upper) ?? refuse("no position in the UTM grid"));
  const [zone, letter, easting, northing] = before
    ? before.slice(1)
    : [after[3], after[4], after[1], after[2]];
  const place = { zone: Number(zone), easting: Number(easting), northing: Number(northing) };
  if (place.zone < 1 || place.zone > 60) refuse("no zone of the UTM grid");
  const inGrid = place.easting >= 1e5 && place.easting <= 9e5 && place.northing <= 1e7;
  if (!inGrid) refuse("outside the UTM grid");
  const north = isNorth(letter, place);
  const form = `UTM, zone ${place.zone} ${north ? "north" : "south"}`;
  return { ...gridToDegrees({ ...place, north }), form };
}

/** Tell whether a zone's letter means the northern half; refuse where it can't be told. */
function isNorth(letter, place) {
  if (letter.length > 1) return letter === "NORTH";
  if (!BANDS.includes(letter)) refuse("no latitude band");
  if (letter === "N") return true;
  const [south, north] = bandOf(letter);
  const { lat } = gridToDegrees({ ...place, north: south >= 0 });
  const inBand = lat >= south - BAND_SLACK && lat <= north + BAND_SLACK;
  if (letter === "S") return inBand ? refuse("a band or a half of the Earth") : false;
  return inBand ? south >= 0 : refuse("northing and band do not fit");
}

const AXIS_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const SCALE = 0.9996;
const N = FLATTENING / (2 - FLATTENING);
const E2 = FLATTENING * (2 - FLATTENING);
const RADIUS_M = (AXIS_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256);
const SERIES = [
  N / 2 -
    (2 / 3) * N ** 2 +
    (37 / 96) * N ** 3 -
    N ** 4 / 360 -
    (81 / 512) * N ** 5 +
    (96199 / 604800) * N ** 6,
  N ** 2 / 48 + N ** 3 / 15 - (437 / 1440) * N ** 4 + (46 / 105) * N ** 5 - (1118711 / 3870720) * N ** 6,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4 - (209 / 4480) * N ** 5 + (5569 / 90720) * N ** 6,
  (4397 / 161280) * N ** 4 - (11 / 504) * N ** 5 - (830251 / 7257600) * N ** 6,
  (4583 / 161280) * N ** 5 - (108847 / 3991680) * N ** 6,
  (20648693 / 638668800) * N ** 6,
];

/** Return latitude and longitude of a position in the grid, by the series of Krüger and Karney (2011). */
export function gridToDegrees({ zone, north, easting, northing }) {
  const xi = (northing - (north ? 0 : 1e7)) / (SCALE * RADIUS_M);
  const eta = (easting - 500000) / (SCALE * RADIUS_M);
  let [x, y] = [xi, eta];
  for (const [index, factor] of SERIES.entries()) {
    const twice = 2 * (index + 1);
    x -= factor * Math.sin(twice * xi) * Math.cosh(twice * eta);
    y -= factor * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const conformal = Math.sin(x) / Math.hypot(Math.sinh(y), Math.cos(x));
  const lon = (Math.atan2(Math.sinh(y), Math.cos(x)) * 180) / Math.PI;
  return { lat: (Math.atan(geographic(conformal)) * 180) / Math.PI, lon: within180(lon + 6 * zone - 183) };
}

/** Return a longitude that a zone at the antimeridian takes beyond it. */
function within180(lon) {
  return Math.abs(lon) > 180 ? lon - 360 * Math.sign(lon) : lon;
}

/** Return the tangent of the latitude whose conformal latitude has a given tangent. */
function geographic(conformal) {
  const e = Math.sqrt(E2);
  let tangent = conformal;
  for (let round = 0; round < 6; round += 1) {
    const secant = Math.hypot(1, tangent);
    const sigma = Math.sinh(e * Math.atanh((e * tangent) / secant));
    const met = tangent * Math.hypot(1, sigma) - sigma * secant;
    tangent +=
      ((conformal - met) / Math.hypot(1, met)) * ((1 + (1 - E2) * tangent ** 2) / ((1 - E2) * secant));
  }
  return tangent;
}
