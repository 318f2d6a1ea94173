/** By whom the documents were read and reviewed, and what was decided about a single item. */

import { el } from "./dom.js";

const COUNTS = ["accepted", "mended", "rejected", "added", "undecided"];

/** Return the mark that says whether a person has reviewed the reading. */
export function reviewMark(app) {
  const { tr } = app;
  const review = app.model.data.review;
  const rules = review.read_by === "rules";
  const reader = rules ? tr.t("read_rules") : tr.nodes("read_by", { who: el("bdi", null, review.read_by) });
  const reviewed = review.by.length > 0;
  const counts = COUNTS.filter((name) => review[name] > 0 && reviewed);
  return el(
    "p",
    { class: `review-mark ${reviewed ? "reviewed" : "unreviewed"}` },
    reader,
    tr.t("list_comma"),
    reviewed
      ? tr.nodes("reviewed_by", {
          who: el("bdi", null, tr.list(review.by)),
          date: tr.date(review.on),
        })
      : tr.t("not_reviewed"),
    counts.length > 0 && [
      " (",
      counts.map((name) => tr.t(`review_${name}`, { count: review[name] })).join(tr.t("list_comma")),
      ")",
    ],
  );
}

/** Return what a person decided about a claim or zone, and who made it if the rules did not. */
export function verdict(app, item) {
  const { tr } = app;
  const decided = item.verdict;
  if (!decided && !item.made_by) return null;
  return el(
    "p",
    { class: "verdict" },
    decided &&
      tr.nodes(`verdict_${decided.kind}`, { who: el("bdi", null, decided.by), date: tr.date(decided.on) }),
    decided?.note && [": ", el("bdi", { class: "verdict-note" }, decided.note)],
    !decided && tr.nodes("read_by", { who: el("bdi", null, item.made_by) }),
  );
}
