/** A zone's name on the map with its monitors under it: buttons, so that a keyboard reaches them. */

import { openMark, partMark, undatedMark } from "./claims.js";
import { el, plain } from "./dom.js";
import { covers } from "./inside.js";
import { litZone } from "./lit.js";

// At how many places inside a zone its leader may end.
const ANCHORS = 9;

/** Return the makers of the zones' callouts. */
export function createCallouts(app) {
  const { model, store } = app;

  /** Return a callout for each zone that is on. */
  function labels() {
    const state = store.get();
    const on = new Set(state.layers);
    const known = model.known(state);
    const standings = known.standings.filter((each) => on.has(`nat:${each.nationality}`));
    return known.zones
      .filter((zone) => on.has(`zone:${zone.id}`) && zone.label)
      .map((zone, index) => ({
        kind: "zone",
        node: callout(
          zone,
          standings.filter((each) => each.zone === zone.id),
        ),
        folded: () => mark(zone),
        anchors: anchorsOf(zone),
        firm: isChosen(zone),
        rank: isChosen(zone) ? -1 : index / model.zones.length,
        of: zone.id,
        bounds: zone.bounds,
      }));
  }

  const isChosen = (zone) => {
    const { selection } = store.get();
    return litZone(model, selection) === zone;
  };

  /** Return places inside a zone: its middle, then some of its sub-districts' own. */
  function anchorsOf(zone) {
    zone.anchors ??= [zone.label, ...someOf(placesIn(model, zone), ANCHORS - 1)];
    return zone.anchors;
  }

  /** Return what stands for a callout where that has no room: a button with the zone's number. */
  function mark(zone) {
    const name = plain(app.tr.zone(zone));
    const words = [name, zone.unread.length > 0 && app.tr.t("read_in_part")].filter(Boolean).join(", ");
    return el(
      "div",
      { class: `callout folded hue-${zone.hue}${isChosen(zone) ? " chosen" : ""}`, "data-zone": zone.id },
      el(
        "button",
        {
          class: "callout-number",
          type: "button",
          "aria-label": words,
          title: words,
          onClick: (event) => pick(event, { kind: "zone", id: zone.id }),
        },
        app.tr.number(zone.number),
      ),
    );
  }

  function callout(zone, standings) {
    return el(
      "div",
      { class: `callout hue-${zone.hue}${isChosen(zone) ? " chosen" : ""}`, "data-zone": zone.id },
      el(
        "button",
        {
          class: "callout-name",
          type: "button",
          "aria-pressed": String(isChosen(zone)),
          onClick: (event) => pick(event, { kind: "zone", id: zone.id }),
        },
        plain(app.tr.zone(zone)),
      ),
      partMark(app, zone),
      openMark(app, zone),
      undatedMark(app, zone.days.length === 0),
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
    if (standing.undated) words.push(tr.t("undated"));
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

/** Return the inner points of the sub-districts of a zone that lie in it. */
function placesIn(model, zone) {
  const inZone = ([lon, lat]) => covers(zone.rings.whole, lon, lat) || covers(zone.rings.part, lon, lat);
  return model.ground.finest
    .filter(({ pcode }) => zone.members.some((member) => pcode.startsWith(member.pcode)))
    .map(({ pcode }) => model.ground.units.get(pcode))
    .map(({ lon, lat }) => [lon, lat])
    .filter(inZone);
}

/** Return at most so many items, spread over the list. */
function someOf(items, most) {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]);
}
