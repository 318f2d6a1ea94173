/** Words of the text: those somebody selects, and those somebody types. */

import { el, replace } from "../script/dom.js";

/** Offer to add an item while words of the text are selected. */
export function createSelectionBar(app) {
  const bar = el("div", {
    class: "selection-bar",
    hidden: true,
    role: "group",
    "aria-label": "Selected words",
  });
  const button = (kind) =>
    el(
      "button",
      {
        class: "button",
        type: "button",
        onPointerdown: (event) => event.preventDefault(), // which would end the selection
        onClick: () => app.openAddition(kind),
      },
      `Add a ${kind}`,
    );
  replace(bar, el("span", null, "Selected words:"), button("claim"), button("zone"));
  document.body.append(bar);
  document.addEventListener("selectionchange", () => {
    bar.hidden = !app.article.selection();
  });
}

/** Return where words stand in the documents, blanks aside; null if nowhere. */
export function findWords(documents, words) {
  const wanted = words.trim();
  if (wanted.length < 3) return null;
  const escaped = wanted.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("\\s+"));
  for (const [number, { text }] of documents.entries()) {
    const found = pattern.exec(text);
    if (found) return [number, found.index, found.index + found[0].length];
  }
  return null;
}
