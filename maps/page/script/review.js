/** By whom the documents were read and reviewed, and what was decided about a single item. */

import { el } from "./dom.js";

const COUNTS = ["accepted", "mended", "rejected", "added", "undecided"];

/** Return in words by whom the documents were read and reviewed, with what was decided. */
export function reviewWords(app, { counts: counted = true } = {}) {
  const { tr } = app;
  const review = app.model.data.review;
  const rules = review.read_by === "rules";
  const reader = rules ? tr.t("read_rules") : tr.t("read_by", { who: review.read_by });
  const comma = tr.t("list_comma");
  if (review.by.length === 0) return reader + comma + tr.t("not_reviewed");
  const counts = COUNTS.filter((name) => counted && review[name] > 0);
  const decided = counts.map((name) => tr.t(`review_${name}`, { count: review[name] })).join(comma);
  const by = tr.t("reviewed_by", { who: tr.list(review.by), date: tr.date(review.on) });
  return reader + comma + by + (decided ? ` (${decided})` : "");
}

/** Return the mark that says whether a person has reviewed the reading. */
export function reviewMark(app) {
  const reviewed = app.model.data.review.by.length > 0;
  return el(
    "p",
    { class: `review-mark ${reviewed ? "reviewed" : "unreviewed"}` },
    el("bdi", null, reviewWords(app)),
  );
}

/** Return what a mended item said before. */
function before(app, was) {
  const { tr } = app;
  const told = Object.entries(was).map(([key, value]) =>
    key === "status" ? tr.t(`status_${value}`) : (value ?? tr.t("none")),
  );
  return told.length > 0 && [" (", tr.nodes("verdict_was", { what: el("bdi", null, tr.list(told)) }), ")"];
}

/** Return what a person decided about a claim or zone, and who made it if the rules did not. */
export function verdict(app, item) {
  const { tr } = app;
  const decided = item.verdict;
  if (!decided && !item.made_by) return null;
  return el(
    "p",
    { class: "review-verdict" },
    decided &&
      tr.nodes(`verdict_${decided.kind}`, { who: el("bdi", null, decided.by), date: tr.date(decided.on) }),
    decided && before(app, decided.was),
    decided?.note && [": ", el("bdi", { class: "review-note" }, decided.note)],
    !decided && tr.nodes("read_by", { who: el("bdi", null, item.made_by) }),
  );
}
