/** Reasons that the reader's program gives in English, in the reader's language where it has the sentence. */

import { el } from "./dom.js";
import { sound } from "./fold.js";

const NEIGHBOURS = ["TR", "IQ", "JO", "LB", "IL"];
// Names that the browser's English has otherwise.
const ALSO = { TR: "Turkey" };
// Slots whose words stay as they are written.
const AS_WRITTEN = ["spellings", "maker"];

/** Return a reason as nodes; in English, marked as such, where no sentence of the language fits. */
export function told(app, text) {
  const { tr } = app;
  if (tr.code === "en") return el("bdi", null, text);
  return translated(app, text) ?? joined(app, text) ?? el("bdi", { lang: "en" }, text);
}

/** Return a sentence in the reader's language, its names translated; null if the language lacks it. */
function translated(app, text) {
  for (const [english, own] of app.tr.sentences) {
    const found = text.match(pattern(english));
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([slot, words]) => [
      slot,
      filled(app, slot, words),
    ]);
    return app.tr.fill(own, Object.fromEntries(params));
  }
  return null;
}

/** Return several reasons in one line, each translated; null if there is but one, or one is unknown. */
function joined(app, text) {
  const parts = text.split("; ");
  const each = parts.map((part) => translated(app, part));
  if (parts.length < 2 || each.includes(null)) return null;
  return each.flatMap((nodes, index) => (index ? ["؛ ", nodes] : [nodes]));
}

function pattern(english) {
  const plain = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${plain.replace(/\{(\w+)\}/g, "(?<$1>[^;]+?)")}$`, "u");
}

function filled(app, slot, words) {
  const { tr } = app;
  if (slot === "country") return countryName(app, words);
  if (slot === "river") return tr.t(`river_${words.toLowerCase()}`);
  if (slot === "bearing") return tr.t(`bearing_${words.replace("-", "")}`);
  if (slot === "units") return tr.list(words.split(", ").map((name) => unitName(app, name) ?? name));
  if (AS_WRITTEN.includes(slot) || /^[\d.,]+$/.test(words)) return el("bdi", null, words);
  const phrase = tr.sentences.find(([english]) => english === words);
  if (phrase) return phrase[1];
  return leveled(app, words) ?? named(app, words);
}

/** Return "Homs governorate" in the reader's language. */
function leveled(app, words) {
  const found = words.match(/^(?<name>.+) (?<level>governorate|district|sub-district)$/);
  if (!found) return null;
  const { name, level } = found.groups;
  return [app.tr.t(level), " ", el("bdi", null, unitName(app, name, level) ?? name)];
}

function named(app, name) {
  const zone = app.tr.zone({ name });
  return el("bdi", null, zone === name ? (unitName(app, name) ?? name) : zone);
}

/** Return a unit's name in the reader's language: that of the same spelling, else the only one that sounds so. */
function unitName({ model, tr }, name, level = null) {
  const fits = (unit) => !level || unit.level === level;
  const same = unitsBy(model, "name").get(name)?.find(fits);
  const alike = unitsBy(model, "sound").get(sound(name))?.filter(fits) ?? [];
  const unit = same ?? (new Set(alike.map((each) => each.name)).size === 1 ? alike[0] : null);
  return unit && tr.name(unit);
}

const indexes = new WeakMap();

/** Return the units of each name, or of each sound of a name. */
function unitsBy(model, key) {
  if (!indexes.has(model)) {
    const units = [...model.ground.units.keys()].map((pcode) => model.unit(pcode));
    indexes.set(model, {
      name: grouped(units, (unit) => unit.name),
      sound: grouped(units, (unit) => sound(unit.name)),
    });
  }
  return indexes.get(model)[key];
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function countryName({ model, tr, languages }, name) {
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  const known = [...new Set([...NEIGHBOURS, ...model.nationalities])];
  const nameOf = (code) => languages.en.words[`country_${code}`] ?? english.of(code);
  const code = known.find((each) => [nameOf(each), ALSO[each]].includes(name));
  return code ? tr.country(code) : el("bdi", null, name);
}
