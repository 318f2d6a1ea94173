/** The reader's state in the address: what follows the # restores it. */

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Return the state as the part of an address behind the #. */
export function toHash({ view, layers, selection, on, lang, theme }, defaults) {
  const parts = [];
  if (view) parts.push(`map=${view.zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`);
  if (layers.join() !== defaults.layers.join()) parts.push(`layers=${layers.map(encodeURIComponent).join(",")}`);
  if (selection) parts.push(`show=${selection.kind}:${encodeURIComponent(selection.id)}`);
  if (on && on !== defaults.on) parts.push(`on=${on}`);
  if (lang !== defaults.lang) parts.push(`lang=${lang}`);
  if (theme !== "auto") parts.push(`theme=${theme}`);
  return parts.join("&");
}

/** Return the state that an address asks for, of whatever it says rightly. */
export function fromHash(hash, known) {
  const state = {};
  for (const [key, value] of hash.replace(/^#/, "").split("&").map(splitPair)) {
    if (key === "map") {
      const [zoom, lat, lon] = value.split("/").map(Number);
      if ([zoom, lat, lon].every(Number.isFinite)) state.view = { zoom, lat, lon };
    } else if (key === "layers") state.layers = value.split(",").map(decoded).filter((id) => known.layers.includes(id));
    else if (key === "show") {
      const [kind, ...rest] = value.split(":");
      if (known.kinds.includes(kind)) state.selection = { kind, id: decoded(rest.join(":")) };
    } else if (key === "on" && DAY.test(value) && known.dates.includes(value)) state.on = value;
    else if (key === "lang" && known.languages.includes(value)) state.lang = value;
    else if (key === "theme" && ["light", "dark"].includes(value)) state.theme = value;
  }
  return state;
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
