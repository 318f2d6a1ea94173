/** Two coordinates in one text: where the first ends, and which is the latitude. */

import { axisOf, degreesOf, readAngle } from "./angle.js";
import { refuse } from "./characters.js";
import { tokensOf } from "./tokens.js";

const FORMS = ["decimal degrees", "degrees and minutes", "degrees, minutes and seconds"];
const OTHER = { lat: "lon", lon: "lat" };
const NAMES = ["side", "s", "axis"];

/** Return the position that a latitude and a longitude make; refuse what can be read in two ways. */
export function readPair(text) {
  const [first, second] = split(tokensOf(text));
  const own = axisOf(first);
  const other = axisOf(second);
  if (own && own === other) refuse("two values of one axis");
  const axis = own ?? OTHER[other] ?? "lat";
  const found = { [axis]: degreesOf(first, axis), [OTHER[axis]]: degreesOf(second, OTHER[axis]) };
  const commas = first.commas || second.commas ? " with decimal commas" : "";
  const form = FORMS[Math.max(first.numbers.length, second.numbers.length) - 1] + commas;
  return { lat: found.lat, lon: found.lon, form: form + (axis === "lon" ? ", longitude first" : "") };
}

function split(found) {
  const commas = found.flatMap((token, at) => (token.kind === "comma" ? [at] : []));
  if (commas.length > 1) refuse("more than two values");
  if (commas.length) {
    const pair = [readAngle(found.slice(0, commas[0])), readAngle(found.slice(commas[0] + 1))];
    return even(...pair) ? pair : refuse("values that cannot be told apart");
  }
  const pairs = ways(found);
  return pairs.length === 1 ? pairs[0] : refuse("values that cannot be told apart");
}

/** Return the pairs that tokens make without a comma between them. */
function ways(found) {
  const whole = attempt(() => readAngle(found));
  if (whole && !whole.bare) return [];
  const pairs = [];
  for (let cut = 1; cut < found.length; cut += 1) {
    if (torn(found, cut)) continue;
    const pair = attempt(() => [readAngle(found.slice(0, cut)), readAngle(found.slice(cut))]);
    if (pair && even(...pair) && ends(...pair)) pairs.push(pair);
  }
  return pairs;
}

function attempt(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Tell whether a cut parts a letter from the number it touches and gives it to one that it does not. */
function torn(found, cut) {
  const [left, right] = [found[cut - 1], found[cut]];
  if (left.end !== right.start) return false;
  const after = found[cut + 1]?.start ?? -1;
  const before = found[cut - 2]?.end ?? -1;
  const loose = NAMES.includes(right.kind) && after !== right.end;
  return loose || (NAMES.includes(left.kind) && before !== left.start);
}

/** Tell whether both have as many numbers, where the order of bare numbers must tell what they are. */
function even(first, second) {
  const bare = [first, second].filter((angle) => angle.bare);
  if (first.numbers.length === second.numbers.length || !bare.length) return true;
  return bare.length === 1 && bare[0].numbers.length === 1 && bare[0].axes.length > 0;
}

/** Tell whether the first coordinate shows where it ends, with nothing written between the two. */
function ends(first, second) {
  const told = !first.bare || !second.bare || first.axes.length || second.axes.length || second.sign;
  return told || first.numbers.length === 1 || first.numbers.at(-1).includes(".");
}
