/** The address as the reader's history: what is chosen is a step that Back undoes; the rest changes in place. */

import { fromHash, toHash } from "./permalink.js";

const CHOSEN = ["selection", "on", "from", "undated"];
const WRITTEN = [...CHOSEN, "view", "layers", "lang", "theme", "embed", "chart"];

/**
 * Keep the address true to the store, and the store true to an address that the reader goes to.
 *
 * `app.holdTime()` leaves days that are only passed over, as while the slider is drawn, out of the history until
 * `app.settleTime()`: the way is one step, at its end.
 */
export function keepHistory(map, app, known, defaults) {
  const { store } = app;
  let last = store.get();
  let restoring = false;
  let held = false;

  function write() {
    const state = store.get();
    const hash = toHash(state, defaults);
    const step = !restoring && chosen(state) !== chosen(last);
    if (step && !last.view) put("replaceState", toHash({ ...last, view: viewOf(map) }, defaults));
    last = state;
    put(step ? "pushState" : "replaceState", hash);
  }

  map.on("moveend", () => store.set({ view: viewOf(map) }));
  store.on(WRITTEN, (_, changed) => {
    if (!held || changed.some((key) => ["selection", "undated"].includes(key))) write();
  });
  app.holdTime = () => {
    held = true;
  };
  app.settleTime = () => {
    held = false;
    write();
  };

  addEventListener("hashchange", () => {
    const { view, ...wanted } = { ...defaults, ...fromHash(location.hash, known) };
    restoring = true;
    store.set(wanted);
    if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    write(); // what the address said wrongly does not stay in it
    restoring = false;
  });
}

function chosen(state) {
  return JSON.stringify(CHOSEN.map((key) => state[key]));
}

function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return { zoom: map.getZoom(), lat: Math.round(lat * 1e4) / 1e4, lon: Math.round(lng * 1e4) / 1e4 };
}

function put(way, hash) {
  if (location.hash.slice(1) === hash) return;
  try {
    history[way](null, "", hash ? `#${hash}` : "#");
  } catch {
    // A frame without an origin of its own, as in a notebook, has no address to write to.
  }
}
