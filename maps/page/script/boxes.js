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

/** Return whether two lines meet. Called for each name, place and leader on each move: no arrays are made here. */
export function linesMeet(a, b) {
  if (apart(a, b)) return false;
  return turn(a, b[0], b[1]) * turn(a, b[2], b[3]) <= 0 && turn(b, a[0], a[1]) * turn(b, a[2], a[3]) <= 0;
}

/** Return whether a line passes through a box or ends in it. */
export function lineMeetsBox(line, box) {
  if (apart(line, box)) return false;
  if (holds(box, line[0], line[1]) || holds(box, line[2], line[3])) return true;
  const first = turn(line, box[0], box[1]) > 0;
  return (
    turn(line, box[2], box[1]) > 0 !== first ||
    turn(line, box[2], box[3]) > 0 !== first ||
    turn(line, box[0], box[3]) > 0 !== first
  );
}

/** Return whether the boxes around two lines or boxes have nothing in common. */
function apart(a, b) {
  return (
    (a[0] < b[0] && a[0] < b[2] && a[2] < b[0] && a[2] < b[2]) ||
    (a[0] > b[0] && a[0] > b[2] && a[2] > b[0] && a[2] > b[2]) ||
    (a[1] < b[1] && a[1] < b[3] && a[3] < b[1] && a[3] < b[3]) ||
    (a[1] > b[1] && a[1] > b[3] && a[3] > b[1] && a[3] > b[3])
  );
}

/** Return on which side of a line a point lies: the sign tells. */
function turn(line, x, y) {
  return Math.sign((line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]));
}
