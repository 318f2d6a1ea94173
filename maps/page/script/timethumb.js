/** A thumb of the timeline: it rests on the days of the documents only, wherever it is drawn to. */

import { el } from "./dom.js";

const JUMP = 0.1; // share of the span that Page Up and Page Down cross at least

/**
 * Return a thumb: its `input`, and `show` to put it and its words right.
 *
 * `index` gives the day that it shows and `goTo` changes it; `onTouch` is called when somebody takes it.
 */
export function createThumb({ app, scale, count, id, index, goTo, onTouch }) {
  let drawn = false;
  const input = el("input", { type: "range", id, min: 0, max: scale.span, step: 1 });
  const offsetOf = (at) => scale.offset(app.model.data.dates[at]);

  input.addEventListener("pointerdown", () => {
    drawn = true;
    onTouch();
    app.holdTime();
  });
  for (const end of ["pointerup", "pointercancel", "change"])
    input.addEventListener(end, () => {
      drawn = false;
      app.settleTime();
    });
  input.addEventListener("input", () => {
    const moved = Number(input.value) - offsetOf(index());
    const wanted = scale.nearest(Number(input.value));
    // Assistive technology moves by a day at a time: that is meant as the next day that there is.
    const nudged = !drawn && Math.abs(moved) === 1 && wanted === index();
    goTo(nudged ? within(index() + moved) : wanted);
    input.value = offsetOf(index());
  });
  input.addEventListener("keydown", (event) => {
    const wanted = keyTarget(event);
    if (wanted === null) return;
    event.preventDefault();
    onTouch();
    if (event.repeat) app.holdTime();
    goTo(wanted);
  });
  input.addEventListener("keyup", () => app.settleTime());

  function keyTarget({ key, ctrlKey, altKey, metaKey }) {
    if (ctrlKey || altKey || metaKey) return null;
    const along = app.tr.dir === "rtl" ? -1 : 1;
    const turn = { ArrowRight: along, ArrowLeft: -along, ArrowUp: 1, ArrowDown: -1 }[key];
    if (turn) return within(index() + turn);
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    if (key === "PageUp") return jump(1);
    return key === "PageDown" ? jump(-1) : null;
  }

  function jump(turn) {
    const far = JUMP * scale.span;
    let at = within(index() + turn);
    while (within(at + turn) !== at && Math.abs(offsetOf(at) - offsetOf(index())) < far) at += turn;
    return at;
  }

  const within = (at) => Math.min(count - 1, Math.max(0, at));

  return {
    input,
    show(words, name) {
      input.value = offsetOf(index());
      input.setAttribute("aria-valuetext", words);
      input.setAttribute("aria-label", name);
    },
  };
}
