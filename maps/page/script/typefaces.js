/** Letters on the map: one place for the screen and the printed sheet. */

const SANS =
  '"Noto Sans", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Noto Sans Arabic", sans-serif';
const SERIF = '"Noto Serif", Georgia, "Times New Roman", "Noto Naskh Arabic", serif';

/** Styles by kind of label: font, letter spacing in px, capitals, and the line height in px. */
export const LABEL_STYLES = {
  country: { weight: 600, size: 13, family: SANS, spacing: 3, capitals: true, line: 18 },
  sea: { weight: 400, size: 15, family: SERIF, slant: "italic", spacing: 1.5, line: 20 },
  water: { weight: 400, size: 11, family: SERIF, slant: "italic", spacing: 0.3, line: 14 },
  governorate: { weight: 600, size: 11, family: SANS, spacing: 1.4, capitals: true, line: 15 },
  district: { weight: 600, size: 11, family: SANS, spacing: 0.2, line: 14 },
  "sub-district": { weight: 500, size: 10.5, family: SANS, slant: "italic", spacing: 0.4, line: 14 },
  city: { weight: 600, size: 12, family: SANS, spacing: 0, line: 16 },
  town: { weight: 400, size: 11, family: SANS, spacing: 0, line: 14 },
  note: { weight: 400, size: 10.5, family: SANS, slant: "italic", spacing: 0, line: 13 },
  zone: { weight: 700, size: 14, family: SANS, spacing: 0.1, line: 18 },
};

let pen = null;

/** Return the CSS font of a kind of label. */
export function fontOf(kind, scale = 1) {
  const { slant = "normal", weight, size, family } = LABEL_STYLES[kind];
  return `${slant} ${weight} ${size * scale}px ${family}`;
}

/** Return a label's text as it is written: Arabic has no capitals and its letters must not be spaced. */
export function writing(kind, text) {
  const { capitals, spacing } = LABEL_STYLES[kind];
  const arabic = /\p{Script=Arabic}/u.test(text);
  return { text: capitals && !arabic ? text.toUpperCase() : text, spacing: arabic ? 0 : spacing };
}

/** Return a label's width and height in px; lines are split at line feeds. */
export function measure(kind, text) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = fontOf(kind);
  const lines = text.split("\n").map((line) => writing(kind, line));
  const width = Math.max(
    ...lines.map((line) => pen.measureText(line.text).width + line.spacing * line.text.length),
  );
  return { width: Math.ceil(width), height: LABEL_STYLES[kind].line * lines.length };
}
