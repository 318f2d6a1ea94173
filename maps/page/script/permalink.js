/** The reader's state in the address: what follows the # restores it. */

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Return the state as the part of an address behind the #. */
export function toHash({ view, layers, selection, on, lang, theme, embed }, defaults) {
  const parts = [];
  if (embed) parts.push(embed === "timeline" ? "embed=timeline" : "embed");
  if (view) parts.push(`map=${view.zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`);
  if (layers.join() !== defaults.layers.join())
    parts.push(`layers=${layers.map(encodeURIComponent).join(",")}`);
  if (selection) parts.push(`show=${selection.kind}:${encodeURIComponent(selection.id)}`);
  if (on && on !== defaults.on) parts.push(`on=${on}`);
  if (lang !== defaults.lang) parts.push(`lang=${lang}`);
  if (theme !== "auto") parts.push(`theme=${theme}`);
  return parts.join("&");
}

/** Return the state that an address asks for, of whatever it says rightly. */
export function fromHash(hash, known) {
  const state = {};
  for (const [key, value] of hash.replace(/^#/, "").split("&").map(splitPair))
    if (Object.hasOwn(READERS, key)) Object.assign(state, READERS[key](value, known));
  return state;
}

const READERS = {
  map(value) {
    const [zoom, lat, lon] = value.split("/").map(Number);
    return [zoom, lat, lon].every(Number.isFinite) ? { view: { zoom, lat, lon } } : null;
  },
  layers: (value, known) => ({
    layers: value
      .split(",")
      .map(decoded)
      .filter((id) => known.layers.includes(id)),
  }),
  show(value, known) {
    const [kind, ...rest] = value.split(":");
    return known.kinds.includes(kind) ? { selection: { kind, id: decoded(rest.join(":")) } } : null;
  },
  on: (value, known) => (DAY.test(value) && known.dates.includes(value) ? { on: value } : null),
  lang: (value, known) => (known.languages.includes(value) ? { lang: value } : null),
  embed: (value) => ({ embed: value === "timeline" ? "timeline" : "map" }),
  theme: (value) => (["light", "dark"].includes(value) ? { theme: value } : null),
};

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
