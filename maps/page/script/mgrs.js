/** Positions in the Military Grid Reference System: squares from a metre to ten kilometres. */

import { refuse } from "./characters.js";
import { knowsWords } from "./tokens.js";
import { bandOf, gridToDegrees } from "./utm.js";

const SHAPE = /^(?:MGRS ?:? ?)?(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]{2})((?: ?\d+){0,2})$/;
const SIZES = ["100 km", "10 km", "1 km", "100 m", "10 m", "1 m"];
const COLUMNS = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"];
const ROWS = "ABCDEFGHJKLMNPQRSTUV";
const CYCLE_M = 2e6;
// The least northing of each band, in 100 km.
const SOUTHS = {
  C: 11,
  D: 20,
  E: 28,
  F: 37,
  G: 46,
  H: 55,
  J: 64,
  K: 73,
  L: 82,
  M: 91,
  N: 0,
  P: 8,
  Q: 17,
  R: 26,
  S: 35,
  T: 44,
  U: 53,
  V: 62,
  W: 70,
  X: 79,
};

/** Tell whether a text has the shape of a grid reference. */
export function isMgrs(text) {
  const match = SHAPE.exec(text.toUpperCase());
  return match !== null && !knowsWords(match[2] + match[3]);
}

/** Return the middle of the square that a grid reference names; the form tells the square's size. */
export function readMgrs(text) {
  const [, zoneText, band, square, written] = SHAPE.exec(text.toUpperCase()) ?? refuse("no reference");
  const groups = written.trim().split(" ").filter(Boolean);
  const digits = groups.join("");
  const uneven = groups.length === 2 && groups[0].length !== groups[1].length;
  if (uneven || digits.length % 2 || !digits || digits.length > 10)
    refuse("two to ten digits, an even number");
  const zone = Number(zoneText);
  const half = 10 ** (5 - digits.length / 2) / 2;
  const [west, south] = corner(zone, band, square, digits);
  const north = band >= "N";
  const place = gridToDegrees({ zone, north, easting: west + half, northing: south + half });
  checkInside(zone, band, place, half / 90000);
  return { ...place, form: `MGRS, middle of a square of ${SIZES[digits.length / 2]}` };
}

/** Return easting and northing of a square's south-west corner. */
function corner(zone, band, square, digits) {
  const column = COLUMNS[(zone - 1) % 3]?.indexOf(square[0]) ?? -1;
  const row = ROWS.indexOf(square[1]);
  if (zone < 1 || zone > 60 || column < 0 || row < 0) refuse("no such square");
  const size = 10 ** (5 - digits.length / 2);
  const easting = (column + 1) * 1e5 + Number(digits.slice(0, digits.length / 2)) * size;
  let northing = ((row + (zone % 2 ? 0 : 15)) % 20) * 1e5;
  while (northing < SOUTHS[band] * 1e5) northing += CYCLE_M;
  return [easting, northing + Number(digits.slice(digits.length / 2)) * size];
}

/** Refuse a square whose middle lies outside the zone and band that it names. */
function checkInside(zone, band, { lat, lon }, slack) {
  const [south, north] = bandOf(band);
  const west = 6 * zone - 186;
  const uneven = (band === "V" && [31, 32].includes(zone)) || (band === "X" && zone >= 31 && zone <= 37);
  const inBand = lat >= south - slack && lat <= north + slack;
  if (uneven || !inBand || lon < west - 2 * slack || lon > west + 6 + 2 * slack) refuse("no such square");
}
