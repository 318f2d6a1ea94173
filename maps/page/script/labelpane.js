/** The map's names: placed anew after each move, so that none lies over another. */

import { el, plain, replace } from "./dom.js";
import { placeLabels, spotsAround } from "./labels.js";
import { fontOf, LABEL_STYLES, measure, writing } from "./typefaces.js";

/**
 * Keep labels on the map.
 *
 * `collect` gives what could be shown at the present zoom: {kind, text, lon, lat, rank, reach, dot}, or with
 * a `node` of the caller's own, whose size is measured on the page.
 */
export function createLabelPane(map, collect) {
  const pane = map.createPane("zm-labels");
  const lines = map.createPane("zm-leaders");
  let waiting = false;

  function draw() {
    waiting = false;
    const size = map.getSize();
    const origin = map.containerPointToLayerPoint([0, 0]);
    const { labels, taken, soft } = collect();
    const nodes = labels.filter((label) => label.node);
    replace(pane, ...nodes.map((label) => label.node));
    const sized = labels.map((label) => {
      const point = map.latLngToContainerPoint([label.lat, label.lon]);
      const box = label.node
        ? { width: label.node.offsetWidth, height: label.node.offsetHeight }
        : measure(label.kind, plain(label.text));
      const spots = label.around ? spotsAround(box, label.around(point)) : null;
      return { ...label, ...box, spots, x: point.x, y: point.y };
    });
    const near = sized.filter(({ x, y }) => x > -80 && y > -80 && x < size.x + 80 && y < size.y + 80);
    const placed = placeLabels(near, { width: size.x, height: size.y, taken, soft });
    const shown = new Set(placed.map((label) => label.node).filter(Boolean));
    for (const { node } of nodes) if (!shown.has(node)) node.remove();
    replace(lines, ...placed.filter(farOff).map((label) => leader(label, origin)));
    for (const label of placed) {
      const node = label.node ?? written(label);
      node.style.transform = `translate(${Math.round(origin.x + label.cx - label.width / 2)}px, ${Math.round(origin.y + label.cy - label.height / 2)}px)`;
      if (!label.node) pane.append(node);
      if (label.dot) pane.append(dotAt(label, origin));
    }
  }

  function later() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  map.on("moveend zoomend resize viewreset", later);
  map.on("zoomstart", () => pane.classList.add("zooming"));
  map.on("zoomend", () => pane.classList.remove("zooming"));
  return { redraw: later, drawNow: draw };
}

function farOff(label) {
  return (
    label.around &&
    (Math.abs(label.cx - label.x) > label.width / 2 || Math.abs(label.cy - label.y) > label.height / 2)
  );
}

function leader(label, origin) {
  const dx = label.cx - label.x;
  const dy = label.cy - label.y;
  const cut = Math.min(label.width / 2 / Math.abs(dx || 1e-9), label.height / 2 / Math.abs(dy || 1e-9));
  const length = Math.hypot(dx, dy) * (1 - Math.min(cut, 1));
  const node = el("div", { class: "leader" });
  node.style.width = `${length}px`;
  node.style.transform = `translate(${origin.x + label.x}px, ${origin.y + label.y}px) rotate(${Math.atan2(dy, dx)}rad)`;
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
