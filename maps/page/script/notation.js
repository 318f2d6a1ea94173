/** Positions in the notations of programs: WKT, GeoJSON, geo: addresses. Each states its own order. */

import { refuse } from "./characters.js";

const DEGREES = "([+-]?\\d+(?:\\.\\d+)?)";
const WKT = new RegExp(`^(?:SRID ?= ?4326 ?; ?)?POINT ?\\( ?${DEGREES} ${DEGREES} ?\\)$`, "i");
const GEOJSON = new RegExp(
  `^\\{ ?"type" ?: ?"Point" ?, ?"coordinates" ?: ?\\[ ?${DEGREES} ?, ?${DEGREES} ?\\] ?\\}$`,
);
const GEO = new RegExp(
  `^geo:${DEGREES},${DEGREES}(?:,${DEGREES})?(?:;crs=wgs84)?(?:;u=(\\d+(?:\\.\\d+)?))?(?:\\?z=\\d+(?:\\.\\d+)?)?$`,
  "i",
);
const ANDROID = new RegExp(
  `^geo:0,0\\?q=${DEGREES},${DEGREES}(?:\\([^()]*\\))?(?:&z=\\d+(?:\\.\\d+)?)?$`,
  "i",
);
const STARTS = /^(?:SRID ?=|POINT|geo:|\{ ?"type")/i;

/** Tell whether a text begins like one of these notations. */
export function isNotation(text) {
  return STARTS.test(text) && /\d/.test(text);
}

/** Return the position that a WKT point, a GeoJSON point or a geo: address gives. */
export function readNotation(text) {
  const turned = WKT.exec(text) ?? GEOJSON.exec(text);
  if (turned) {
    const name = WKT.test(text) ? "WKT" : "GeoJSON";
    return { lat: Number(turned[2]), lon: Number(turned[1]), form: `${name} point, longitude first` };
  }
  const marked = ANDROID.exec(text);
  if (marked)
    return { lat: Number(marked[1]), lon: Number(marked[2]), form: "geo: address, its marked place" };
  const [, lat, lon, height, within] = GEO.exec(text) ?? refuse("none of the notations");
  const uncertain = within ? `, uncertain by ${within} m` : "";
  const high = height ? `, its height of ${height} m plays no part` : "";
  return { lat: Number(lat), lon: Number(lon), form: `geo: address${uncertain}${high}` };
}
