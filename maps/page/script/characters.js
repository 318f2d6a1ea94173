/** Characters as people paste them, brought to the few that positions and names are read with. */

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
const HIDDEN_BETWEEN = /\p{Nd}[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+\p{Nd}/u;
const SAME = [
  ["'", "‘’‛′ʹʻʼʽˈ`´＇"],
  ['"', "“”„‟″ʺ〃＂"],
  ["°", "º˚⁰∘"],
  ["-", "‐‑‒–—―−﹣－"],
  [".", "٫．"],
  [";", "،؛；"],
  [",", "，"],
  [":", "："],
  ["+", "＋"],
];
const KNOWN = new Map(SAME.flatMap(([to, all]) => [...all].map((from) => [from, to])));
const DIGIT = /\p{Nd}/u;

/** Stop reading: the text is no position, or not for sure. */
export function refuse(why) {
  throw new RangeError(why);
}

/** Return a text without the marks that nobody sees, and without blanks at its ends. */
export function visible(text) {
  return text.replace(INVISIBLE, "").trim();
}

/** Return a text with the digits of any script as 0 to 9. */
export function plainDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    let first = code;
    while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((code - first) % 10);
  });
}

/** Return a position with plain digits, primes, degree signs, dashes and blanks. */
export function plainPosition(text) {
  if (HIDDEN_BETWEEN.test(text)) refuse("a mark that nobody sees between two digits");
  const known = [...plainDigits(visible(text))].map((each) => KNOWN.get(each) ?? each).join("");
  return known.replaceAll("''", '"').replace(/\s+/g, " ").trim();
}
