/** Boxes [left, top, right, bottom] and lines [x1, y1, x2, y2] on the screen, in px. */

/** Return whether two boxes share any of their inside. */
export function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Return the area that two boxes share, in px². */
export function shared(a, b) {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** Return whether a box holds a point. */
export function holds(box, x, y) {
  return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];
}

/** Return whether two lines meet. */
export function linesMeet([ax, ay, bx, by], [cx, cy, dx, dy]) {
  const side = (px, py, qx, qy, rx, ry) => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0 &&
    overlap(around([ax, ay, bx, by]), around([cx, cy, dx, dy]))
  );
}

/** Return whether a line passes through a box or ends in it. */
export function lineMeetsBox(line, box) {
  const [x1, y1, x2, y2] = line;
  const [left, top, right, bottom] = box;
  if (!overlap(around(line), box)) return false;
  if (holds(box, x1, y1) || holds(box, x2, y2)) return true;
  return linesMeet(line, [left, top, right, bottom]) || linesMeet(line, [left, bottom, right, top]);
}

/** Return the box of a line, a little widened: a level or upright one has none of its own. */
function around([x1, y1, x2, y2]) {
  return [Math.min(x1, x2) - 0.5, Math.min(y1, y2) - 0.5, Math.max(x1, x2) + 0.5, Math.max(y1, y2) + 0.5];
}
