/** Hatchings: a zone's part is told apart by its lines' direction, not by colour alone. */

import { svg } from "./dom.js";

// The light theme's zone colours (style/tokens.css), for paper.
const INKS = ["#cc3c5b", "#2862d4", "#004821", "#8e4e07", "#733a9a", "#22832b", "#a50d57", "#2e647e"];
// Degrees, one for each zone colour in turn.
const ANGLES = [45, 135, 0, 90, 22, 112, 67, 157];

/** Return a zone's colour on paper. */
export const inkOf = (hue) => INKS[hue];

/** Return the id of a zone's hatching. */
export function hatchId(hue) {
  return `hatch-${hue}`;
}

/** Return the definitions of the hatchings, coloured by the style sheet (or by `colour` on paper). */
export function hatchDefinitions({ colour = null, step = 7, prefix = "" } = {}) {
  const patterns = ANGLES.map((angle, hue) =>
    svg(
      "pattern",
      {
        id: prefix + hatchId(hue),
        patternUnits: "userSpaceOnUse",
        width: step,
        height: step,
        patternTransform: `rotate(${angle})`,
      },
      svg("rect", {
        width: step,
        height: step,
        class: `tint hue-${hue}`,
        ...(colour && { fill: colour(hue), "fill-opacity": 0.14 }),
      }),
      svg("path", {
        d: `M0 ${step / 2}H${step}`,
        class: `hatch hue-${hue}`,
        ...(colour && { stroke: colour(hue), "stroke-width": step / 4, "stroke-opacity": 0.8, fill: "none" }),
      }),
    ),
  );
  const dots = svg(
    "pattern",
    { id: `${prefix}dots`, patternUnits: "userSpaceOnUse", width: 5, height: 5 },
    svg("rect", {
      width: 5,
      height: 5,
      class: "stipple-ground",
      ...(colour && { fill: "#ffffff", "fill-opacity": 0.4 }),
    }),
    svg("circle", { cx: 1.5, cy: 1.5, r: 0.9, class: "stipple", ...(colour && { fill: "#6b6250" }) }),
  );
  return svg("defs", null, patterns, dots);
}

/** Return a small sample of a zone's fill for lists and the legend. */
export function swatch(hue, extent) {
  const box = svg("svg", {
    viewBox: "0 0 22 16",
    class: `swatch hue-${hue} ${extent}`,
    "aria-hidden": "true",
    focusable: "false",
  });
  const fill = extent === "part" ? `url(#${hatchId(hue)})` : null;
  box.append(svg("rect", { x: 1, y: 1, width: 20, height: 14, rx: 2, ...(fill && { fill }) }));
  return box;
}
