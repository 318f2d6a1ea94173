/** The slider over the dates in the documents: the map as it was known on each. */

import { el, replace } from "./dom.js";

/** Fill the timeline and keep it true to the store. */
export function createTimeline(root, app) {
  const { model, store } = app;
  const days = model.data.dates;
  if (days.length < 2) {
    root.hidden = true;
    return;
  }
  const slider = el("input", {
    type: "range",
    id: "as-of",
    min: 0,
    max: days.length - 1,
    step: 1,
    onInput: () => store.set({ on: days[slider.value] }),
  });
  const label = el("label", { for: "as-of" });
  const now = el("output", { for: "as-of", class: "as-of-day" });
  const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
  const event = el("p", { class: "as-of-event" });
  root.append(el("div", { class: "as-of" }, label, now, event), el("div", { class: "track" }, slider, ticks));

  store.on(["on", "lang"], ({ on }) => {
    const { tr } = app;
    const index = Math.max(0, days.indexOf(on ?? model.latest));
    slider.value = index;
    slider.setAttribute("aria-valuetext", tr.date(days[index]));
    root.setAttribute("aria-label", tr.t("timeline"));
    label.textContent = tr.t("as_of");
    now.textContent = tr.date(days[index]);
    event.textContent = events(app, days[index]).join(" · ");
    root.style.setProperty("--share", days.length > 1 ? index / (days.length - 1) : 1);
    const every = Math.ceil(days.length / 8);
    replace(
      ticks,
      ...days.map((day, at) =>
        el(
          "button",
          {
            class: `tick${at === index ? " now" : ""}${at < index ? " past" : ""}`,
            type: "button",
            tabindex: -1,
            vars: { "--at": at / (days.length - 1) },
            onClick: () => store.set({ on: day }),
          },
          at % every === 0 || at === days.length - 1 || at === index ? tr.date(day, "short") : "",
        ),
      ),
    );
  });
}

/** Return what the documents have for a day. */
function events(app, day) {
  const { model, tr } = app;
  const { accord, documents } = model.data;
  const said = model.claims.filter((claim) => claim.said_on === day).length;
  const published = documents.filter((document) => document.published === day).length;
  return [
    accord?.signed === day && tr.t("event_signed"),
    accord?.maps_due === day && tr.t("event_maps_due"),
    said > 0 && tr.t("event_said", { count: said }),
    published > 0 && tr.t("event_published", { count: published }),
  ].filter(Boolean);
}
