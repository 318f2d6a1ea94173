/** Is a point in a polygon? Decided exactly, as GEOS does for Python. */

// Beyond this share of the products' size, rounding can't have turned the sign (Shewchuk 1997).
const CERTAIN = 3.3306690738754716e-16;

/** Return 1 if a, b, c turn left, -1 if right, 0 if they lie on one line: exact for all doubles. */
export function orientation(ax, ay, bx, by, cx, cy) {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  if (Math.abs(det) > CERTAIN * (Math.abs(left) + Math.abs(right))) return Math.sign(det);
  const [AX, AY, BX, BY, CX, CY] = integers([ax, ay, bx, by, cx, cy]);
  const exact = (AX - CX) * (BY - CY) - (AY - CY) * (BX - CX);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** Return whether rings (even-odd, as of a valid polygon) cover a point, their border included. */
export function covers(rings, x, y) {
  let inside = false;
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const met = meets(ring[i], ring[i + 1], ring[i + 2], ring[i + 3], x, y);
      if (met === ON) return true;
      if (met === CROSSED) inside = !inside;
    }
  return inside;
}

const CROSSED = 1;
const ON = 2;

/** Return whether a ray from a point to the east crosses a segment, or the point lies on it. */
function meets(x1, y1, x2, y2, x, y) {
  if (x1 < x && x2 < x) return 0;
  if (x2 === x && y2 === y) return ON;
  if (y1 === y && y2 === y) return Math.min(x1, x2) <= x && x <= Math.max(x1, x2) ? ON : 0;
  if (y1 > y === y2 > y) return 0;
  const side = orientation(x1, y1, x2, y2, x, y) * (y2 < y1 ? -1 : 1);
  if (side === 0) return ON;
  return side > 0 ? CROSSED : 0;
}

/** Return doubles as whole numbers of one common, small enough unit. */
function integers(values) {
  const parts = values.map(parse);
  const least = Math.min(...parts.map((part) => part.exponent));
  return parts.map((part) => part.mantissa << BigInt(part.exponent - least));
}

function parse(value) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased ? fraction | 0x10000000000000n : fraction;
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: biased || 1 };
}
