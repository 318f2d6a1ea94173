/** Work that goes on where this browser left it. */

import { el } from "../script/dom.js";
import { createKeeper } from "./keeping.js";
import { stacked } from "./work.js";

/** Go on from what this browser kept, and keep what comes. */
export function resume(app) {
  const { data, work } = app;
  const keeper = createKeeper(data.documents);
  let keeps = true;
  const failed = () => {
    keeps = false;
    app.bar.tell("This browser does not keep your work: save the review file before you leave.");
  };
  const keep = () => {
    const kept = { base: data.base, saved: !app.unsaved, state: work.get() };
    if (keeps && !keeper.save(kept)) failed();
  };
  app.saved = () => {
    app.unsaved = false;
    keep();
    app.count();
  };
  app.bar.name(app.reviewer());
  try {
    takeUp(app, keeper.load());
  } catch {
    failed();
  }
  work.on(keep);
  addEventListener("storage", (event) => {
    if (event.key === keeper.key) app.bar.tell("This review goes on in another tab: reload to see it here.");
  });
  addEventListener("beforeunload", (event) => {
    if (!keeps && app.unsaved) event.preventDefault();
  });
}

function takeUp(app, kept) {
  const { data, work } = app;
  if (!kept) return;
  const same = kept.base === data.base;
  if (!same && kept.saved) return;
  work.resume(same ? kept.state : stacked(work.first, kept.state));
  app.unsaved = !kept.saved;
  app.count();
  const again = el(
    "button",
    { class: "button small", type: "button", onClick: () => work.restart() },
    "Start over",
  );
  const known = new Set(data.items.map((item) => item.key));
  const lost = Object.keys(work.get().decisions).filter((key) => !known.has(key)).length;
  const gone = lost ? ` ${lost} of its decisions are about items that this reading does not have.` : "";
  const put = same
    ? "Your work in this browser goes on."
    : "Your work in this browser was put on top of the file.";
  app.bar.tell(put + gone, again);
}
