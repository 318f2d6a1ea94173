/** What the search box finds. */

import { visible } from "./characters.js";
import { fold, sound } from "./fold.js";
import { splitPlace } from "./placequery.js";
import { looksLikePosition, parsePoint } from "./points.js";

const ORDER = ["zone", "nationality", "own", "governorate", "district", "sub-district", "place"];
const UNITS = ["governorate", "district", "sub-district"];
const SMALL = ["sub-district", "place"];
const LIMIT = 12;
const SAME = 0;
const SAME_SOUND = 2;
const NO_RANK = 9;

/**
 * Build the index. Each entry: kind, id, the names to show, all the words it answers to, and for places and units
 * `unit`, which returns the P-code of the unit or of the sub-district around the place. One with `there` is found
 * only when that says so.
 */
export function createSearch(entries) {
  const index = entries.map((entry) => ({
    ...entry,
    keys: [...new Set(entry.words.filter(Boolean).map(fold))],
    sounds: [...new Set(entry.words.filter(Boolean).map(sound))].filter((key) => key.length > 1),
  }));

  /**
   * Return what somebody may have meant: the `results`, best first; whether `several` places have that very name;
   * whether it was `refused` as a position that can't be read for sure.
   */
  return function search(typed) {
    const point = parsePoint(typed);
    if (point) return { results: [entryOf(point)], several: false, refused: false };
    const text = visible(typed);
    const ranked = matches(text);
    const found = ranked.length ? ranked : inside(splitPlace(text));
    return {
      results: found.slice(0, LIMIT).map((row) => row.entry),
      several: isSeveral(found),
      refused: !found.length && looksLikePosition(typed),
    };
  };

  /** Return the entries that a name may mean, with their ranks, best first. */
  function matches(name) {
    const key = fold(name);
    if (!key) return [];
    const loose = sound(name);
    const ranked = [];
    for (const entry of index) {
      if (entry.there && !entry.there()) continue;
      const rank = rankOf(entry, key, loose);
      if (rank < NO_RANK) ranked.push({ rank, entry });
    }
    const order = ({ rank, entry }) => [rank, ORDER.indexOf(entry.kind), entry.rank ?? 0];
    return ranked
      .map((row) => [order(row), row])
      .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
      .map(([, row]) => row);
  }

  /** Return what a name means of one kind, or inside larger places: "Suran, Hama", "Idlib governorate". */
  function inside({ name, kind, within }) {
    if (!kind && !within.length) return [];
    return within.reduce(
      (found, larger) => {
        const around = matches(larger)
          .filter(({ rank, entry }) => isExact(rank) && UNITS.includes(entry.kind))
          .map(({ entry }) => entry.unit());
        return found.filter(({ entry }) => around.some((code) => entry.unit?.()?.startsWith(code)));
      },
      matches(name).filter(({ entry }) => !kind || entry.kind === kind),
    );
  }
}

function entryOf(point) {
  const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
  const [lat, lon] = [round(point.lat), round(point.lon)];
  return { kind: "point", id: `${lat},${lon}`, point: { lat, lon }, form: point.form };
}

function isExact(rank) {
  return rank === SAME || rank === SAME_SOUND;
}

/** Tell whether several places have the very name: other than a town and the sub-district around it. */
function isSeveral(found) {
  if (!found.length || !isExact(found[0].rank)) return false;
  const same = found.filter(({ rank }) => rank === found[0].rank).map(({ entry }) => entry);
  if (same.length < 2) return false;
  const codes = new Set(same.map((entry) => (SMALL.includes(entry.kind) ? entry.unit() : entry.id)));
  return codes.size > 1;
}

function rankOf(entry, key, loose) {
  let best = NO_RANK;
  for (const word of entry.keys) {
    if (word === key) return SAME;
    if (word.startsWith(key)) best = Math.min(best, 1);
    else if (word.includes(` ${key}`)) best = Math.min(best, 3);
    else if (key.length > 2 && word.includes(key)) best = Math.min(best, 5);
  }
  if (loose.length > 1)
    for (const word of entry.sounds) {
      if (word === loose) best = Math.min(best, SAME_SOUND);
      else if (loose.length > 2 && word.startsWith(loose)) best = Math.min(best, 4);
    }
  return best;
}
