/** The mark of each status on the timeline: its shape, frame and colour, as in maps/statusmarks.py. */

import { svg } from "./dom.js";

export const STATUS_MARKS = {
  agreed: { shape: "circle", frame: "solid", filled: true, sign: "ring", tone: "decided" },
  planned: { shape: "circle", frame: "solid", filled: true, sign: "none", tone: "decided" },
  proposed: { shape: "circle", frame: "solid", filled: false, sign: "none", tone: "mooted" },
  possible: { shape: "diamond", frame: "dashed", filled: false, sign: "none", tone: "mooted" },
  discussed: { shape: "square", frame: "dashed", filled: false, sign: "none", tone: "mooted" },
  undecided: { shape: "circle", frame: "dotted", filled: false, sign: "none", tone: "open" },
  unconfirmed: { shape: "triangle", frame: "dotted", filled: false, sign: "none", tone: "open" },
  denied: { shape: "circle", frame: "solid", filled: false, sign: "strike", tone: "refused" },
  rejected: { shape: "square", frame: "solid", filled: true, sign: "cross", tone: "refused" },
};

const SHAPES = {
  circle: "M0-6.2A6.2 6.2 0 1 1 0 6.2 6.2 6.2 0 1 1 0-6.2z",
  diamond: "M0-7.2 7.2 0 0 7.2-7.2 0z",
  square: "M-5.6-5.6h11.2v11.2h-11.2z",
  triangle: "M0-6.6 6.8 5.2h-13.6z",
};
const SIGNS = { strike: "M-4.2 4.2 4.2-4.2", cross: "M-2.8-2.8 2.8 2.8M-2.8 2.8 2.8-2.8" };

/** Return a status's mark; `underlined` where its day is that of publication. */
export function markGlyph(status, underlined = false) {
  const { shape, frame, filled, sign, tone } = STATUS_MARKS[status];
  const ringed = sign === "ring";
  return svg(
    "svg",
    {
      viewBox: "-10 -10 20 20",
      class: `glyph tone-${tone} frame-${frame}${filled && !ringed ? " filled" : ""}`,
      "aria-hidden": "true",
      focusable: "false",
    },
    svg("path", { d: SHAPES[shape], class: "glyph-shape" }),
    ringed && svg("circle", { r: 3.8, class: "glyph-core" }),
    SIGNS[sign] && svg("path", { d: SIGNS[sign], class: "glyph-sign" }),
    underlined && svg("path", { d: "M-5.5 9.3h11", class: "glyph-line" }),
  );
}
