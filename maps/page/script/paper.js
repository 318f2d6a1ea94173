/** Colours and small parts for paper: always the light theme. */

import { svg } from "./dom.js";
import { LABEL_STYLES } from "./typefaces.js";

export const PAPER = {
  ink: "#1d2226",
  ink2: "#4b5359",
  ink3: "#666e74",
  rule: "#cfc9be",
  land: "#faf7f1",
  landFar: "#ece7de",
  sea: "#d3e2e8",
  shore: "#8aa6b1",
  lake: "#bdd5df",
  river: "#7fa9bd",
  undof: "#6d655844",
  halo: "#fffdf8",
  warn: "#9a3412",
  label: {
    sea: "#35647a",
    water: "#35647a",
    country: "#666e74",
    governorate: "#5d5548",
    district: "#5d5548",
    "sub-district": "#5d5548",
    city: "#1d2226",
  },
  borders: {
    country: { stroke: "#6d6558", "stroke-width": 1.4 },
    governorate: {
      stroke: "#6d6558",
      "stroke-width": 0.9,
      "stroke-opacity": 0.65,
      "stroke-dasharray": "6 2.5 1.5 2.5",
    },
    district: { stroke: "#6d6558", "stroke-width": 0.7, "stroke-opacity": 0.5 },
    "sub-district": { stroke: "#6d6558", "stroke-width": 0.5, "stroke-opacity": 0.42 },
    far: { stroke: "#6d6558", "stroke-width": 0.8, "stroke-opacity": 0.5 },
  },
};

const DASHES = { possible: "3 2", discussed: "3 2", undecided: "1 2", unconfirmed: "1 2" };
const FILLED = new Set(["agreed", "planned"]);
const STRUCK = new Set(["denied", "rejected"]);

/** Return a nationality's badge around a point, framed as its status asks. */
export function frameBadge({ nationality, status, disputed }, x, y) {
  const filled = FILLED.has(status);
  const colour = STRUCK.has(status) ? PAPER.warn : PAPER.ink;
  const node = svg(
    "g",
    null,
    svg("rect", {
      x: x - 12.5,
      y: y - 9,
      width: 25,
      height: 18,
      rx: 9,
      fill: filled ? PAPER.ink : "#ffffff",
      stroke: colour,
      "stroke-width": 1.2,
      "stroke-dasharray": DASHES[status],
    }),
    STRUCK.has(status) &&
      svg("path", {
        d: `M${x - 8} ${y + 7.5}L${x + 8} ${y - 7.5}`,
        stroke: PAPER.warn,
        "stroke-width": 1.6,
        "stroke-opacity": 0.5,
      }),
    svg(
      "text",
      {
        x,
        y: y + 3.6,
        "text-anchor": "middle",
        "font-size": 10,
        "font-weight": 700,
        "font-family": LABEL_STYLES.zone.family,
        fill: filled ? "#ffffff" : colour,
      },
      nationality,
    ),
  );
  if (disputed) {
    node.append(svg("circle", { cx: x + 11, cy: y - 8, r: 5, fill: PAPER.warn }));
    node.append(
      svg(
        "text",
        {
          x: x + 11,
          y: y - 5,
          "text-anchor": "middle",
          "font-size": 8,
          "font-weight": 800,
          "font-family": LABEL_STYLES.zone.family,
          fill: "#ffffff",
        },
        "!",
      ),
    );
  }
  return node;
}
