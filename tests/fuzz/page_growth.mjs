// What the page does with text from outside, at three lengths: milliseconds of processor time, least of several tries.
//
//     node tests/fuzz/page_growth.mjs 10000

import { reviewToml } from "../../maps/page/review/toml.js";
import { visible } from "../../maps/page/script/characters.js";
import { toCsv } from "../../maps/page/script/files.js";
import { fold, sound } from "../../maps/page/script/fold.js";
import { fromHash } from "../../maps/page/script/permalink.js";
import { splitPlace } from "../../maps/page/script/placequery.js";
import { looksLikePosition, parsePoint } from "../../maps/page/script/points.js";

Error.stackTraceLimit = 0; // a refusal is an error: most strings are refused
const KNOWN = { layers: [], languages: ["en"], themes: [], selections: () => true };
const READERS = {
  square: (text) => /^(.+?)\s+z$/.test(text.slice(0, text.length / 4)), // it must be noticed
  splitPlace,
  parsePoint,
  looksLikePosition,
  fold,
  sound,
  visible,
  toCsv: (text) => toCsv([{ a: text }]),
  fromHash: (text) => fromHash(`#map=${text}&show=${text}&on=${text}`, KNOWN),
  reviewToml: (text) => reviewToml([{ kind: "note", text }]),
};
const BEFORE = ["", "x", "the ", "#map=", ";"];
const REPEATED = [
  " ", "\t", "\n", ",", ";", "'", '"', "=", "\\", "0", "1 ", "a", "a ", "of ", " de-escalation", "\u200f", "\u0661",
  "\u0627", "{a}", "/", "%",
];
const AFTER = ["", "y", "\u0000"];
const TRIES = 4;
const FEW = 20; // milliseconds: what takes less is a matter of noise, and a square would soon leave it

function spent(read, text) {
  const before = process.cpuUsage();
  try {
    read(text);
  } catch {
    // refused, in whatever time that took
  }
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function growth(read, make, size) {
  const texts = [make(size), make(2 * size), make(4 * size)];
  let least = texts.map(() => Number.POSITIVE_INFINITY);
  for (let tries = 0; tries < TRIES; tries += 1) {
    least = texts.map((text, index) => Math.min(least[index], spent(read, text)));
    if (least[2] <= FEW) break;
  }
  return least;
}

const size = Number(process.argv[2]);
const found = [];
for (const [name, read] of Object.entries(READERS)) {
  for (const before of BEFORE) {
    for (const repeated of REPEATED) {
      for (const after of AFTER) {
        const make = (n) => before + repeated.repeat(n / repeated.length) + after;
        found.push({ name, text: make(24), spent: growth(read, make, size) });
      }
    }
  }
}
process.stdout.write(JSON.stringify(found));
