/** Names as people type them: without diacritics, in any of the usual spellings. */

import { plainDigits, visible } from "./characters.js";

const ARABIC = [
  [/[\u064b-\u065f\u0670\u0640]/g, ""],
  [/[أإآٱ]/g, "ا"],
  [/[ىیې]/g, "ي"],
  [/[کڪ]/g, "ك"],
  [/[ھہە]/g, "ه"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ة/g, "ه"],
];
const ARTICLE = /(^|\s)(al|ar|as|ash|at|ad|az|an|el|es)\s(?=\S)/g;

/** Return a name folded for comparison: lower case, no accents, no apostrophes, hyphens as spaces. */
export function fold(name) {
  let text = plainDigits(visible(name))
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  text = text.replace(/ı/g, "i").replace(/[‘’'ʿʾ`´ʻʼ]/g, "");
  for (const [from, to] of ARABIC) text = text.replace(from, to);
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Return a looser key, the same for Idlib and Idleb, Deraa and Dar'a, ar-Rastan and Rastan. */
export function sound(name) {
  return fold(name)
    .replace(ARTICLE, "$1")
    .replace(/(^|\s)ال(?=\S{2})/g, "$1")
    .replace(/q/g, "k")
    .replace(/[eiy]+/g, "i")
    .replace(/[ouw]+/g, "u")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=\S)[aiu]+/g, "")
    .replace(/(?<=\S)h(?=\s|$)/g, "");
}
