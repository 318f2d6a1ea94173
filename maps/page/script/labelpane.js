/** The map's names: placed anew after each move, so that none lies over another. */

import { holds } from "./boxes.js";
import { el, plain, replace } from "./dom.js";
import { placeLabels, spotsAround, spotsNear } from "./labels.js";
import { fontOf, LABEL_STYLES, measure, writing } from "./typefaces.js";

// A folded callout's size in px, as style/names.css has it.
const MARK = { width: 28, height: 24 };
// At how many of a zone's places its whole callout is tried, before it is folded.
const LARGE_AT = 3;

/**
 * Keep labels on the map.
 *
 * `collect` gives what could be shown at the present zoom: {kind, text, lon, lat, rank, reach, dot}, or with
 * a `node` of the caller's own, whose size is measured on the page, a `folded()` node for where that has no
 * room, and, if it is tied to its point by a leader, the `bounds` of what it names and `anchors` in it. `tell` hears which of these are folded and which found no room.
 */
export function createLabelPane(map, collect, tell) {
  const pane = map.getPane("zm-labels");
  const lines = map.getPane("zm-leaders");
  let waiting = false;

  function draw() {
    waiting = false;
    // What is told may take room of its own.
    for (let turn = 0; turn < 3 && drawOnce(); turn++);
  }

  /** Draw all names; the answer says whether what was told then takes room that they might have used. */
  function drawOnce() {
    const size = map.getSize();
    const origin = map.containerPointToLayerPoint([0, 0]);
    const { labels, taken, soft } = collect();
    const held = document.activeElement?.closest?.(".callout")?.dataset.zone;
    replace(pane, ...labels.filter((label) => label.node).map((label) => label.node));
    const near = labels.map((label) => inForms(map, label, size, taken)).filter(Boolean);
    const placed = placeLabels(near, { width: size.x, height: size.y, taken, soft });
    const nodes = placed.map((label) => nodeOf(label, origin));
    replace(lines, ...placed.filter((label) => label.leader).map((label) => leader(label.leader, origin)));
    replace(pane, ...nodes, ...placed.filter((label) => label.dot).map((label) => dotAt(label, origin)));
    if (held) pane.querySelector(`[data-zone="${CSS.escape(held)}"] button`)?.focus({ preventScroll: true });
    const shown = new Set(placed.map((label) => label.of));
    return tell({
      folded: placed.filter((label) => label.small).map((label) => label.of),
      missing: near.filter((label) => label.node && !shown.has(label.of)).map((label) => label.of),
    });
  }

  function later() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  map.on("moveend zoomend resize viewreset", later);
  const zooming = (whether) => () => {
    for (const each of [pane, lines]) each.classList.toggle("zooming", whether);
  };
  map.on("zoomstart", zooming(true));
  map.on("zoomend", zooming(false));
  return { redraw: later, drawNow: draw };
}

/** Return a label with the forms that it may take on the screen; null if what it names is not in sight. */
function inForms(map, label, size, taken) {
  const box = label.node
    ? { width: label.node.offsetWidth, height: label.node.offsetHeight }
    : measure(label.kind, plain(label.text));
  const points = (label.anchors ?? [[label.lon, label.lat]]).map(([lon, lat]) =>
    map.latLngToContainerPoint([lat, lon]),
  );
  if (!label.bounds) {
    const [{ x, y }] = points;
    const near = x > -80 && y > -80 && x < size.x + 80 && y < size.y + 80;
    return near && { ...label, ...box, x, y };
  }
  const free = points.filter(
    ({ x, y }) =>
      x >= 0 && y >= 0 && x <= size.x && y <= size.y && !taken.some((other) => holds(other, x, y)),
  );
  if (!free.length) return null;
  const [w, s, e, n] = label.bounds;
  const upper = map.latLngToContainerPoint([n, w]);
  const lower = map.latLngToContainerPoint([s, e]);
  const reach = ({ x, y }) => [x - upper.x, y - upper.y, lower.x - x, lower.y - y];
  const forms = free
    .slice(0, LARGE_AT)
    .map(({ x, y }) => ({ x, y, ...box, spots: spotsAround(box, reach({ x, y })) }));
  const folded = free.map(({ x, y }) => ({ x, y, ...MARK, small: true, gap: 1, spots: spotsNear() }));
  return { ...label, forms: label.folded ? [...forms, ...folded] : forms };
}

function leader([x1, y1, x2, y2], origin) {
  const node = el("div", { class: "leader" });
  node.style.width = `${Math.hypot(x2 - x1, y2 - y1)}px`;
  node.style.transform = `translate(${origin.x + x1}px, ${origin.y + y1}px) rotate(${Math.atan2(y2 - y1, x2 - x1)}rad)`;
  return node;
}

/** Return a placed label's node, moved to its place. */
function nodeOf(label, origin) {
  const node = label.small ? label.folded() : (label.node ?? written(label));
  const left = Math.round(origin.x + label.cx - label.width / 2);
  const top = Math.round(origin.y + label.cy - label.height / 2);
  node.style.transform = `translate(${left}px, ${top}px)`;
  return node;
}

function written(label) {
  const node = el("div", { class: `label label-${label.kind}`, "aria-hidden": "true", dir: "auto" });
  node.style.font = fontOf(label.kind);
  node.style.lineHeight = `${LABEL_STYLES[label.kind].line}px`;
  const lines = plain(label.text)
    .split("\n")
    .map((line) => writing(label.kind, line));
  node.style.letterSpacing = `${lines[0].spacing}px`;
  node.textContent = lines.map((line) => line.text).join("\n");
  return node;
}

function dotAt(label, origin) {
  const dot = el("div", { class: `dot dot-${label.kind}`, "aria-hidden": "true" });
  dot.style.transform = `translate(${Math.round(origin.x + label.x)}px, ${Math.round(origin.y + label.y)}px)`;
  return dot;
}
