/** The page inside another one (#embed): the map alone, with a link to all of it. */

import { el, icon, replace } from "./dom.js";
import { toHash } from "./permalink.js";
import { whereOpened } from "./whereabouts.js";

/** Keep the page small while the state says that it is embedded. */
export function createEmbed(map, app, defaults) {
  const { store } = app;
  const open = el("a", { class: "map-control embed-open", target: "_blank", rel: "noopener", hidden: true });
  // The bar, which has the page's heading, is not shown.
  const heading = el("h1", { class: "visually-hidden" });
  map.getContainer().parentElement.append(open);

  store.on(["embed"], ({ embed }) => {
    if (embed) document.documentElement.dataset.embed = embed;
    else delete document.documentElement.dataset.embed;
    if (embed) open.before(heading);
    else heading.remove();
    open.hidden = !embed || whereOpened() === "nowhere";
    if (embed) document.querySelector(".legend-toggle[aria-expanded=true]")?.click();
  });
  store.on(["embed", "view", "layers", "selection", "on", "lang", "theme"], (state) => {
    replace(open, icon("expand"), el("span", null, app.tr.t("open_full_map")));
    heading.textContent = app.model.data.title ?? app.tr.t("title");
    open.title = app.tr.t("open_full_map");
    open.href = `#${toHash({ ...state, embed: null }, defaults)}`;
  });
}
