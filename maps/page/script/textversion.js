/** The whole content as text, for those who see no map. */

import { el, replace } from "./dom.js";
import { nationalityView } from "./nationalityview.js";
import { overview } from "./overview.js";
import { periodWords } from "./period.js";
import { zoneView } from "./zoneview.js";

/** Keep the text version true to the store while it is shown. */
export function createTextVersion(root, app) {
  const { store, model } = app;
  store.on(["text", "on", "from", "undated", "lang"], (state) => {
    const { text } = state;
    const known = model.known(state);
    root.hidden = !text;
    document.body.classList.toggle("as-text", Boolean(text));
    if (!text) {
      replace(root);
      return;
    }
    const { tr } = app;
    root.setAttribute("aria-label", tr.t("text_version"));
    replace(
      root,
      el("h2", { tabindex: -1 }, tr.t("text_version")),
      el("p", { class: "hint" }, periodWords(app, state)),
      overview(app, known),
      known.zones.map((zone) => zoneView(app, zone, known, { heading: "h3" })),
      model.nationalities
        .filter(known.speaksOf)
        .map((code) => nationalityView(app, code, known, { heading: "h3" })),
    );
    // A standing's claims stand once more under the zone or nationality: their folds may stay shut.
    for (const fold of root.querySelectorAll("details:not(.claims-fold)")) fold.open = true;
    root.querySelector("h2").focus();
  });
}
