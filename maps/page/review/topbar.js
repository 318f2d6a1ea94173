/** The bar: how far the work is, who does it, and what saves it. */

import { el, icon, replace } from "../script/dom.js";

/** Put the bar into a node; the answer keeps it true. */
export function createTopbar(root, app) {
  const { data } = app;
  const [first] = data.documents;
  const more = data.documents.length - 1;
  const progress = el("progress", { max: 1, value: 0, "aria-label": "Decided" });
  const count = el("span", { class: "count" });
  const kept = el("p", { class: "kept", role: "status" });
  const reviewer = el("input", {
    type: "text",
    maxlength: 200,
    autocomplete: "name",
    placeholder: "Your name",
    onChange: () => app.setReviewer(reviewer.value.trim()),
    onKeydown: ({ key }) => key === "Enter" && reviewer.blur(),
  });
  const button = (words, shape, key, onClick, kind = "") =>
    el(
      "button",
      { class: `button ${kind}`, type: "button", "aria-keyshortcuts": key, onClick },
      shape && icon(shape),
      el("span", null, words),
    );
  const undo = button("Undo", "back", "u", () => app.undo());
  const save = button("Save", "download", null, () => app.save(), "primary");
  replace(
    root,
    el(
      "div",
      { class: "heading" },
      el("h1", { dir: "auto" }, `Review: ${first.title || first.id}`, more > 0 && ` and ${more} more`),
      el("p", { class: "progress" }, progress, count),
    ),
    el("label", { class: "reviewer" }, el("span", null, "Reviewer"), reviewer),
    el(
      "div",
      { class: "bar-buttons" },
      undo,
      button("Keys", null, "?", () => app.help(), "keys"),
      save,
    ),
    kept,
  );
  return {
    show({ decided, total, added, canUndo, unsaved }) {
      progress.max = Math.max(total, 1);
      progress.value = decided;
      count.textContent = `${decided} of ${total} decided${added ? `, ${added} added` : ""}`;
      undo.disabled = !canUndo;
      save.classList.toggle("waiting", unsaved);
    },
    name(value) {
      reviewer.value = value;
    },
    askName() {
      reviewer.focus();
      reviewer.select();
    },
    /** Tell something that stays true, such as that nothing is kept. */
    tell(words, ...controls) {
      replace(kept, words && el("span", null, words), controls);
    },
  };
}
