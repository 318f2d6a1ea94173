/** The side panel: shows what the reader has chosen, or the whole. */

import { claimView } from "./claimview.js";
import { el, icon, plain, replace } from "./dom.js";
import { nationalityView } from "./nationalityview.js";
import { overview } from "./overview.js";
import { ownView } from "./ownview.js";
import { rangeNotice } from "./period.js";
import { pointOf } from "./permalink.js";
import { pointView, unitView } from "./unitview.js";
import { zoneView } from "./zoneview.js";

/** Keep the panel true to the store. */
export function createPanel(root, app) {
  const { store, model } = app;
  const body = el("div", { class: "panel-body", id: "panel-body" });
  const handle = el("button", { class: "panel-handle", type: "button", onClick: () => step() });
  const back = el(
    "button",
    { class: "panel-back", type: "button", onClick: () => app.select(null) },
    icon("back"),
    el("span"),
  );
  root.append(handle, back, body);
  dragging(handle, root, app);

  function step(open) {
    const now = root.dataset.open ?? "peek";
    const next = open ?? { peek: "half", half: "full", full: "peek" }[now];
    root.dataset.open = next;
    handle.setAttribute("aria-expanded", String(next !== "peek"));
    app.redraw();
  }
  root.addEventListener("transitionend", (event) => event.target === root && app.redraw());
  step("peek");

  let shown = null;
  store.on(["selection", "on", "from", "undated", "lang"], (state) => {
    const { tr } = app;
    const { selection } = state;
    const known = model.known(state);
    root.setAttribute("aria-label", tr.t("panel"));
    handle.setAttribute("aria-label", tr.t("panel_handle"));
    back.lastChild.textContent = tr.t("back_to_overview");
    const view = viewOf(selection, known);
    back.hidden = !view;
    const key = JSON.stringify(selection);
    const fresh = key !== shown;
    const open = fresh ? [] : openFolds(body);
    replace(body, rangeNotice(app, state), view ?? overview(app, known));
    if (fresh) body.scrollTop = 0;
    else reopen(body, open);
    shown = key;
    root.classList.toggle("has-selection", Boolean(view));
  });

  function viewOf(selection, known) {
    if (!selection) return null;
    const { kind, id } = selection;
    if (kind === "zone" && model.zone(id)) return zoneView(app, model.zone(id), known);
    if (kind === "nationality" && model.nationalities.includes(id)) return nationalityView(app, id, known);
    if (kind === "claim" && model.claim(id)) return claimView(app, model.claim(id), known);
    if (kind === "unit" && model.unit(id)) return unitView(app, id, known);
    if (kind === "own" && model.ownFeature(id)) return ownView(app, model.ownFeature(id));
    const point = kind === "point" ? pointOf(id) : null;
    return point && pointView(app, point, known);
  }

  return {
    open: (size) => step(size ?? (root.dataset.open === "full" ? "full" : "half")),
    /** Move the focus to the panel's heading, so that a screen reader begins there. */
    focus() {
      const heading = body.querySelector("h2");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    },
    announce: (text) => app.toast(plain(text)),
  };
}

function openFolds(body) {
  return [...body.querySelectorAll("details")]
    .map((fold, index) => (fold.open ? index : -1))
    .filter((index) => index >= 0);
}

function reopen(body, indices) {
  const folds = body.querySelectorAll("details");
  for (const index of indices) if (folds[index]) folds[index].open = true;
}

/** Let a finger draw the bottom sheet up and down. */
function dragging(handle, root, app) {
  let start = null;
  handle.addEventListener("pointerdown", (event) => {
    start = { y: event.clientY, height: root.getBoundingClientRect().height, moved: false };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (!start) return;
    const height = start.height + start.y - event.clientY;
    if (Math.abs(event.clientY - start.y) > 6) start.moved = true;
    if (start.moved) root.style.setProperty("--sheet-height", `${height}px`);
    root.classList.toggle("dragged", start.moved);
  });
  handle.addEventListener("pointerup", (event) => {
    if (start?.moved) {
      const share = (start.height + start.y - event.clientY) / innerHeight;
      app.openPanel(share < 0.28 ? "peek" : share < 0.7 ? "half" : "full");
      handle.addEventListener("click", (click) => click.stopImmediatePropagation(), {
        once: true,
        capture: true,
      });
    }
    root.style.removeProperty("--sheet-height");
    root.classList.remove("dragged");
    start = null;
  });
}
