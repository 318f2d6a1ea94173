/** Where the timeline's lanes, marks and ties stand, in px from the side where time begins. */

import { disputesOf } from "./disputes.js";
import { pack } from "./lanepacking.js";
import { dayNumber } from "./timescale.js";

export const MARK = 24;
const ROW = 26;
const GAP = 2;
const PAD = 5;
const BESIDE = 7;
const BEHIND = 9;
const GUTTER = 15; // how far beside a mark's middle a line passes it
const TURN = 6;
const CROWDED = 40; // a lane with more disputes ties each refusal to the nearest claim, until one is pointed at

/** Return a lane for each nationality, by its first day, then by name: its claims in order of time, undated last. */
export function lanesOf({ model, tr }) {
  const collator = new Intl.Collator(tr.locale);
  const lanes = model.nationalities.map((code) => {
    const claims = model.claims.filter((claim) => claim.nationality === code);
    return {
      code,
      name: tr.country(code),
      claims: claims.toSorted((a, b) => compared(a.day ?? "~", b.day ?? "~")),
      disputes: disputesOf(claims),
    };
  });
  const first = ({ claims }) => claims[0].day ?? "~";
  return lanes.sort((a, b) => compared(first(a), first(b)) || collator.compare(a.name, b.name));
}

const compared = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * Return the geometry of lanes on a width: `tallest` is the height over which they do without words.
 *
 * `measure` tells the length of a claim's words.
 */
export function layOut(lanes, { width, narrow, tallest, measure }) {
  const days = lanes
    .flatMap((lane) => lane.claims.map((claim) => claim.day))
    .filter(Boolean)
    .sort();
  const loose = lanes.some((lane) => lane.claims.some((claim) => !claim.day));
  const names = narrow ? 0 : 140;
  const room = width - names;
  const undated = loose ? (days.length ? (narrow ? 84 : 170) : room) : 0;
  const edge = MARK / 2 + GAP;
  const first = days.length ? dayNumber(days[0]) : 0;
  const span = days.length ? dayNumber(days.at(-1)) - first + 1 : 0;
  const dated = room - undated;
  const frame = { names, undated, dated, edge, first, span, day: span ? (dated - 2 * edge) / span : 0 };
  const arranged = (words) => lanes.map((lane) => placeLane(lane, frame, { narrow, words }));
  const told = arranged(measure);
  const tall = told.reduce((sum, lane) => sum + lane.height, 0) > tallest;
  return { ...frame, first, last: first + span - 1, lanes: tall ? arranged(null) : told };
}

/** Return where a day begins, from the side where the lanes' tracks begin. */
export function dayLeft({ edge, first, day }, number) {
  return edge + (number - first) * day;
}

function placeLane(lane, frame, { narrow, words }) {
  const placed = [true, false].flatMap((dated) => placePart(lane, frame, dated, words));
  const rows = Math.max(...placed.map((each) => each.row)) + 1;
  const ties = tiesOf(lane, placed);
  const height = Math.max(rows * ROW, narrow ? 0 : 36) + 2 * PAD;
  return { ...lane, placed, ties, height };
}

function placePart(lane, frame, dated, words) {
  const claims = lane.claims.filter((claim) => Boolean(claim.day) === dated);
  const begin = dated ? 0 : frame.dated + PAD;
  const stretch = dated ? frame.dated : frame.undated - PAD;
  const items = claims.map((claim) => {
    const left = dated ? dayLeft(frame, dayNumber(claim.day)) : 0;
    const width = dated ? frame.day : stretch;
    const pad = dated ? Math.min(PAD, Math.max(0, (width - MARK) / 2)) : 0;
    const length = words ? words(claim) + BESIDE + BEHIND : 0;
    return { left: left + pad, width: width - 2 * pad, words: length + MARK > stretch ? 0 : length };
  });
  return pack(items, { mark: MARK, gap: GAP, right: stretch }).map(({ left, row, side }, index) => ({
    claim: claims[index],
    left: begin + left,
    top: PAD + row * ROW,
    row,
    side,
    length: items[index].words - BEHIND,
  }));
}

/** Return the lines between marks that stand against each other; `resting` tells which show by themselves. */
function tiesOf({ disputes }, placed) {
  const at = new Map(placed.map(({ claim, left, top }) => [claim.id, [left + MARK / 2, top + MARK / 2]]));
  const ties = disputes.map((pair) => {
    const [from, to] = [at.get(pair.refusing), at.get(pair.affirming)];
    return {
      ...pair,
      d: rounded(tieCorners(from, to)),
      length: Math.hypot(to[0] - from[0], to[1] - from[1]),
    };
  });
  if (ties.length <= CROWDED) return ties.map((tie) => ({ ...tie, resting: true }));
  const nearest = new Map();
  for (const tie of ties) {
    const known = nearest.get(tie.refusing);
    if (!known || tie.length < known.length) nearest.set(tie.refusing, tie);
  }
  return ties.map((tie) => ({ ...tie, resting: nearest.get(tie.refusing) === tie }));
}

/** Return where a line turns that runs between the rows and beside the marks between two; ends included. */
function tieCorners([x, y], [toX, toY]) {
  const near = Math.abs(toY - y) < 1.5 * ROW;
  const below = Math.abs(toX - x) < GUTTER;
  const [start, end] = [
    [x, y],
    [toX, toY],
  ];
  if (below && near) return [end, start];
  const side = (below ? Math.min(x, toX) : x) - GUTTER;
  if (below) return [end, [side, toY], [side, y], start];
  const lane = toY + (y < toY ? -ROW / 2 : ROW / 2);
  const turns = near
    ? [[x, lane]]
    : [
        [side, lane],
        [side, y],
      ];
  return [end, [toX, lane], ...turns, start];
}

/** Return a line through corners that turns in bows. */
function rounded(corners) {
  const towards = ([x, y], [toX, toY]) => {
    const length = Math.hypot(toX - x, toY - y);
    const share = length ? Math.min(TURN, length / 2) / length : 0;
    return `${x + (toX - x) * share} ${y + (toY - y) * share}`;
  };
  const bows = corners.slice(1, -1).map((corner, index) => {
    const [before, after] = [corners[index], corners[index + 2]];
    return `L${towards(corner, before)}Q${corner.join(" ")} ${towards(corner, after)}`;
  });
  return `M${corners[0].join(" ")}${bows.join("")}L${corners.at(-1).join(" ")}`;
}
