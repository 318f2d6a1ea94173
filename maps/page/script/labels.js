/** Which labels fit, and where: the important ones first, none over another, their leaders clear of both. */

import { lineMeetsBox, linesMeet, overlap, shared } from "./boxes.js";

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
 * distance at which it may stand around it. `spots` are shifts to choose from by what they hide: of the
 * `soft` boxes ({box, of}), and how far off they are; such a label is tied to its point by a `leader`. A
 * `shy` label keeps out of the soft boxes too. `allowed` may refuse a middle.
 *
 * A label may have `forms` to try in turn, each with what differs (another point, or a size that is `small`).
 * Where large forms crowd others out, all such labels but the `firm` are placed small at first, and then grow
 * in turn where there is room. One that `must` be shown and fits nowhere takes the place that hides least; others are left
 * out.
 */
export function placeLabels(labels, { width, height, taken = [], soft = [] }) {
  const inside = ({ box }) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
  const frame = { inside, taken, soft };
  const ordered = [...labels].sort((a, b) => a.rank - b.rank);
  const [tied, others] = [ordered.filter((label) => label.forms), ordered.filter((label) => !label.forms)];
  const placed = allPlaced(tied, frame) ?? grown(tied, frame);
  return place(others, frame, placed);
}

/** Return labels placed as large as they go; null as soon as one has no room. */
function allPlaced(labels, frame) {
  const placed = [];
  for (const label of labels) {
    const found = firstFit(label, frame, placed);
    if (!found) return null;
    placed.push(found);
  }
  return placed;
}

/** Return what is placed, with the labels that fit beside it. */
function place(labels, frame, before) {
  const placed = [...before];
  for (const label of labels) {
    const found = firstFit(label, frame, placed) ?? (label.must && leastBad(label, frame, placed));
    if (found) placed.push(found);
  }
  return placed;
}

/** Return labels placed small and enlarged in turn where that leaves the others their places. */
function grown(labels, frame) {
  const smallest = ({ forms, firm }) =>
    firm || !forms.at(-1).small ? forms : forms.filter((form) => form.small);
  let placed = place(
    labels.map((label) => ({ ...label, forms: smallest(label) })),
    frame,
    [],
  );
  for (const label of labels) {
    const others = placed.filter((each) => each.of !== label.of);
    const large = firstFit(label, frame, others);
    if (large) placed = [...others, large];
  }
  return placed;
}

const formsOf = (label) => (label.forms ?? [{}]).map((form) => ({ ...label, ...form }));

/** Return the best free place of the first form that has one. */
function firstFit(label, { inside, taken, soft }, placed) {
  const shapes = soft.map((each) => each.box);
  for (const form of formsOf(label)) {
    const free = (option) =>
      isClear(option, taken, placed) &&
      !(form.shy && shapes.some((other) => overlap(option.box, other))) &&
      (!form.allowed || form.allowed(option.cx, option.cy));
    const options = candidates(form).filter(inside);
    const chosen = form.spots ? cheapest(options.filter(free), soft, form.of) : options.find(free);
    if (chosen) return { ...form, ...chosen };
  }
  return null;
}

/** Return the place of a label that fits nowhere which hides least. */
function leastBad(label, { inside, taken, soft }, placed) {
  const form = formsOf(label).at(-1);
  const options = candidates(form);
  const within = options.filter(inside);
  const boxes = [...taken, ...placed.map((each) => each.box)];
  return { ...form, ...cheapest(within.length ? within : options, soft, label.of, boxes) };
}

/** Return whether a place and its leader keep clear of all that is placed, and of the boxes that are taken. */
function isClear({ box, leader }, taken, placed) {
  if (taken.some((other) => overlap(box, other))) return false;
  return placed.every(
    (other) =>
      !overlap(box, other.box) &&
      !(other.dotBox && overlap(box, other.dotBox)) &&
      !(other.leader && lineMeetsBox(other.leader, box)) &&
      !(leader && lineMeetsBox(leader, other.box)) &&
      !(leader && other.leader && linesMeet(leader, other.leader)),
  );
}

/**
 * Return shifts for a large label: on its point if it is much smaller than what it names, else around it.
 *
 * `reach` is how far what it names extends from the point, in px: west, north, east and south.
 */
export function spotsAround({ width, height }, [west, north, east, south]) {
  const spots = width * 2.2 < west + east && height * 2.2 < north + south ? [[0, 0, 0]] : [];
  for (const far of [-18, 10, 26, 46, 72, 104]) {
    const right = east + width / 2 + far;
    const left = -west - width / 2 - far;
    const up = -north - height / 2 - far;
    const down = south + height / 2 + far;
    const slanted = [right, left].flatMap((dx) => [up, down].map((dy) => [dx * 0.8, dy * 0.8, far + 8]));
    const beside = [right, left].flatMap((dx) => [-height, height].map((dy) => [dx, dy, far + 6]));
    spots.push([right, 0, far], [left, 0, far], [0, up, far + 4], [0, down, far + 4], ...slanted, ...beside);
  }
  return spots;
}

/** Return shifts for a small mark: on its point, else in rings around it. */
export function spotsNear() {
  const spots = [[0, 0, 0]];
  for (const far of [28, 42, 58, 78, 100])
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn * Math.PI) / 6;
      spots.push([far * Math.cos(angle), far * Math.sin(angle), far]);
    }
  return spots;
}

/** Return the places of a form, each with its box and the leader that it would need. */
function candidates(form) {
  const gap = form.gap ?? GAP;
  return middles(form).map(([cx, cy, far = 0]) => ({
    on: cx === form.x && cy === form.y,
    cx,
    cy,
    far,
    box: boxOf(cx, cy, form, gap),
    leader: form.spots ? leaderTo(cx, cy, form) : null,
    dotBox: form.dot ? [form.x - 4, form.y - 4, form.x + 4, form.y + 4] : null,
  }));
}

function middles({ x, y, width, height, reach, spots, centred }) {
  if (spots) return spots.map(([dx, dy, far]) => [x + dx, y + dy, far]);
  if (!reach) return [[x, y]];
  const around = AROUND.map(([w, h, rx, ry]) => [x + w * width + rx * reach, y + h * height + ry * reach]);
  return centred ? [[x, y], ...around] : around;
}

/** Return the line from a label's point to the edge of its box; null where the box holds the point. */
function leaderTo(cx, cy, { x, y, width, height }) {
  const dx = cx - x;
  const dy = cy - y;
  if (Math.abs(dx) <= width / 2 && Math.abs(dy) <= height / 2) return null;
  const cut = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9));
  return [x, y, x + dx * (1 - cut), y + dy * (1 - cut)];
}

function boxOf(cx, cy, { width, height }, gap) {
  return [cx - width / 2 - gap, cy - height / 2 - gap, cx + width / 2 + gap, cy + height / 2 + gap];
}

/**
 * Return the place that hides least: other labels count most, then what `soft` holds, then distance.
 *
 * On its own point a label may hide what it is the name `of`.
 */
function cheapest(options, soft, of, boxes = []) {
  const foreign = soft.filter((each) => each.of !== of).map((each) => each.box);
  const shapes = soft.map((each) => each.box);
  const sum = (box, hidden) => hidden.reduce((total, other) => total + shared(box, other), 0);
  const cost = ({ box, far, on }) =>
    20 * sum(box, boxes) + sum(box, on ? foreign : shapes) + 9 * Math.max(far, 0);
  let best = null;
  let least = Infinity;
  for (const option of options) {
    const here = cost(option);
    if (here < least) [least, best] = [here, option];
  }
  return best;
}
