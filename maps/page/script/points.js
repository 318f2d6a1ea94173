/** Text to a position, in any of the forms that people paste; what is not wholly understood is refused. */

import { plainPosition } from "./characters.js";
import { isLink, readLink } from "./maplink.js";
import { isMgrs, readMgrs } from "./mgrs.js";
import { isNotation, readNotation } from "./notation.js";
import { readPair } from "./pair.js";
import { isPlusCode, readPlusCode } from "./pluscode.js";
import { knowsWords } from "./tokens.js";
import { isUtm, readUtm } from "./utm.js";

const LONGEST = 2000;
const READERS = [
  [isLink, readLink],
  [isNotation, readNotation],
  [isPlusCode, readPlusCode],
  [isMgrs, readMgrs],
  [isUtm, readUtm],
];

/** Return {lat, lon, form}, or null if the text is no position on Earth for sure, as `zonemap lookup` reads it. */
export function parsePoint(text) {
  if (text.length > LONGEST) return null;
  try {
    const clean = plainPosition(text);
    if (!/\d/.test(clean)) return null;
    const [, read] = READERS.find(([isOne]) => isOne(clean)) ?? [null, readPair];
    const found = read(clean);
    return Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180 ? found : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Tell whether a text is meant as a position, right or wrong, and not as a name with digits. */
export function looksLikePosition(text) {
  let clean;
  try {
    clean = plainPosition(text);
  } catch {
    return true;
  }
  const numbers = clean.match(/\d+/g)?.length ?? 0;
  if (!numbers) return isLink(clean);
  return READERS.some(([isOne]) => isOne(clean)) || numbers > 1 || knowsWords(clean);
}
