/** Playing: the days of the timeline one after the other, until the last or until somebody takes over. */

import { el, icon, replace } from "./dom.js";

const EACH_MS = 1100;
const CALM_MS = 2200;

/** Return the button that plays and `pause`; `index` tells the present day of `count`, `goTo` changes it. */
export function createPlaying(app, { index, count, goTo }) {
  let timer = null;
  const button = el("button", {
    class: "time-button play",
    type: "button",
    onClick: () => (timer === null ? play() : pause()),
  });

  function play() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    app.holdTime();
    if (index() === count - 1) goTo(0);
    timer = setInterval(next, calm ? CALM_MS : EACH_MS);
    show();
  }

  function next() {
    const before = index();
    goTo(before + 1);
    if (index() === count - 1 || index() === before) pause();
  }

  function pause() {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    app.settleTime();
    show();
  }

  function show() {
    const key = timer === null ? "time_play" : "time_pause";
    replace(button, icon(timer === null ? "play" : "pause"));
    button.setAttribute("aria-label", app.tr.t(key));
    button.title = app.tr.t(key);
  }

  app.store.on(["lang"], show);
  return { button, pause };
}
