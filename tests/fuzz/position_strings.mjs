// Random strings to the page's reader of positions: another digit in any number gives another position, or none.
//
//     node tests/fuzz/position_strings.mjs 1000000 7

import { parsePoint } from "../../maps/page/script/points.js";

const PIECES = [
  "N", "S", "E", "W", "n", "s", "e", "w", "°", "º", "'", "′", "’", '"', "″", "''", ",", ", ", ";", "; ", " ", " ",
  " ", " ", ":", "-", "+", "−", "–", ".", "/", "(", ")", "[", "]", "{", "}", "d", "m", "sN", "deg", "min", "sec",
  "lat", "lon", "lat: ", "lon: ", "Latitude ", "Longitude ", "long", "north", "east", "south", "west", "=", "x",
  "\u200e", "\u200f", "\u00a0", "،", "٫", "٣", "٦", "۷", "35", "36", "37", "08", "12", "7", "0", "59", "60", "90",
  "180", "385", "36.17", "37.14", "35,86", "36,80", ".5", "garbage", "Hama", "UTM", "zone ", "37S", "37N ", "CA",
  "332795", "4004322", "POINT(", "geo:", "8G8V549R+", "GF", "u=",
];
const ANGLES = [
  "D.F", "D,F", "D", "D M", "D°M'", "D M.F", "D°M.F'", "D M S", "D°M'S\"", "D°M'S.F\"", "D:M:S", "DdMmSs",
];

Error.stackTraceLimit = 0; // a refusal is an error: most strings are refused
const [count, seed] = process.argv.slice(2).map(Number);
let state = seed >>> 0;
/** Return a whole number under a limit, by the generator mulberry32. */
function below(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const choice = (items) => items[below(items.length)];

function randomAngle(most) {
  const parts = { D: below(most + 1), M: below(62), S: below(62), F: below(10000) };
  return choice(ANGLES).replace(/[DMSF]/g, (letter) => parts[letter]);
}

function randomString() {
  if (below(10) < 4) return Array.from({ length: 2 + below(8) }, () => choice(PIECES)).join("");
  const first = randomAngle(92) + choice(["", "N", "S", " N"]);
  const second = randomAngle(183) + choice(["", "E", "W", " E"]);
  const text = first + choice([", ", " ", "; ", ",", ""]) + second;
  if (below(10) < 3) return text;
  const at = below(text.length);
  return text.slice(0, at) + choice(PIECES) + text.slice(at + below(3));
}

let read = 0;
for (let tried = 0; tried < count; tried += 1) {
  const text = randomString();
  const found = parsePoint(text);
  if (!found) continue;
  read += 1;
  if (/[.,٫]\d{10}/.test(text)) continue; // more decimals than a float holds
  for (const { index, 0: digits } of text.matchAll(/\p{Nd}+/gu)) {
    const at = index + below(digits.length);
    const other = parsePoint(text.slice(0, at) + choice([..."0123456789"].filter((d) => d !== text[at])) + text.slice(at + 1));
    const arabic = /[^0-9]/.test(text[at]);
    if (!arabic && other && other.lat === found.lat && other.lon === found.lon && other.form === found.form)
      throw new Error(`${JSON.stringify(text)}: the digit at ${at} has no effect`);
  }
}
console.log(`${count.toLocaleString("en")} strings, ${read.toLocaleString("en")} read as positions`);
