/** Which labels fit, and where: the important ones first, none over another. */

const GAP = 3;
// Where a label may stand around its point, best first: share of its width and height to shift by.
const AROUND = [
  [0.5, 0, 1, 0],
  [-0.5, 0, -1, 0],
  [0, -0.5, 0, -1],
  [0, 0.5, 0, 1],
  [0.5, -0.5, 0.8, -0.6],
  [0.5, 0.5, 0.8, 0.6],
  [-0.5, -0.5, -0.8, -0.6],
  [-0.5, 0.5, -0.8, 0.6],
];

/**
 * Return the labels that fit, each with the middle (cx, cy) of its place.
 *
 * A label has x, y, width, height, rank (low comes first), and `reach`: 0 to stand on its point, else the
 * distance at which it may stand around it. One that `must` be shown takes the place that overlaps least.
 */
export function placeLabels(labels, { width, height, taken = [] }) {
  const boxes = [...taken];
  const placed = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const options = candidates(label).map(([cx, cy, cost]) => ({ cx, cy, cost, box: boxOf(cx, cy, label) }));
    const inside = options.filter(({ box }) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height);
    let chosen = inside.find(({ box }) => !boxes.some((other) => overlap(box, other)));
    if (!chosen && label.must) chosen = least(inside.length ? inside : options, boxes);
    if (!chosen) continue;
    boxes.push(chosen.box);
    if (label.dot) boxes.push([label.x - 4, label.y - 4, label.x + 4, label.y + 4]);
    placed.push({ ...label, cx: chosen.cx, cy: chosen.cy });
  }
  return placed;
}

function candidates({ x, y, width, height, reach, spots }) {
  if (spots) return spots.map(([dx, dy]) => [x + dx, y + dy]);
  if (!reach) return [[x, y]];
  return AROUND.map(([w, h, rx, ry]) => [x + w * width + rx * reach, y + h * height + ry * reach]);
}

function boxOf(cx, cy, { width, height }) {
  return [cx - width / 2 - GAP, cy - height / 2 - GAP, cx + width / 2 + GAP, cy + height / 2 + GAP];
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function shared(a, b) {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function least(options, boxes) {
  const cost = ({ box }) => boxes.reduce((sum, other) => sum + shared(box, other), 0);
  return options.reduce((best, option) => (cost(option) < cost(best) ? option : best));
}
