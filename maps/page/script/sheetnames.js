/** The names on the printed sheet, placed by the same rules as on the screen. */

import { plain, svg } from "./dom.js";
import { placeLabels, spotsAround } from "./labels.js";
import { mapNames, zoneBoxes } from "./names.js";
import { frameBadge, PAPER } from "./paper.js";
import { inkOf } from "./patterns.js";
import { LABEL_STYLES, measure, writing } from "./typefaces.js";

/** Return the names for a frame, placed so that none lies over another. */
export function sheetNames(app, view, frame, on) {
  const { model } = app;
  const known = model.known(app.store.get());
  const standings = known.standings.filter((each) => on.has(`nat:${each.nationality}`));
  const zones = known.zones
    .filter((zone) => on.has(`zone:${zone.id}`) && zone.label)
    .map((zone, index) =>
      callout(
        app,
        view,
        zone,
        index,
        standings.filter((each) => each.zone === zone.id),
      ),
    );
  const others = mapNames(app, {
    zoom: view.zoom,
    positionAt: (x, y) => view.lonLat(x + frame.x, y + frame.y),
  }).map((label) => ({ ...label, ...measure(label.kind, plain(label.text)) }));
  const located = [...zones, ...others].map((label) => {
    const [x, y] = view.xy(label.lon, label.lat);
    return { ...label, x: x - frame.x, y: y - frame.y };
  });
  const inside = located.filter(({ x, y }) => x > 0 && y > 0 && x < frame.width && y < frame.height);
  const soft = zoneBoxes(app, (lon, lat) => {
    const [x, y] = view.xy(lon, lat);
    return [x - frame.x, y - frame.y];
  });
  const placed = placeLabels(inside, { width: frame.width, height: frame.height, soft });
  return placed.map((label) =>
    written({
      ...label,
      cx: label.cx + frame.x,
      cy: label.cy + frame.y,
      x: label.x + frame.x,
      y: label.y + frame.y,
    }),
  );
}

function callout(app, view, zone, index, standings) {
  const text = plain(app.tr.zone(zone));
  const size = measure("zone", text);
  const [lon, lat] = zone.label;
  const [x, y] = view.xy(lon, lat);
  const [w, s, e, n] = zone.bounds;
  const [left, top] = view.xy(w, n);
  const [right, bottom] = view.xy(e, s);
  const width = Math.max(size.width + 14, standings.length * 28);
  const height = 22 + (standings.length ? 21 : 0);
  const spots = spotsAround({ width, height }, [x - left, y - top, right - x, bottom - y]);
  return {
    kind: "zone",
    zone,
    text,
    standings,
    lon,
    lat,
    width,
    height,
    named: size.width + 14,
    rank: index,
    must: true,
    of: zone.id,
    spots,
  };
}

function written(label) {
  if (label.zone) return writtenZone(label);
  const { kind, cx, cy, text } = label;
  const { size, weight, slant, family, line: lineHeight } = LABEL_STYLES[kind];
  const lines = plain(text).split("\n");
  const node = svg("g", null);
  lines.forEach((words, index) => {
    const { text: shown, spacing } = writing(kind, words);
    const y = cy + (index - (lines.length - 1) / 2) * lineHeight + size * 0.35;
    node.append(
      svg(
        "text",
        {
          x: cx,
          y,
          "text-anchor": "middle",
          "font-size": size,
          "font-weight": weight,
          "font-style": slant,
          "font-family": family,
          "letter-spacing": spacing,
          fill: PAPER.label[kind] ?? PAPER.ink2,
          stroke: PAPER.halo,
          "stroke-width": kind === "sea" ? 0 : 2.6,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        },
        shown,
      ),
    );
  });
  if (label.dot)
    node.append(
      svg("circle", {
        cx: label.x,
        cy: label.y,
        r: kind === "city" ? 2.6 : 1.8,
        fill: PAPER.ink,
        stroke: PAPER.halo,
        "stroke-width": 0.8,
      }),
    );
  return node;
}

function writtenZone({ zone, text, standings, cx, cy, x, y, width, height, named }) {
  const ink = inkOf(zone.hue);
  const { family, size } = LABEL_STYLES.zone;
  const top = cy - height / 2;
  const node = svg("g", null);
  if (Math.abs(cx - x) > width / 2 || Math.abs(cy - y) > height / 2)
    node.append(
      svg("path", { d: `M${x} ${y}L${cx} ${top + 10}`, stroke: PAPER.ink2, "stroke-width": 0.8 }),
      svg("circle", { cx: x, cy: y, r: 2, fill: PAPER.ink2 }),
    );
  node.append(
    svg("rect", {
      x: cx - named / 2,
      y: top,
      width: named,
      height: 20,
      rx: 3,
      fill: "#ffffff",
      stroke: ink,
      "stroke-width": 1.3,
    }),
    svg(
      "text",
      {
        x: cx,
        y: top + 14.5,
        "text-anchor": "middle",
        "font-size": size - 1,
        "font-weight": 700,
        "font-family": family,
        fill: ink,
      },
      text,
    ),
  );
  const shift = (index) => (index - (standings.length - 1) / 2) * 28;
  node.append(...standings.map((standing, index) => frameBadge(standing, cx + shift(index), top + 32)));
  return node;
}
