/** All of the work by keyboard. */

import { el } from "../script/dom.js";

const KEYS = [
  ["j", "Next item", (app) => app.move(1)],
  ["k", "Previous item", (app) => app.move(-1)],
  ["a", "Accept; of a sentence passed over: rightly", (app) => app.act("accept")],
  ["r", "Reject; of an added item: remove", (app) => app.act("reject")],
  ["e", "Mend; of a sentence passed over: add a claim", (app) => app.act("mend")],
  ["n", "Add a claim from the selected words", (app) => app.openAddition("claim")],
  ["z", "Add a zone from the selected words", (app) => app.openAddition("zone")],
  ["u", "Undo", (app) => app.undo()],
  ["s", "Save the review file", (app) => app.save()],
  ["?", "Show these keys", (app) => app.help()],
];
const TYPED = "input, textarea, select, [contenteditable]";

/** Listen to the keys, and return what shows them. */
export function createKeyboard(app) {
  const close = el(
    "button",
    { class: "button primary", type: "button", onClick: () => dialog.close() },
    "Close",
  );
  const dialog = el(
    "dialog",
    { class: "key-list", "aria-labelledby": "key-title" },
    el("h2", { id: "key-title" }, "Keys"),
    el(
      "dl",
      null,
      KEYS.map(([key, words]) => [el("dt", null, el("kbd", null, key)), el("dd", null, words)]),
      el("dt", null, el("kbd", null, "Ctrl"), " ", el("kbd", null, "Enter")),
      el("dd", null, "Save the form that is open"),
      el("dt", null, el("kbd", null, "Esc")),
      el("dd", null, "Leave the form"),
    ),
    el(
      "p",
      null,
      "A click on marked words chooses their item; another click the next one that rests on them.",
    ),
    close,
  );
  document.body.append(dialog);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.closest?.(TYPED)) return;
    const found = KEYS.find(([key]) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found[2](app);
  });
  return () => dialog.showModal();
}
