/** What the map could name at a zoom: countries, waters, units and towns. */

import { sound } from "./fold.js";
import { LEVELS, levelOf } from "./ground.js";

// From and until which zoom a level's names are shown, how they rank, and where they may stand.
const UNITS = {
  governorate: { from: 6, until: 9, rank: 200, placing: { reach: 14, gap: 8, shy: true, centred: true } },
  district: { from: 9, until: 10, rank: 800, placing: { reach: 0 } },
  "sub-district": { from: 10, until: 20, rank: 1000, placing: { reach: 0 } },
};
const CITIES = 14;
const TOWNS_AT = [
  [6, 6],
  [7, 10],
  [8, 40],
  [9, 120],
  [10, 400],
];
const SEA_AT = [34.75, 34.75];

/** Return the labels; `positionAt` turns a place on the screen into longitude and latitude. */
export function mapNames(app, { zoom, positionAt }) {
  const on = new Set(app.store.get().layers);
  const labels = baseNames(app, zoom, on);
  const towns = on.has("places") ? townNames(app, zoom) : [];
  for (const level of LEVELS)
    if (on.has(level)) labels.push(...unitNames(app, level, zoom, positionAt, towns));
  return [...labels, ...towns];
}

/** Return the names of towns that a zoom has room for. */
function townNames(app, zoom) {
  const count = TOWNS_AT.findLast(([least]) => zoom >= least)?.[1] ?? 0;
  return app.model.places.slice(0, count).map((place, index) => townName(app, place, index));
}

/** Return the boxes on the screen of the Golan and of the sub-districts in the zones that are on: names should hide few. */
export function zoneBoxes({ model, store }, xy) {
  const on = new Set(store.get().layers);
  const [w, s, e, n] = model.golan.bounds;
  const golan = on.has("golan") ? [{ of: "golan", box: [...xy(w, n), ...xy(e, s)] }] : [];
  const zones = model
    .known(store.get())
    .zones.filter((zone) => on.has(`zone:${zone.id}`))
    .flatMap((zone) =>
      boundsIn(model, zone).map(([west, south, east, north]) => ({
        of: zone.id,
        box: [...xy(west, north), ...xy(east, south)],
      })),
    );
  return [...golan, ...zones];
}

/** Return the bounds of the sub-districts in a zone. */
function boundsIn({ ground }, zone) {
  zone.boundsIn ??= ground.finest
    .filter((shape) => zone.members.some((member) => shape.pcode.startsWith(member.pcode)))
    .map((shape) => shape.bounds);
  return zone.boundsIn;
}

function baseNames({ model, store, tr }, zoom, on) {
  const { base } = model.data;
  const golanCovered = model.known(store.get()).zones.some((zone) => zone.golan && on.has(`zone:${zone.id}`));
  const row = (kind, rank, [name, name_ar, lon, lat]) => ({
    kind,
    text: tr.name({ name, name_ar }),
    lon,
    lat,
    rank,
    reach: 0,
  });
  const labels = base.countries.map((country, index) => row("country", 100 + index, country));
  labels.push(row("sea", 90, [tr.t("sea"), tr.t("sea"), ...SEA_AT]));
  if (on.has("water") && zoom >= 8)
    labels.push(...base.lakes.map((lake, index) => row("water", 600 + index, lake)));
  if (on.has("golan") && base.golan && (zoom >= 8 || golanCovered)) {
    const label = noted(tr, base.golan, golanCovered ? -0.5 : 150);
    labels.push(golanCovered ? { ...label, of: "golan", bounds: model.golan.bounds } : label);
  }
  if (on.has("golan") && base.undof && zoom >= 10) labels.push(noted(tr, base.undof, 160));
  return labels;
}

function noted(tr, thing, rank) {
  const note = tr.name({ name: thing.note, name_ar: thing.note_ar });
  const [lon, lat] = thing.at;
  return { kind: "note", text: `${tr.name(thing)}\n${note}`, lon, lat, rank, reach: 8 };
}

function townName({ tr }, place, index) {
  const large = index < CITIES;
  return {
    kind: large ? "city" : "town",
    text: tr.name(place),
    lon: place.lon,
    lat: place.lat,
    rank: large ? 180 + index / 100 : 300 + index,
    reach: 6,
    dot: true,
  };
}

function unitNames({ model, tr }, level, zoom, positionAt, towns) {
  const { from, until, rank, placing } = UNITS[level];
  if (zoom < from || zoom > until) return [];
  const named = new Set(level === "governorate" ? [] : towns.map((town) => sound(town.text)));
  const units = [...model.ground.units.values()].filter(
    (unit) => levelOf(unit.pcode) === level && !named.has(sound(tr.name(unit))),
  );
  return units.map((unit, index) => ({
    kind: level,
    text: tr.name(unit),
    lon: unit.lon,
    lat: unit.lat,
    rank: rank + index / 1000,
    ...placing,
    allowed: (x, y) => model.ground.unitAt(...positionAt(x, y))?.startsWith(unit.pcode),
  }));
}
