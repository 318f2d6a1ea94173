/** The reader's time in words: as of a day, or a range, told apart wherever something is shown of it. */

import { el } from "./dom.js";
import { showsUndated } from "./known.js";

/** Return the reader's time as a line; empty if nothing has a day. */
export function periodWords(app, state) {
  const { tr, model } = app;
  const day = state.on ?? model.latest;
  if (!day) return "";
  const words = state.from
    ? tr.t("said_between", { dates: tr.dates(state.from, day) })
    : `${tr.t("as_of")} ${tr.date(day)}`;
  return [words, undatedCount(model) > 0 && showsUndated(model, state) && tr.t("with_undated")]
    .filter(Boolean)
    .join(" · ");
}

/** Return the notice that only a range is shown; null where all that was known by a day is. */
export function rangeNotice({ tr, model }, { from, on }) {
  if (!from) return null;
  const dates = tr.dates(from, on ?? model.latest);
  return el("p", { class: "notice range-notice" }, tr.t("range_notice", { dates }));
}

/** Return how many zones and claims have no day. */
export function undatedCount({ undated }) {
  return undated.zones.length + undated.claims.length;
}
