/** A zone's name on the map with its monitors under it: buttons, so that a keyboard reaches them. */

import { el, plain } from "./dom.js";

const SPREAD = [14, 44, 84];

/** Return the makers of the zones' callouts. */
export function createCallouts(app) {
  const { model, store } = app;

  /** Return a callout for each zone that is on. */
  function labels() {
    const state = store.get();
    const on = new Set(state.layers);
    const standings = model.standing(state.on).filter((each) => on.has(`nat:${each.nationality}`));
    return model.zones
      .filter((zone) => on.has(`zone:${zone.id}`) && zone.label)
      .map((zone, index) => ({
        kind: "zone",
        node: callout(zone, standings.filter((each) => each.zone === zone.id)),
        lon: zone.label[0],
        lat: zone.label[1],
        rank: index,
        must: true,
        spread: SPREAD,
      }));
  }

  function callout(zone, standings) {
    const { selection, on } = store.get();
    const chosen = selection?.kind === "zone" && selection.id === zone.id;
    const ahead = !model.described(zone, on);
    return el(
      "div",
      { class: `callout hue-${zone.hue}${chosen ? " chosen" : ""}${ahead ? " ahead" : ""}`, "data-zone": zone.id },
      el(
        "button",
        {
          class: "callout-name",
          type: "button",
          "aria-pressed": String(chosen),
          onClick: (event) => pick(event, { kind: "zone", id: zone.id }),
        },
        plain(zone.name),
      ),
      standings.length > 0 &&
        el(
          "div",
          { class: "callout-monitors" },
          standings.map((standing) => monitor(standing)),
        ),
    );
  }

  function monitor(standing) {
    const { tr } = app;
    const words = [tr.country(standing.nationality), tr.t(`status_${standing.status}`)];
    if (standing.disputed) words.push(tr.t("disputed"));
    return el(
      "button",
      {
        class: `badge status-${standing.status}${standing.disputed ? " disputed" : ""}`,
        type: "button",
        "aria-label": tr.list(words),
        title: words.join(" · "),
        onClick: (event) => pick(event, { kind: "nationality", id: standing.nationality }),
      },
      standing.nationality,
    );
  }

  function pick(event, selection) {
    event.stopPropagation();
    store.set({ selection });
    app.openPanel();
  }

  return {
    labels,
    /** Return the boxes of the controls that lie over the map: no name should hide under them. */
    taken(map) {
      const frame = map.getContainer().getBoundingClientRect();
      const over = document.querySelectorAll(".map-control, .leaflet-control-scale, .leaflet-control-attribution");
      return [...over].filter((node) => node.offsetParent).map((node) => {
        const box = node.getBoundingClientRect();
        return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
      });
    },
  };
}
