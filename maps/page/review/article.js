/** The texts, with the words that items rest on marked in place. */

import { el, replace } from "../script/dom.js";
import { isDecided } from "./work.js";

const PIECE = /[^\n]+\n*|\n+/g;

/** Put the texts into a node and keep their marks true to the work. */
export function createArticle(root, app) {
  const { data, work } = app;
  let marks = new Map();
  let segments = [];
  let texts = [];
  let chosen = null;

  function draw() {
    marks = new Map();
    segments = [];
    const spans = data.documents.map(() => []);
    for (const item of app.items())
      for (const [document, start, end] of item.spans) spans[document].push({ start, end, item });
    texts = data.documents.map((document, number) => text(document.text, segmentsOf(spans[number])));
    replace(
      root,
      texts.map((node, number) => [heading(data.documents[number]), node]),
    );
    for (const key of marks.keys()) state(key);
    if (chosen) choose(chosen, true);
  }

  function text(whole, own) {
    let at = 0;
    let next = 0;
    const pieces = [];
    for (const [piece] of whole.matchAll(PIECE)) {
      const end = at + piece.length;
      const nodes = [];
      while (at < end) {
        while (next < own.length && own[next].end <= at) next += 1;
        const segment = own[next];
        const inside = segment && segment.start <= at;
        const until = Math.min(end, inside ? segment.end : (segment?.start ?? end));
        nodes.push(inside ? mark(segment, whole.slice(at, until)) : whole.slice(at, until));
        at = until;
      }
      pieces.push(el("p", { dir: "auto" }, nodes));
    }
    return el("div", { class: "text" }, pieces);
  }

  function mark(segment, words) {
    const number = segments.push(segment) - 1;
    const kinds = new Set(segment.items.map((item) => `on-${item.kind.replace(" ", "-")}`));
    const hue = segment.items.map((item) => app.hueOf(item)).find((one) => one !== null);
    const node = el(
      "mark",
      { class: [...kinds, hue === undefined ? "" : `hue-${hue}`].join(" ").trim(), "data-number": number },
      words,
    );
    for (const { key } of segment.items) marks.set(key, [...(marks.get(key) ?? []), node]);
    return node;
  }

  function state(key) {
    for (const node of marks.get(key) ?? []) {
      const { items } = segments[node.dataset.number];
      const open = items.some((item) => !isDecided(work.get(), item) && !item.added);
      node.classList.toggle("decided", !open);
    }
  }

  function choose(key, wanted) {
    for (const node of marks.get(key) ?? []) node.classList.toggle("chosen", wanted);
  }

  root.addEventListener("click", (event) => {
    const node = event.target.closest("mark");
    if (!node || !getSelection().isCollapsed) return;
    const { items } = segments[node.dataset.number];
    const index = items.findIndex((item) => item.key === app.chosen());
    app.choose(items[(index + 1) % items.length].key, { from: "article" });
  });

  draw();
  return {
    draw,
    state,
    /** Light up an item's words, and bring them into view unless the reader is there. */
    show(key, { still = false } = {}) {
      if (chosen) choose(chosen, false);
      chosen = key;
      choose(key, true);
      if (!still) marks.get(key)?.[0]?.scrollIntoView({ block: "center" });
    },
    /** Return the document and offsets of the selected words, null if none are. */
    selection: () => selected(texts),
  };
}

function heading({ id, title, publisher, published, notes }) {
  const about = [publisher, published].filter(Boolean).join(", ");
  return el(
    "header",
    { class: "text-head" },
    el("h2", { dir: "auto" }, title || id),
    about && el("p", { dir: "auto" }, about),
    notes.map((note) => el("p", { dir: "auto" }, `Note: ${note}`)),
  );
}

/** Return the pieces that overlapping spans cut a text into, each with its items, the shortest first. */
function segmentsOf(spans) {
  const points = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const waiting = spans.toSorted((a, b) => a.start - b.start);
  const found = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    open = open.filter(({ end }) => end > points[i]);
    while (next < waiting.length && waiting[next].start <= points[i]) open.push(waiting[next++]);
    const items = open.toSorted((a, b) => a.end - a.start - (b.end - b.start)).map(({ item }) => item);
    if (items.length) found.push({ start: points[i], end: points[i + 1], items });
  }
  return found;
}

function selected(texts) {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const number = texts.findIndex((node) => node.contains(range.startContainer));
  if (number < 0) return null;
  const node = texts[number];
  const from = offset(node, range.startContainer, range.startOffset);
  const inside = node.contains(range.endContainer);
  const to = inside ? offset(node, range.endContainer, range.endOffset) : node.textContent.length;
  const words = node.textContent.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return start < end ? [number, start, end] : null;
}

function offset(node, container, at) {
  const before = document.createRange();
  before.setStart(node, 0);
  before.setEnd(container, at);
  return before.toString().length;
}
