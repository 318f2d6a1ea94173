/** One coordinate: degrees, minutes and seconds, with a sign, a side or the name of its axis. */

import { refuse } from "./characters.js";

const AXES = { N: "lat", S: "lat", E: "lon", W: "lon", lat: "lat", lon: "lon" };
const LIMITS = { lat: 90, lon: 180 };

/** Return the one coordinate that tokens make, its size not yet checked; refuse if anything is left over. */
export function readAngle(tokens) {
  const rest = [...tokens];
  const names = takeNames(rest);
  const sign = rest[0]?.kind === "sign" ? rest.shift().value : "";
  const { numbers, marks } = takeNumbers(rest);
  names.push(...takeNames(rest));
  if (rest.length) refuse(`${rest[0].text} is left over`);
  const sides = names.filter((name) => name.length === 1);
  if (sides.length > 1 || names.length - sides.length > 1) refuse("two names at one value");
  return {
    numbers: numbers.map((token) => token.value),
    sign,
    side: sides[0] ?? null,
    axes: [...new Set(names.map((name) => AXES[name]))],
    bare: marks.length === 0 && sides.length === 0,
    commas: numbers.some((token) => token.text.includes(",")),
  };
}

/** Return the axis that a coordinate names, or null. */
export function axisOf({ axes }) {
  if (axes.length > 1) refuse("a latitude and a longitude");
  return axes[0] ?? null;
}

/** Return a coordinate's degrees; refuse minutes and seconds over 60 and what lies beyond the Earth. */
export function degreesOf({ numbers, sign, side }, axis) {
  const [whole, minutes = 0, seconds = 0] = numbers.map(Number);
  if (minutes >= 60 || seconds >= 60) refuse("minutes and seconds go up to 60");
  const negative = side === "S" || side === "W";
  if (side && (sign === "-" || (sign && negative))) refuse("sign and letter contradict each other");
  const size = whole + minutes / 60 + seconds / 3600;
  if (size > LIMITS[axis]) refuse(`beyond ${LIMITS[axis]}`);
  return (sign === "-" || negative) && size ? -size : size;
}

function takeNames(rest) {
  const names = [];
  while (["side", "s", "axis"].includes(rest[0]?.kind)) names.push(rest.shift().value);
  return names;
}

function takeNumbers(rest) {
  const numbers = [];
  const marks = [];
  while (rest[0]?.kind === "number" && numbers.length < 3) {
    if (numbers.at(-1)?.value.includes(".")) refuse(`${rest[0].text} is left over`);
    numbers.push(rest.shift());
    if (isUnit(rest, numbers, marks)) {
      const mark = rest.shift();
      checkUnit(mark, numbers, rest);
      marks.push(mark);
    }
  }
  if (!numbers.length) refuse("a number is missing");
  return { numbers, marks };
}

/** Tell whether the next token is a unit; the letter s may be seconds, south, or not to be told. */
function isUnit(rest, numbers, marks) {
  if (rest[0]?.kind !== "s") return rest[0]?.kind === "unit";
  if (["side", "s"].includes(rest[1]?.kind)) return true;
  const lower = (text) => text === text.toLowerCase();
  const written = marks.findLast((mark) => /^\p{L}+$/u.test(mark.text));
  if (written) {
    const differs = written.text.length === 1 && lower(written.text) !== lower(rest[0].text);
    if (differs) refuse("seconds or south");
    return numbers.length === 3;
  }
  if (marks.length && numbers.length === 3 && rest[0].text === "s") refuse("seconds or south");
  return false;
}

function checkUnit(mark, numbers, rest) {
  const place = numbers.length - 1;
  const unit = mark.kind === "s" ? "s" : mark.value;
  if (unit === ":") {
    const tight = rest[0]?.kind === "number" && rest[0].start === mark.end;
    if (place > 1 || !tight || numbers[place].end !== mark.start) refuse("a colon without what follows");
  } else if (unit !== "dms"[place]) refuse(`${mark.text} out of order`);
}
