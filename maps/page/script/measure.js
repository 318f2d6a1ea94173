/** Measuring: points set on the map, the length of the line through them and the area inside it. */

import { el, icon, replace } from "./dom.js";
import { areaKm2, crossesItself, lengthKm } from "./geodesic.js";

const NEAR = 5; // px: a second click so near to the last is the end of a double click

/** Put the button on the map. `app.measuring()` tells whether clicks set points. */
export function createMeasure(map, app) {
  const tr = () => app.tr;
  const container = map.getContainer();
  const button = el("button", { type: "button", "aria-pressed": "false", onClick: toggle }, icon("ruler"));
  document.querySelector(".zoom-control").append(button);
  const result = el("p", { class: "measured", role: "status" });
  const hint = el("p", { class: "hint" });
  const undo = el("button", { type: "button", class: "plain", onClick: removeLast });
  const done = el("button", { type: "button", class: "plain", onClick: finish });
  const close = el("button", { type: "button", class: "plain", onClick: stop });
  const box = el(
    "div",
    { class: "map-control measure-box", role: "group", hidden: true },
    result,
    hint,
    el("p", { class: "measure-actions" }, undo, done, close),
  );
  container.parentElement.append(box);
  map.createPane("zm-measure").style.zIndex = 640;
  const drawn = L.layerGroup().addTo(map);
  let points = [];
  let setting = false;

  app.measuring = () => setting;
  app.measured = () => ({ points, ...values(points) });

  function toggle() {
    if (setting || points.length) stop();
    else start();
  }

  function start() {
    app.select(null);
    setting = true;
    map.doubleClickZoom.disable();
    box.hidden = false;
    show();
    container.focus({ preventScroll: true });
  }

  /** End the line, and leave it on the map to be read. */
  function finish() {
    if (!setting) return;
    if (points.length < 2) {
      stop();
      return;
    }
    setting = false;
    map.doubleClickZoom.enable();
    show();
  }

  /** Take all of it off the map. */
  function stop() {
    const inside = box.contains(document.activeElement) || document.activeElement === container;
    setting = false;
    points = [];
    map.doubleClickZoom.enable();
    box.hidden = true;
    show();
    if (inside) button.focus();
  }

  function removeLast() {
    points = points.slice(0, -1);
    show();
  }

  function add({ lat, lng }) {
    const last = points.at(-1);
    const pixel = ([lon, lat]) => map.latLngToContainerPoint([lat, lon]);
    if (last && pixel(last).distanceTo(pixel([lng, lat])) < NEAR) return;
    points = [...points, [lng, lat]];
    show();
  }

  map.on("click", ({ latlng }) => setting && add(latlng));
  map.on("dblclick", () => setting && finish());
  // Before the page's own keys: Enter would look up the middle of the map, Escape close the panel.
  addEventListener(
    "keydown",
    (event) => {
      const onMap = event.target === container;
      if (event.key === "Escape" && (setting || (points.length && (onMap || box.contains(event.target)))))
        stop();
      else if (!setting || !onMap) return;
      else if (event.key === " ") add(map.getCenter());
      else if (event.key === "Enter") finish();
      else if (event.key === "Backspace") removeLast();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );

  function show() {
    container.classList.toggle("measuring", setting);
    button.setAttribute("aria-pressed", String(setting || points.length > 0));
    draw(drawn, points, setting);
    write();
    app.redraw();
  }

  function write() {
    const { km, km2, crossed } = values(points);
    const told = [];
    if (points.length > 1) told.push(tr().t("measured_length", { km: rounded(tr(), "km", km) }));
    if (km2 !== null) told.push(tr().t("measured_area", { km2: rounded(tr(), "km2", km2) }));
    if (crossed) told.push(tr().t("measured_crossed"));
    replace(result, told.length ? told.map((line) => el("span", null, line)) : tr().t("measure_start"));
    replace(
      hint,
      tr().t("measure_hint"),
      el("span", { class: "measure-keys" }, ` ${tr().t("measure_keys")}`),
    );
    hint.hidden = !setting;
    undo.textContent = tr().t("measure_undo");
    undo.hidden = !setting || !points.length;
    done.textContent = tr().t("measure_done");
    done.hidden = !setting || points.length < 2;
    close.textContent = tr().t("measure_close");
  }

  app.store.on(["lang"], () => {
    box.setAttribute("aria-label", tr().t("measure"));
    button.setAttribute("aria-label", tr().t("measure"));
    button.title = tr().t("measure");
    write();
  });
  return { stop };
}

/** Return the length of a line in km, and the area in km² that it encloses once closed: null if none. */
function values(points) {
  const crossed = points.length > 3 && crossesItself(points);
  return {
    km: lengthKm(points),
    km2: points.length > 2 && !crossed ? areaKm2(points) : null,
    crossed,
  };
}

/** Return a length or area with three figures or more. */
function rounded(tr, unit, value) {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return tr.t(unit, { value: tr.number(value, digits) });
}

function draw(group, points, setting) {
  group.clearLayers();
  const options = { pane: "zm-measure", interactive: false };
  const line = points.map(([lon, lat]) => [lat, lon]);
  if (line.length > 2) group.addLayer(L.polygon(line, { ...options, className: "measure-area" }));
  if (line.length > 1) {
    group.addLayer(L.polyline(line, { ...options, className: "measure-line measure-case" }));
    group.addLayer(L.polyline(line, { ...options, className: "measure-line" }));
  }
  for (const [index, at] of line.entries()) {
    const last = setting && index === line.length - 1;
    group.addLayer(L.circleMarker(at, { ...options, radius: last ? 5 : 3.5, className: "measure-point" }));
  }
}
