/** Marks put into rows: each at its time, none over another or over another's words; as in maps/figure/packing.py. */

const NEAR = 1e-9;

/**
 * Return a place {left, row, side} for each item {left, width, words}, in the lowest row that has room.
 *
 * `left` and `width` are the stretch of its day, `words` the length of what stands beside the mark. A mark begins
 * where its day does, or stands on the middle of a day that is narrower. `side` is null where words have no room.
 */
export function pack(items, { mark, gap, right }) {
  const ends = [];
  return items.map((item) => {
    const stretch = stretchOf(item, mark);
    for (let row = 0; ; row += 1) {
      const place = placeIn(item, stretch, ends[row], { mark, right });
      if (!place) continue;
      ends[row] = place.left + mark + (place.side === "after" ? item.words : 0) + gap;
      return { ...place, row };
    }
  });
}

/** Return the first and the last place of a mark on its day. */
function stretchOf({ left, width, words }, mark) {
  if (width < mark) return { first: left + (width - mark) / 2, last: left + (width - mark) / 2 };
  return { first: left, last: left + width - mark - (mark + words <= width ? words : 0) };
}

/** Return a mark's place in a row that is taken up to `end`, null if it has none; a new row has one always. */
function placeIn(item, { first, last }, end, { mark, right }) {
  const left = Math.max(first, end ?? first);
  if (left > last + NEAR) return null;
  const side = sideOf(item, left, end ?? 0, mark, right);
  return item.words && !side && end !== undefined ? null : { left, side };
}

function sideOf({ words }, left, free, mark, right) {
  if (!words) return null;
  if (left + mark + words <= right + NEAR) return "after";
  return left - words >= free - NEAR ? "before" : null;
}
