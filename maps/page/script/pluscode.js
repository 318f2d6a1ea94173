/** Positions as plus codes (Open Location Code). */

import { refuse } from "./characters.js";

const LETTERS = "23456789CFGHJMPQRVWX";
const SHAPE = new RegExp(`^([${LETTERS}]{2,8}0{0,6})\\+([${LETTERS}]*)(?:[ ,].*)?$`, "i");
const SIZES = { 6: "6 km", 8: "300 m", 10: "14 m", 11: "3 m" };
const SHORTEST = 6;
const LONGEST = 15;

/** Tell whether a text has the shape of a plus code, also of a short one before a place's name. */
export function isPlusCode(text) {
  return SHAPE.test(text);
}

/** Return the middle of the area that a full plus code names; the form tells the area's size. */
export function readPlusCode(text) {
  const code = text.toUpperCase();
  const [, before, after] = SHAPE.exec(code) ?? refuse("no plus code");
  const zeros = before.length - before.replaceAll("0", "").length;
  const padded = zeros > 0 && (zeros % 2 || after);
  const odd = after.length === 1 || before.length + after.length > LONGEST;
  if (before.length !== 8 || /[ ,]/.test(code) || padded || odd) refuse("no full plus code");
  const digits = [...(before.replaceAll("0", "") + after)].map((c) => LETTERS.indexOf(c));
  if (digits.length < SHORTEST) refuse("an area too large");
  if (digits[0] * 20 >= 180 || digits[1] * 20 >= 360) refuse("no place on Earth");
  const size = SIZES[Math.min(digits.length, 11)];
  const within = digits.length > 11 ? `less than ${size}` : size;
  return { ...middle(digits), form: `plus code, middle of an area of ${within}` };
}

function middle(digits) {
  let [lat, lon, height, width] = [-90, -180, 400, 400];
  for (let at = 0; at < Math.min(digits.length, 10); at += 2) {
    height /= 20;
    width /= 20;
    lat += digits[at] * height;
    lon += digits[at + 1] * width;
  }
  for (const digit of digits.slice(10)) {
    height /= 5;
    width /= 4;
    lat += Math.floor(digit / 4) * height;
    lon += (digit % 4) * width;
  }
  return { lat: Math.min(lat + height / 2, 90), lon: lon + width / 2 };
}
