/** Text on the printed sheet: lines that begin at the reading side, and paragraphs. */

import { plain, svg } from "./dom.js";
import { PAPER } from "./paper.js";
import { LABEL_STYLES } from "./typefaces.js";

export const FAMILY = LABEL_STYLES.zone.family;
let pen = null;

/** Return where a line begins that is so far from the reading side of a box. */
export function start(box, offset) {
  return box.rtl ? box.x1 - offset : box.x0 + offset;
}

/** Return a line of text that begins at the reading side of a box. */
export function words(box, offset, y, text, { size, weight = 400, fill = PAPER.ink }) {
  const clean = plain(text);
  const direction = /^[^\p{L}]*\p{Script=Arabic}/u.test(clean)
    ? "rtl"
    : /^[^\p{L}]*\p{L}/u.test(clean)
      ? "ltr"
      : box.rtl
        ? "rtl"
        : "ltr";
  const along = (direction === "rtl") === box.rtl;
  return svg(
    "text",
    {
      x: start(box, offset),
      y,
      direction,
      "text-anchor": along ? "start" : "end",
      "font-size": size,
      "font-weight": weight,
      "font-family": FAMILY,
      fill,
    },
    clean,
  );
}

/** Return a line of text, in letters so small that it fits across. */
export function fitted(box, y, text, style) {
  measure(style);
  const wide = pen.measureText(plain(text)).width;
  return words(box, 0, y, text, { ...style, size: style.size * Math.min(1, (box.x1 - box.x0) / wide) });
}

function measure({ weight = 400, size }) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${FAMILY}`;
}

/** Add a text broken into lines; return where the next line would stand. */
export function paragraph(root, box, offset, y, text, { size, leading, most, ...style }) {
  measure({ ...style, size });
  const width = box.x1 - box.x0 - offset;
  const lines = [];
  const whole = plain(text).slice(0, 2000).split(/\s+/);
  for (const word of whole.flatMap((each) => pieces(each, width))) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length > most) lines.splice(most - 1, lines.length, `${lines[most - 1]} …`);
  for (const line of lines) {
    root.append(words(box, offset, y, line, { size, ...style }));
    y += leading;
  }
  return y;
}

/** Return a word in pieces that a column holds: addresses have no blanks. */
function pieces(word, width) {
  if (pen.measureText(word).width <= width) return [word];
  const letters = [...word];
  let held = letters.length - 1;
  while (held > 1 && pen.measureText(letters.slice(0, held).join("")).width > width) held -= 1;
  return [letters.slice(0, held).join(""), ...pieces(letters.slice(held).join(""), width)];
}
