/** The timeline of claims: who said what when, a lane for each nationality; it opens below the map. */

import { nextMark } from "./chartkeys.js";
import { chartAxis, chartGrid, chartKey, chartLane } from "./chartlanes.js";
import { dayLeft, lanesOf, layOut } from "./chartlayout.js";
import { createClaimCard } from "./claimcard.js";
import { whoSaid } from "./claimwords.js";
import { el, icon, replace } from "./dom.js";
import { textLength } from "./textlength.js";
import { dayNumber } from "./timescale.js";

const SHEET = "(width < 760px), (height < 560px)"; // where it covers the page, as in claimchart.css
const PAPER = 1040; // px of an A4 sheet in landscape, without its margins
const NARROW = 560;

/** Fill the timeline of claims and keep it true to the store. */
export function createClaimChart(root, app) {
  const { model, store } = app;
  app.openChart = () => {};
  if (!model.claims.length) return;
  const title = el("h2", { tabindex: -1, id: "chart-title" });
  const period = el("p", { class: "chart-days" });
  const hint = el("p", { class: "visually-hidden", id: "chart-hint" });
  const larger = button("enlarge", () => enlarge(!root.classList.contains("large")));
  const closing = button("close", close);
  const body = el("div", { class: "chart-body" });
  const key = el("div", { class: "chart-foot" });
  const card = createClaimCard(app);
  root.append(
    el("header", { class: "chart-head" }, title, period, hint, larger, closing),
    body,
    key,
    card.node,
  );
  root.setAttribute("aria-labelledby", title.id);
  root.setAttribute("aria-describedby", hint.id);
  let layout = null;
  let held = null; // id of the claim at which the keyboard is

  app.openChart = ({ focus = null } = {}) => {
    held = focus ?? held;
    store.set({ chart: true });
    if (focus) markOf(focus)?.focus();
    else title.focus();
  };

  function close() {
    store.set({ chart: false });
    document.querySelector(".action-lanes").focus();
  }

  function enlarge(wanted) {
    root.classList.toggle("large", wanted);
    larger.setAttribute("aria-pressed", String(wanted));
  }

  store.on(["chart", "lang"], ({ chart }) => {
    const { tr } = app;
    document.body.classList.toggle("with-chart", chart);
    if (chart === root.hidden) makeRoom(chart);
    root.hidden = !chart;
    card.hide();
    title.textContent = tr.t("claim_chart");
    hint.textContent = tr.t("claim_chart_hint");
    larger.setAttribute("aria-label", tr.t("claim_chart_enlarge"));
    closing.setAttribute("aria-label", tr.t("claim_chart_close"));
    draw();
  });
  store.on(["on", "from", "undated", "selection"], mark);
  new ResizeObserver(() => {
    if (layout && body.clientWidth !== layout.width) draw();
  }).observe(body);
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = store.get().chart
      ? "light"
      : document.documentElement.dataset.theme;
    draw(PAPER);
  });
  addEventListener("afterprint", () => {
    store.touch("theme");
    draw();
  });

  function draw(width = body.clientWidth) {
    layout = null;
    if (root.hidden || !width) return;
    const { tr } = app;
    const narrow = width < NARROW;
    const tallest = width === PAPER ? Number.POSITIVE_INFINITY : Math.max(760, 2.5 * body.clientHeight);
    const lanes = lanesOf(app);
    const longest = narrow ? 150 : 240;
    const length = textLength(body, { size: 12 });
    const measure = (claim) => Math.min(longest, length(whoSaid(app, claim)) + 2);
    layout = layOut(lanes, { width, narrow, tallest, measure });
    layout.width = width;
    root.classList.toggle("narrow", narrow);
    const { scrollTop } = body;
    replace(
      body,
      chartAxis(app, layout, textLength(body, { size: 11.5, weight: 650 })),
      el(
        "div",
        { class: "chart-lanes", vars: { "--names": `${layout.names}px` } },
        chartGrid(layout),
        layout.span > 0 && el("div", { class: "chart-now" }),
        el(
          "ol",
          null,
          layout.lanes.map((lane) => chartLane(app, lane, layout)),
        ),
      ),
    );
    body.scrollTop = scrollTop;
    replace(key, chartKey(app, lanes));
    const days = lanes
      .flatMap((lane) => lane.claims.map((claim) => claim.day))
      .filter(Boolean)
      .sort();
    period.textContent = days.length ? tr.dates(days[0], days.at(-1)) : "";
    mark();
  }

  /** Mark what is chosen, what is known at the reader's time, and where the keyboard comes in. */
  function mark() {
    if (!layout) return;
    const state = store.get();
    const known = new Set(model.known(state).claims.map((claim) => claim.id));
    const { kind, id } = state.selection ?? {};
    const nodes = [...body.querySelectorAll(".claim-mark")];
    light(kind === "claim" ? id : null);
    const entry = nodes.find((node) => node.dataset.claim === held) ?? nodes[0];
    for (const node of nodes) {
      const chosen = kind === "claim" && node.dataset.claim === id;
      node.classList.toggle("unknown", !known.has(node.dataset.claim));
      node.setAttribute("aria-current", String(chosen));
      node.tabIndex = node === entry ? 0 : -1;
    }
    for (const lane of body.querySelectorAll(".chart-lane"))
      lane.classList.toggle("chosen", kind === "nationality" && lane.dataset.nationality === id);
    const now = body.querySelector(".chart-now");
    const day = state.on ?? model.latest;
    if (!now || !day) return;
    const after = dayNumber(day) + 1;
    const inside = after > layout.first && after <= layout.last;
    now.hidden = !inside;
    now.style.setProperty("--at", `${layout.names + dayLeft(layout, after)}px`);
  }

  function point(node) {
    const id = node.dataset.claim;
    card.show(model.claim(id), node);
    light(id);
  }

  function leave() {
    card.leave();
    const { kind, id } = store.get().selection ?? {};
    light(kind === "claim" ? id : null);
  }

  /** Show the lines between a claim and what it stands against more strongly than others. */
  function light(id) {
    for (const tie of body.querySelectorAll(".tie")) {
      const { refusing, affirming } = tie.dataset;
      tie.classList.toggle("lit", refusing === id || affirming === id);
    }
  }

  /** Show a claim's words in the panel and its zone on the map, at a time at which it is known. */
  function choose(claim) {
    held = claim.id;
    card.hide();
    if (matchMedia(SHEET).matches) store.set({ chart: false });
    else enlarge(false);
    app.select({ kind: "claim", id: claim.id }, timeOf(app, claim));
  }

  const markAt = (event) => event.target.closest?.(".claim-mark");
  const markOf = (id) => [...body.querySelectorAll(".claim-mark")].find((node) => node.dataset.claim === id);
  body.addEventListener("click", (event) => {
    const node = markAt(event);
    if (node) choose(model.claim(node.dataset.claim));
  });
  body.addEventListener("pointerover", (event) => {
    const node = markAt(event);
    if (node && event.pointerType === "mouse") point(node);
  });
  body.addEventListener("pointerout", (event) => markAt(event) && leave());
  body.addEventListener("focusin", (event) => {
    const node = markAt(event);
    if (!node) return;
    held = node.dataset.claim;
    mark();
    if (node.matches(":focus-visible")) point(node);
  });
  body.addEventListener("focusout", (event) => markAt(event) && leave());
  body.addEventListener("scroll", () => card.hide(), { passive: true });
  root.addEventListener("keydown", (event) => {
    const node = markAt(event);
    if (event.key === "Escape") {
      event.preventDefault();
      if (card.node.hidden || node) close();
      else card.hide();
      return;
    }
    const next = node && nextMark(event.key, node, { lanes: body, rtl: app.tr.dir === "rtl" });
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    point(next);
  });
}

/** Fold what lies over the map while it has less room, and unfold it afterwards. */
function makeRoom(wanted) {
  const note = document.querySelector(".map-note");
  const legend = document.querySelector(".legend-toggle");
  const isOpen = () => legend.getAttribute("aria-expanded") === "true";
  if (wanted) {
    note.dataset.wasOpen = note.open;
    legend.dataset.wasOpen = isOpen();
  }
  note.open = !wanted && note.dataset.wasOpen === "true";
  if (isOpen() !== (!wanted && legend.dataset.wasOpen === "true")) legend.click();
}

function button(shape, onClick) {
  return el("button", { class: `chart-button chart-${shape}`, type: "button", onClick }, icon(shape));
}

/** Return the change of time that makes a claim known; none if it is known already. */
function timeOf({ model, store }, claim) {
  const state = store.get();
  if (model.known(state).claims.includes(claim)) return {};
  if (!claim.day) return { undated: true };
  const on = state.on ?? model.latest;
  return {
    on: [on, claim.day].sort()[1],
    from: state.from && claim.day < state.from ? null : state.from,
  };
}
