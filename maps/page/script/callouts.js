/** A zone's name on the map with its monitors under it: buttons, so that a keyboard reaches them. */

import { partMark } from "./claims.js";
import { el, plain } from "./dom.js";

/** Return the makers of the zones' callouts. */
export function createCallouts(app) {
  const { model, store } = app;

  /** Return a callout for each zone that is on. */
  function labels(map) {
    const state = store.get();
    const on = new Set(state.layers);
    const standings = model.standing(state.on).filter((each) => on.has(`nat:${each.nationality}`));
    return model.zones
      .filter((zone) => on.has(`zone:${zone.id}`) && zone.label)
      .map((zone, index) => ({
        kind: "zone",
        node: callout(
          zone,
          standings.filter((each) => each.zone === zone.id),
        ),
        lon: zone.label[0],
        lat: zone.label[1],
        rank: index,
        must: true,
        of: zone.id,
        around: (point) => reach(map, zone, point),
      }));
  }

  function callout(zone, standings) {
    const { selection, on } = store.get();
    const chosen = selection?.kind === "zone" && selection.id === zone.id;
    const ahead = !model.described(zone, on);
    return el(
      "div",
      {
        class: `callout hue-${zone.hue}${chosen ? " chosen" : ""}${ahead ? " ahead" : ""}`,
        "data-zone": zone.id,
      },
      el(
        "button",
        {
          class: "callout-name",
          type: "button",
          "aria-pressed": String(chosen),
          onClick: (event) => pick(event, { kind: "zone", id: zone.id }),
        },
        plain(app.tr.zone(zone)),
      ),
      partMark(app, zone),
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

  /** Return how far a zone extends from its label's point on the screen, in px. */
  function reach(map, zone, point) {
    const [w, s, e, n] = zone.bounds;
    const upper = map.latLngToContainerPoint([n, w]);
    const lower = map.latLngToContainerPoint([s, e]);
    return [point.x - upper.x, point.y - upper.y, lower.x - point.x, lower.y - point.y];
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
      const over = document.querySelectorAll(
        ".map-control, .leaflet-control-scale, .leaflet-control-attribution, .map-note, #panel",
      );
      return [...over]
        .filter((node) => node.offsetParent)
        .map((node) => {
          const box = node.getBoundingClientRect();
          return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
        });
    },
  };
}
