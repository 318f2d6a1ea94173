/** Time: a slider true to scale over the days of the documents, as of one of them or from one to another. */

import { el, icon, replace } from "./dom.js";
import { showsUndated } from "./known.js";
import { undatedCount } from "./period.js";
import { createPlaying } from "./playing.js";
import { createScale, scaleMarks } from "./timescale.js";
import { createThumb } from "./timethumb.js";

/** Fill the timeline and keep it true to the store. */
export function createTimeline(root, app) {
  const { model, store } = app;
  const days = model.data.dates;
  const undated = undatedCount(model);
  if (days.length < (undated ? 1 : 2)) {
    root.hidden = true;
    return;
  }
  const scale = createScale(days);
  const onIndex = () => Math.max(0, days.indexOf(store.get().on ?? model.latest));
  const fromIndex = () => Math.max(0, days.indexOf(store.get().from));
  const goTo = (index) => {
    const { from } = store.get();
    const day = days[Math.min(days.length - 1, Math.max(0, index))];
    store.set({ on: from && day < from ? from : day });
  };
  const playing = createPlaying(app, { index: onIndex, count: days.length, goTo });
  const thumb = { app, scale, count: days.length, onTouch: playing.pause };
  const until = createThumb({ ...thumb, id: "as-of", index: onIndex, goTo });
  const since = createThumb({
    ...thumb,
    id: "said-from",
    index: fromIndex,
    goTo: (index) => store.set({ from: days[Math.min(index, onIndex())] }),
  });

  const label = el("label", { for: "as-of" });
  const now = el("output", { for: "as-of", class: "as-of-day" });
  const event = el("p", { class: "as-of-event" });
  const ticks = el(
    "div",
    { class: "ticks", "aria-hidden": "true" },
    days.map((day) => tick(model, scale, day)),
  );
  const marks = el("div", { class: "scale", "aria-hidden": "true" });
  const track = el("div", { class: "track" }, ticks, marks, until.input, since.input);
  const back = stepButton("earlier", -1);
  const forward = stepButton("later", 1);
  const range = el(
    "button",
    {
      class: "time-button range-switch",
      type: "button",
      onClick: () => store.set({ from: store.get().from ? null : days[0] }),
    },
    icon("range"),
  );
  const box = el("input", {
    type: "checkbox",
    onChange: () => {
      const byItself = showsUndated(model, { ...store.get(), undated: null });
      store.set({ undated: box.checked === byItself ? null : box.checked });
    },
  });
  const switchWords = el("span");
  const undatedSwitch = el("label", { class: "undated-switch", hidden: !undated }, box, switchWords);
  const buttons = el("div", { class: "time-buttons", role: "group" }, back, playing.button, forward, range);
  root.append(el("div", { class: "as-of" }, label, now, event), buttons, track, undatedSwitch);
  root.classList.toggle("single", days.length < 2);

  function stepButton(shape, turn) {
    return el(
      "button",
      {
        class: `time-button step-${shape}`,
        type: "button",
        onClick: () => {
          playing.pause();
          goTo(onIndex() + turn);
        },
      },
      icon(shape),
    );
  }

  store.on(["on", "from", "undated", "lang"], (state) => {
    const { tr } = app;
    const [first, last] = [state.from ? fromIndex() : 0, onIndex()];
    root.classList.toggle("ranged", Boolean(state.from));
    root.style.setProperty("--from", state.from ? scale.at(state.from) : 0);
    root.style.setProperty("--to", scale.at(days[last]));
    label.textContent = tr.t(state.from ? "only_said" : "as_of");
    now.textContent = state.from ? tr.dates(state.from, days[last]) : tr.date(days[last]);
    event.textContent = (state.from ? counted(app, state) : events(app, days[last])).join(" · ");
    until.show(tr.date(days[last]), tr.t(state.from ? "range_until" : "as_of"));
    since.show(tr.date(days[first]), tr.t("range_from"));
    since.input.hidden = !state.from;
    back.disabled = last === first;
    forward.disabled = last === days.length - 1;
    range.setAttribute("aria-pressed", String(Boolean(state.from)));
    box.checked = showsUndated(model, state);
    [...ticks.children].forEach((node, index) => {
      node.classList.toggle("now", index === last);
      node.classList.toggle("within", index >= first && index <= last);
    });
  });

  store.on(["lang"], () => {
    const { tr } = app;
    root.setAttribute("aria-label", tr.t("timeline"));
    buttons.setAttribute("aria-label", tr.t("timeline_buttons"));
    for (const [node, key] of [
      [back, "time_earlier"],
      [forward, "time_later"],
      [range, "time_range"],
    ]) {
      node.setAttribute("aria-label", tr.t(key));
      node.title = tr.t(key);
    }
    switchWords.textContent = tr.t("undated_count", { count: undated });
    undatedSwitch.title = tr.t("undated_hint");
    drawScale();
  });
  new ResizeObserver(drawScale).observe(track);

  function drawScale() {
    const { tr } = app;
    const found = scaleMarks(scale, track.clientWidth - 18);
    replace(
      marks,
      ...found.map(({ at, day, unit, major }, index) =>
        el(
          "span",
          { class: `scale-mark${major ? " major" : ""}`, vars: { "--at": at } },
          el("span", null, tr.scaleDay(day, unit, index === 0 || major)),
        ),
      ),
    );
  }
}

/** Return the mark of a day: a bar for its claims, a lozenge for documents, a ring for the agreement. */
function tick({ claims, data }, scale, day) {
  const { accord, documents } = data;
  const said = claims.filter((claim) => claim.day === day).length;
  const kinds = [
    said > 0 && "claims",
    documents.some((document) => document.published === day) && "published",
    accord && [accord.signed, accord.maps_due].includes(day) && "agreement",
  ].filter(Boolean);
  return el("span", {
    class: ["tick", ...kinds].join(" "),
    vars: { "--at": scale.at(day), "--tall": `${Math.min(11, 3 + 2 * said)}px` },
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

function counted({ model, tr }, state) {
  const { claims, zones } = model.known(state);
  return [tr.t("zones_count", { count: zones.length }), tr.t("claims_count", { count: claims.length })];
}
