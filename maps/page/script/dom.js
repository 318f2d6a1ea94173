/** Elements without markup: every string that comes from a document enters the page as text. */

const SVG = "http://www.w3.org/2000/svg";
// Marks that turn the direction of what follows them; harmless in isolation, not inside one label.
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

// What no XML holds: a picture of a text with one of these could not be drawn.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Return an HTML element. Keys that begin with "on" add listeners, null and false leave a key out. */
export function el(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Return an SVG element. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Put new children in the place of all that a node has. */
export function replace(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

/** Return text without direction marks and with a sign for what can't be written, for labels and attributes. */
export function plain(text) {
  return String(text ?? "")
    .replace(BIDI, "")
    .replace(UNWRITABLE, "\ufffd");
}

/** Return a fold whose content is made when it is first opened. */
export function lazyFold(kind, title, content) {
  const node = el("details", { class: kind }, el("summary", null, title));
  node.addEventListener("toggle", () => node.append(content()), { once: true });
  return node;
}

/** Return an icon from our own small set. */
export function icon(name) {
  const shape = svg("svg", {
    viewBox: "0 0 20 20",
    class: "icon",
    "aria-hidden": "true",
    focusable: "false",
  });
  for (const d of ICONS[name]) shape.append(svg("path", { d }));
  return shape;
}

function fill(node, props, children) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2).toLowerCase(), value);
    else if (key === "vars") for (const [name, to] of Object.entries(value)) node.style.setProperty(name, to);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...flat(children));
  return node;
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

const ICONS = {
  search: ["M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z", "M13 13l4 4"],
  layers: ["M10 3 2.5 7 10 11l7.5-4z", "M2.5 10.5 10 14.5l7.5-4", "M2.5 13.8 10 17.8l7.5-4"],
  close: ["M5 5l10 10", "M15 5 5 15"],
  back: ["M12.5 4.5 7 10l5.5 5.5"],
  download: ["M10 3v9", "M6 8.5l4 4 4-4", "M3.5 16.5h13"],
  play: ["M6.5 4.5 15 10l-8.5 5.5z"],
  pause: ["M7 4.5v11", "M13 4.5v11"],
  earlier: ["M12.5 4.5 7 10l5.5 5.5"],
  later: ["M7.5 4.5 13 10l-5.5 5.5"],
  range: ["M4 5v10", "M16 5v10", "M4 10h12", "M7 7.5 4 10l3 2.5", "M13 7.5 16 10l-3 2.5"],
  print: ["M6 7V3h8v4", "M6 14H3.5V7h13v7H14", "M6 12h8v5H6z"],
  link: [
    "M8.5 11.5 11.5 8.5",
    "M9 6.5l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2",
    "M11 13.5l-2 2A3.2 3.2 0 0 1 4.5 11l2-2",
  ],
  theme: ["M10 3a7 7 0 1 0 7 7 5.4 5.4 0 0 1-7-7z"],
  lanes: [
    "M3.5 3v13.5H17",
    "M8 4.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
    "M14.5 4.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
    "M11 9.8a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
  ],
  enlarge: ["M11.5 3.5h5v5", "M16.5 3.5l-5.5 5.5", "M8.5 16.5h-5v-5", "M3.5 16.5l5.5-5.5"],
  text: ["M4 5h12", "M4 8.5h12", "M4 12h12", "M4 15.5h7"],
  plus: ["M10 4v12", "M4 10h12"],
  minus: ["M4 10h12"],
  home: ["M3.5 7.5v-4h4", "M16.5 7.5v-4h-4", "M3.5 12.5v4h4", "M16.5 12.5v4h-4"],
  ruler: ["M2.5 13.5 13.5 2.5l4 4-11 11z", "M5.5 10.5l2 2", "M8.5 7.5l2 2", "M11.5 4.5l2 2"],
  more: ["M4 10h.01", "M10 10h.01", "M16 10h.01"],
  expand: ["M11.5 3.5h5v5", "M16.5 3.5l-6 6", "M8.5 4H4v12h12v-4.5"],
  check: ["M4 10.5l4 4 8-9"],
  alert: ["M10 3 2.5 16.5h15z", "M10 8v4", "M10 14.3v.2"],
  pin: [
    "M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9z",
    "M10 10.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  ],
};
