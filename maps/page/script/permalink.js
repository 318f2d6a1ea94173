/** The reader's state in the address: what follows the # restores it. */

const DECIMAL = /^[+-]?\d{1,9}(?:\.\d{1,15})?$/;
const MOST_ZOOM = 24;
const MOST_LAT = 85.06; // where the square of the map ends

/** Return the state as the part of an address behind the #. */
export function toHash({ view, layers, selection, on, from, undated, lang, theme, embed, chart }, defaults) {
  const parts = [];
  if (embed) parts.push(embed === "timeline" ? "embed=timeline" : "embed");
  if (view) parts.push(`map=${view.zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`);
  if (layers.join() !== defaults.layers.join())
    parts.push(`layers=${layers.map(encodeURIComponent).join(",")}`);
  if (selection) parts.push(`show=${selection.kind}:${encodeURIComponent(selection.id)}`);
  if (from) parts.push(`from=${from}`);
  if (on && on !== defaults.on) parts.push(`on=${on}`);
  if (undated !== null) parts.push(`undated=${undated ? "shown" : "hidden"}`);
  if (lang !== defaults.lang) parts.push(`lang=${lang}`);
  if (theme !== "auto") parts.push(`theme=${theme}`);
  if (chart) parts.push("chart");
  return parts.join("&");
}

/** Return the state that an address asks for, of whatever it says rightly. */
export function fromHash(hash, known) {
  const state = {};
  for (const [key, value] of hash.replace(/^#/, "").split("&").map(splitPair))
    if (Object.hasOwn(READERS, key)) Object.assign(state, READERS[key](value, known));
  if (state.from && state.from > (state.on ?? known.on)) delete state.from;
  return state;
}

/** Return the position {lat, lon} that the id of a chosen point tells, null if that is none on Earth. */
export function pointOf(id) {
  const [lat, lon, ...rest] = id.split(",").map(degrees);
  return !rest.length && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

const READERS = {
  map(value) {
    const [zoom, lat, lon, ...rest] = value.split("/").map(degrees);
    const there = zoom >= 0 && zoom <= MOST_ZOOM && Math.abs(lat) <= MOST_LAT && Math.abs(lon) <= 180;
    return there && !rest.length ? { view: { zoom, lat, lon } } : null;
  },
  layers: (value, known) => ({
    layers: value
      .split(",")
      .map(decoded)
      .filter((id) => known.layers.includes(id)),
  }),
  show(value, known) {
    const [kind, ...rest] = value.split(":");
    const id = decoded(rest.join(":"));
    return known.selectable(kind, id) ? { selection: { kind, id } } : null;
  },
  on: (value, known) => (known.dates.includes(value) ? { on: value } : null),
  from: (value, known) => (known.dates.includes(value) ? { from: value } : null),
  undated: (value) => (["shown", "hidden"].includes(value) ? { undated: value === "shown" } : null),
  chart: () => ({ chart: true }),
  lang: (value, known) => (known.languages.includes(value) ? { lang: value } : null),
  embed: (value) => ({ embed: value === "timeline" ? "timeline" : "map" }),
  theme: (value) => (["light", "dark"].includes(value) ? { theme: value } : null),
};

/** Return a plain decimal number, NaN for what is written otherwise or missing: NaN fails every comparison. */
function degrees(text) {
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}

function splitPair(pair) {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
