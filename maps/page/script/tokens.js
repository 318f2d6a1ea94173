/** The parts of a written coordinate: numbers, units, sides, names of axes, signs and what parts two values. */

import { refuse } from "./characters.js";

const MARKS = { "°": "d", "'": "m", '"': "s", ":": ":" };
const WORDS = new Map();
const KINDS = {
  unit: {
    d: ["d", "deg", "degs", "degree", "degrees"],
    m: ["m", "min", "mins", "minute", "minutes"],
    s: ["sec", "secs", "second", "seconds"],
  },
  s: { S: ["s"] },
  side: { N: ["n", "north"], E: ["e", "east"], W: ["w", "west"], S: ["south"] },
  axis: { lat: ["lat", "latitude"], lon: ["lon", "lng", "long", "longitude"] },
};
for (const [kind, values] of Object.entries(KINDS))
  for (const [value, words] of Object.entries(values))
    for (const word of words) WORDS.set(word, { kind, value });
const QUOTED_AXIS = /(["'])(latitude|lat|longitude|long|lon|lng)\1/gi;
const NUMBER = /\d+(?:\.\d+)?/y;
const WORD = /\p{L}+/uy;
const NAMED = / ?[:=]|\.(?!\d)/y;
const BRACKETS = { "(": ")", "[": "]", "{": "}" };

/** Return the parts of a written coordinate or pair; refuse what is none of them. */
export function tokensOf(written) {
  const text = withoutBrackets(written).replace(QUOTED_AXIS, "$2");
  const found = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") {
      at += 1;
      continue;
    }
    const fresh = numberAt(text, at) ?? wordAt(text, at) ?? [markAt(text, at, found)];
    found.push(...fresh);
    const last = fresh.at(-1);
    at = last.end;
    if (["axis", "side", "s"].includes(last.kind)) at += matchAt(NAMED, text, at)?.length ?? 0;
  }
  const numbers = found.filter((token) => token.kind === "number").map((token) => token.text);
  if (/\./.test(numbers.join("")) && /,/.test(numbers.join(""))) refuse("decimal commas and points");
  return found;
}

/** Tell whether a text has no other words than those that coordinates are written with. */
export function knowsWords(text) {
  return [...text.matchAll(/\p{L}+/gu)].every((found) => wordAt(text, found.index));
}

function withoutBrackets(text) {
  let inner = text;
  while (inner.length > 1 && BRACKETS[inner[0]] === inner.at(-1)) inner = inner.slice(1, -1).trim();
  return inner;
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Return a number; a comma between the digits of two whole numbers is a decimal comma. */
function numberAt(text, at) {
  const whole = matchAt(NUMBER, text, at);
  if (whole === null) return null;
  const end = at + whole.length;
  const rest = text[end] === "," ? matchAt(NUMBER, text, end + 1) : null;
  if (rest === null || (whole + rest).includes("."))
    return [{ kind: "number", value: whole, text: whole, start: at, end }];
  const last = end + 1 + rest.length;
  if (/^,\d/.test(text.slice(last))) refuse("commas in two ways");
  const both = text.slice(at, last);
  return [{ kind: "number", value: both.replace(",", "."), text: both, start: at, end: last }];
}

/** Return a word, or a unit's letter and a side's that stand together ("sN"); null if it is unknown. */
function wordAt(text, at) {
  const word = matchAt(WORD, text, at);
  if (word === null) return null;
  const one = knownWord(word, at);
  if (one) return [one];
  if (word.length !== 2) return null;
  const [unit, side] = [knownWord(word[0], at), knownWord(word[1], at + 1)];
  const both = unit && side && ["unit", "s"].includes(unit.kind) && ["side", "s"].includes(side.kind);
  return both ? [unit, side] : null;
}

function knownWord(word, at) {
  const known = WORDS.get(word.toLowerCase());
  return known ? { ...known, text: word, start: at, end: at + word.length } : null;
}

function markAt(text, at, before) {
  const mark = text[at];
  const token = (kind, value) => ({ kind, value, text: mark, start: at, end: at + 1 });
  if (MARKS[mark]) return token("unit", MARKS[mark]);
  if (mark === "," || mark === ";") return token("comma", mark);
  const last = before.at(-1);
  const free = !last || last.end < at || ["comma", "axis"].includes(last.kind);
  if ((mark === "+" || mark === "-") && free && /\d/.test(text[at + 1] ?? "")) return token("sign", mark);
  return refuse(`${mark} is no part of a position`);
}
