/** Sentences from which nothing was made, each with the reason, in a fold. */

import { el, lazyFold } from "./dom.js";
import { quotations, quoted } from "./quotes.js";

/** Return the section of the sentences passed over; null without any. */
export function passedOver(app, rows) {
  const { tr } = app;
  if (!rows.length) return null;
  const title = el("h3", null, tr.t("passed_over"), el("span", { class: "count" }, tr.number(rows.length)));
  return el(
    "section",
    { class: "part-passed-over" },
    lazyFold("passed-fold", title, () =>
      el(
        "div",
        null,
        el("p", { class: "hint" }, tr.t("passed_over_hint")),
        el(
          "ol",
          { class: "passed-over" },
          rows.map((row) => sentence(app, row)),
        ),
      ),
    ),
  );
}

/** Return why there is nothing on the map; null where there is something. */
export function nothingFound(app) {
  const { model, tr } = app;
  if (model.zones.length || model.claims.length) return null;
  const rows = model.data.passed_over;
  const abroad = rows.length > 0 && rows.every((row) => row.reason === "not about Syria");
  const why = abroad ? "nothing_abroad" : rows.length ? "nothing_passed" : "nothing_said";
  return el("p", { class: "notice" }, tr.t(why, { count: rows.length }));
}

function sentence(app, row) {
  return el(
    "li",
    null,
    el("p", { class: "passed-reason" }, reason(app, row.reason)),
    row.detail && el("p", { class: "detail", lang: "en", dir: "auto" }, quoted(app, row.detail)),
    row.text && el("p", { class: "passed-text", dir: "auto" }, quoted(app, row.text)),
    quotations(app, row),
  );
}

/** Return a reason in the reader's language, as it is where that lacks it. */
function reason(app, words) {
  const key = `reason_${words.replaceAll(" ", "_")}`;
  return app.tr.has(key) ? app.tr.t(key) : words;
}
