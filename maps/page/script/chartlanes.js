/** The timeline's lanes, axis and legend as elements. */

import { dayLeft, MARK } from "./chartlayout.js";
import { markGlyph } from "./chartmarks.js";
import { whenSaid, whereSaid, whoSaid } from "./claimwords.js";
import { el, svg } from "./dom.js";
import { STATUSES } from "./model.js";
import { scaleMarks } from "./timescale.js";

/** Return the scale of days above the lanes; `measure` tells the length of a label. */
export function chartAxis({ tr }, layout, measure) {
  const { names, dated, undated, first, last } = layout;
  let free = 0;
  const ticks = ticksOf(layout).map(({ day, unit, major, left }, index) => {
    const words = tr.scaleDay(day, unit, index === 0 || major || last === first);
    const length = measure(words) + 10;
    const ends = left + length > names + dated;
    const begin = ends ? left - length : left;
    const fits = begin >= free;
    if (fits) free = begin + length;
    const kinds = ["chart-tick", major && "major", ends && "ends"].filter(Boolean);
    return tick(left, kinds.join(" "), fits && words);
  });
  return el(
    "div",
    { class: "chart-axis", "aria-hidden": "true" },
    ticks,
    undated > 0 && tick(names + dated, "chart-tick chart-undated", tr.t("undated")),
  );
}

/** Return the lines of the scale that run down through the lanes. */
export function chartGrid(layout) {
  return ticksOf(layout).map(({ left }) => el("div", { class: "chart-grid", vars: { "--at": `${left}px` } }));
}

function ticksOf(layout) {
  const { names, dated, first, span, edge } = layout;
  const marks = span ? scaleMarks({ first, span }, dated - 2 * edge) : [];
  return marks
    .filter(({ at }) => at < 1)
    .map((mark) => ({ ...mark, left: names + dayLeft(layout, first + mark.at * span) }));
}

function tick(left, kind, words) {
  return el("span", { class: kind, vars: { "--at": `${left}px` } }, el("span", null, words));
}

/** Return a lane: its nationality, its marks and the ties between them. */
export function chartLane(app, lane, layout) {
  const { tr } = app;
  return el(
    "li",
    { class: "chart-lane", "data-nationality": lane.code },
    el(
      "div",
      { class: "lane-name" },
      el(
        "button",
        { class: "link", type: "button", onClick: () => app.select({ kind: "nationality", id: lane.code }) },
        lane.name,
      ),
      el(
        "span",
        { class: lane.disputes.length ? "lane-count disputed" : "lane-count" },
        [tr.t("claims_count", { count: lane.claims.length }), lane.disputes.length && tr.t("disputed")]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
    el(
      "div",
      {
        class: layout.undated > 0 ? "lane-track with-undated" : "lane-track",
        role: "group",
        "aria-label": lane.name,
        vars: { height: `${lane.height}px`, "--undated": `${layout.undated}px` },
      },
      svg(
        "svg",
        { class: "ties", width: layout.dated + layout.undated, height: lane.height, "aria-hidden": "true" },
        lane.ties.map(({ d, refusing, affirming, resting }) =>
          svg("path", {
            d,
            class: resting ? "tie" : "tie unresting",
            "data-refusing": refusing,
            "data-affirming": affirming,
          }),
        ),
      ),
      lane.placed.map((placed) => mark(app, lane, placed)),
    ),
  );
}

function mark(app, lane, { claim, left, top, side, length }) {
  const words = side && el("span", { class: "mark-words", dir: "auto" }, whoSaid(app, claim));
  const start = side === "before" ? left - length : left;
  return el(
    "button",
    {
      class: `claim-mark${side ? ` words-${side}` : ""}`,
      type: "button",
      tabindex: -1,
      "data-claim": claim.id,
      "aria-label": spoken(app, lane, claim),
      vars: {
        "inset-inline-start": `${start}px`,
        top: `${top}px`,
        width: `${MARK + (side ? length : 0)}px`,
      },
    },
    side === "before" && words,
    markGlyph(claim.status, Boolean(claim.day && !claim.said_on)),
    side === "after" && words,
  );
}

function spoken(app, lane, claim) {
  const { tr } = app;
  const against = lane.disputes.filter((pair) => [pair.refusing, pair.affirming].includes(claim.id)).length;
  return [
    whoSaid(app, claim),
    lane.name,
    tr.t(`status_${claim.status}`),
    whenSaid(app, claim),
    whereSaid(app, claim),
    against > 0 && tr.t("stands_against", { count: against }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Return what the marks and lines mean. */
export function chartKey({ model, tr }, lanes) {
  const seen = new Set(model.claims.map((claim) => claim.status));
  const row = (sample, words) => el("li", null, sample, words);
  const line = svg(
    "svg",
    { viewBox: "0 0 26 12", class: "key-tie", "aria-hidden": "true" },
    svg("path", { d: "M2 1V4Q2 9 7 9H19Q24 9 24 4V1", class: "tie" }),
  );
  return el(
    "ul",
    { class: "chart-key" },
    STATUSES.filter((status) => seen.has(status)).map((status) =>
      row(markGlyph(status), tr.t(`status_${status}`)),
    ),
    model.claims.some((claim) => claim.day && !claim.said_on) &&
      row(markGlyph("undecided", true), tr.t("key_published")),
    lanes.some((lane) => lane.disputes.length) && row(line, tr.t("key_tie")),
  );
}
