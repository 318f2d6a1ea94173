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
 * distance at which it may stand around it. One that `must` be shown takes the place that hides least of
 * other labels and of the `soft` boxes ({box, of}); a `shy` one keeps out of those too. `allowed` may
 * refuse a middle.
 */
export function placeLabels(labels, { width, height, taken = [], soft = [] }) {
  const boxes = [...taken];
  const placed = [];
  const shapes = soft.map((each) => each.box);
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const gap = label.gap ?? GAP;
    const options = candidates(label).map(([cx, cy, far = 0]) => ({
      on: cx === label.x && cy === label.y,
      cx,
      cy,
      far,
      box: boxOf(cx, cy, label, gap),
    }));
    const inside = options.filter(
      ({ box }) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height,
    );
    const chosen = label.must
      ? cheapest(inside.length ? inside : options, boxes, soft, label.of)
      : inside.find(
          ({ cx, cy, box }) =>
            (!label.allowed || label.allowed(cx, cy)) &&
            !(label.shy ? [...boxes, ...shapes] : boxes).some((other) => overlap(box, other)),
        );
    if (!chosen) continue;
    boxes.push(chosen.box);
    if (label.dot) boxes.push([label.x - 4, label.y - 4, label.x + 4, label.y + 4]);
    placed.push({ ...label, cx: chosen.cx, cy: chosen.cy });
  }
  return placed;
}

/**
 * Return shifts for a large label: on its point if it is much smaller than what it names, else around it.
 *
 * `reach` is how far what it names extends from the point, in px: west, north, east and south.
 */
export function spotsAround({ width, height }, [west, north, east, south]) {
  const spots = width * 2.2 < west + east && height * 2.2 < north + south ? [[0, 0, 0]] : [];
  for (const far of [-18, 10, 26, 46, 72]) {
    const right = east + width / 2 + far;
    const left = -west - width / 2 - far;
    const up = -north - height / 2 - far;
    const down = south + height / 2 + far;
    const slanted = [right, left].flatMap((dx) => [up, down].map((dy) => [dx * 0.8, dy * 0.8, far + 8]));
    spots.push([right, 0, far], [left, 0, far], [0, up, far + 4], [0, down, far + 4], ...slanted);
  }
  return spots;
}

function candidates({ x, y, width, height, reach, spots, centred }) {
  if (spots) return spots.map(([dx, dy, far]) => [x + dx, y + dy, far]);
  if (!reach) return [[x, y]];
  const around = AROUND.map(([w, h, rx, ry]) => [x + w * width + rx * reach, y + h * height + ry * reach]);
  return centred ? [[x, y], ...around] : around;
}

function boxOf(cx, cy, { width, height }, gap) {
  return [cx - width / 2 - gap, cy - height / 2 - gap, cx + width / 2 + gap, cy + height / 2 + gap];
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function shared(a, b) {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/**
 * Return the place that hides least: other labels count most, then what `soft` holds, then distance.
 *
 * On its own point a label may hide what it is the name `of`.
 */
function cheapest(options, boxes, soft, of) {
  const foreign = soft.filter((each) => each.of !== of).map((each) => each.box);
  const shapes = soft.map((each) => each.box);
  const sum = (box, hidden) => hidden.reduce((total, other) => total + shared(box, other), 0);
  const cost = ({ box, far, on }) =>
    20 * sum(box, boxes) + sum(box, on ? foreign : shapes) + 9 * Math.max(far, 0);
  return options
    .map((option) => [cost(option), option])
    .reduce((best, each) => (each[0] < best[0] ? each : best))[1];
}
