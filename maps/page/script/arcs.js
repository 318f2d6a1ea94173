/** Reads what maps/arcs.py writes: lines of whole micro-degrees. */

const SCALE = 1e6;

/** Return the lines in a base64 text, each a flat array x0, y0, x1, y1 ... of micro-degrees. */
export function decodeLines(text) {
  const bytes = atob(text);
  const lines = [];
  let at = 0;
  let startX = 0;
  let startY = 0;
  const take = () => {
    let number = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes.charCodeAt(at++);
      number += (byte & 0x7f) * factor;
      if (byte < 0x80) return number;
      factor *= 128;
    }
  };
  const step = () => {
    const number = take();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  };
  while (at < bytes.length) {
    const line = new Array(take() * 2);
    let x = startX;
    let y = startY;
    for (let i = 0; i < line.length; i += 2) {
      line[i] = x += step();
      line[i + 1] = y += step();
    }
    [startX, startY] = line;
    lines.push(line);
  }
  return lines;
}

/** Return the same numbers in degrees: a division of whole numbers, so the nearest double to the decimal. */
export function inDegrees(line) {
  return Float64Array.from(line, (value) => value / SCALE);
}

/** Return a closed ring made of a chain of arcs; ~n is arc n walked backwards. */
export function joinArcs(chain, arcs) {
  const ring = [];
  for (const ref of chain) {
    const arc = ref < 0 ? arcs[~ref] : arcs[ref];
    const last = arc.length / 2 - 1;
    for (let i = ring.length ? 1 : 0; i <= last; i++) {
      const k = 2 * (ref < 0 ? last - i : i);
      ring.push(arc[k], arc[k + 1]);
    }
  }
  return Float64Array.from(ring);
}

/** Return west, south, east, north of some rings. */
export function boundsOf(rings) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  return box;
}

/** Return a ring or line as Leaflet wants it: latitude first. */
export function latLngs(line) {
  const out = [];
  for (let i = 0; i < line.length; i += 2) out.push([line[i + 1], line[i]]);
  return out;
}
