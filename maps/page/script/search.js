/** What the search box finds. */

import { fold, sound } from "./fold.js";
import { parsePoint } from "./points.js";

const ORDER = ["zone", "nationality", "governorate", "district", "sub-district", "place"];
const LIMIT = 12;

/** Build the index. Each entry: kind, id, the names to show and all the words it answers to. */
export function createSearch(entries) {
  const index = entries.map((entry) => ({
    ...entry,
    keys: [...new Set(entry.words.filter(Boolean).map(fold))],
    sounds: [...new Set(entry.words.filter(Boolean).map(sound))].filter((key) => key.length > 1),
  }));

  /** Return the best entries for what somebody typed, a coordinate first if it is one. */
  return function search(typed) {
    const point = parsePoint(typed);
    const found = point ? [{ kind: "point", id: `${point.lat},${point.lon}`, point }] : [];
    const key = fold(typed);
    if (!key) return found;
    const loose = sound(typed);
    const ranked = [];
    for (const entry of index) {
      const rank = rankOf(entry, key, loose);
      if (rank < 9) ranked.push([rank, ORDER.indexOf(entry.kind), entry.rank ?? 0, entry]);
    }
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return [...found, ...ranked.map((row) => row[3])].slice(0, LIMIT);
  };
}

function rankOf(entry, key, loose) {
  let best = 9;
  for (const word of entry.keys) {
    if (word === key) return 0;
    if (word.startsWith(key)) best = Math.min(best, 1);
    else if (word.includes(` ${key}`)) best = Math.min(best, 3);
    else if (key.length > 2 && word.includes(key)) best = Math.min(best, 5);
  }
  if (loose.length > 1)
    for (const word of entry.sounds) {
      if (word === loose) best = Math.min(best, 2);
      else if (loose.length > 2 && word.startsWith(loose)) best = Math.min(best, 4);
    }
  return best;
}
