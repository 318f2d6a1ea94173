/** What lies over the map: zoom, notes, and the name under the pointer. */

import { el, icon, replace } from "./dom.js";
import { lookUp } from "./lookup.js";
import { swatch } from "./patterns.js";
import { reviewWords } from "./review.js";

/** Put the zoom buttons on the map. */
export function createZoomControl(map, app) {
  const buttons = [
    ["plus", "zoom_in", () => map.zoomIn()],
    ["minus", "zoom_out", () => map.zoomOut()],
    ["home", "zoom_all", () => app.fitAll()],
  ].map(([shape, key, onClick]) => [key, el("button", { type: "button", onClick }, icon(shape))]);
  const box = el(
    "div",
    { class: "map-control zoom-control", role: "group" },
    buttons.map(([, button]) => button),
  );
  map.getContainer().parentElement.append(box);
  app.store.on(["lang"], () => {
    box.setAttribute("aria-label", app.tr.t("zoom"));
    for (const [key, button] of buttons) {
      button.setAttribute("aria-label", app.tr.t(key));
      button.title = app.tr.t(key);
    }
  });
}

/** Say on the map what it is and is not. */
export function createMapNote(map, app) {
  const box = el("details", {
    class: "map-note",
    open: matchMedia("(min-width: 760px) and (min-height: 520px)").matches,
  });
  map.getContainer().parentElement.append(box);
  app.store.on(["lang"], () => {
    const { tr, model } = app;
    replace(
      box,
      el("summary", null, tr.t("about")),
      el(
        "p",
        null,
        `${tr.t("note_reconstruction")} `,
        el("bdi", null, reviewWords(app, { counts: false })),
        `. ${tr.t("note_boundaries")}`,
      ),
      el("p", null, tr.t("sources"), ": ", el("bdi", null, model.credits)),
    );
  });
}

/** Name the sub-district and zone under the pointer. */
export function createHoverName(map, app) {
  const { model, store } = app;
  const box = el("div", { class: "hover-name", "aria-hidden": "true", hidden: true });
  map.getContainer().append(box);
  let last = null;
  let waiting = null;

  map.on("mousemove", (event) => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = event;
  });
  map.on("mouseout zoomstart movestart", () => {
    box.hidden = true;
    waiting = null;
  });

  function draw() {
    if (!waiting) return;
    const { latlng, containerPoint, originalEvent } = waiting;
    waiting = null;
    const over = originalEvent.target.closest?.(".callout, .map-control, .own");
    const pcode = over ? null : model.ground.unitAt(latlng.lng, latlng.lat);
    box.hidden = !pcode;
    if (!pcode) return;
    if (pcode !== last) write(latlng, pcode);
    last = pcode;
    const right = containerPoint.x > map.getSize().x - 240;
    box.style.transform = `translate(${containerPoint.x + (right ? -14 : 14)}px, ${containerPoint.y + 14}px)${right ? " translateX(-100%)" : ""}`;
  }

  function write(latlng) {
    const { hits, pcode } = lookUp(model.ground, model.known(store.get()).zones, {
      lon: latlng.lng,
      lat: latlng.lat,
    });
    const { tr } = app;
    replace(
      box,
      el("strong", null, tr.name(model.unit(pcode))),
      hits.map(({ zone, member }) =>
        el(
          "span",
          { class: `hue-${zone.hue}` },
          swatch(zone.hue, member.extent),
          el("bdi", null, app.tr.zone(zone)),
          ` · ${tr.t(`extent_${member.extent}`)}`,
        ),
      ),
    );
  }
  store.on(["lang", "on", "from", "undated"], () => (last = null));
}
