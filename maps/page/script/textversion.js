/** The whole content as text, for those who see no map. */

import { el, replace } from "./dom.js";
import { nationalityView } from "./nationalityview.js";
import { overview } from "./overview.js";
import { zoneView } from "./zoneview.js";

/** Keep the text version true to the store while it is shown. */
export function createTextVersion(root, app) {
  const { store, model } = app;
  store.on(["text", "on", "lang"], ({ text, on }) => {
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
      el("p", { class: "hint" }, tr.t("as_of"), " ", tr.date(on ?? model.latest)),
      overview(app, on),
      model.zones.map((zone) => zoneView(app, zone, on, { heading: "h3" })),
      model.nationalities.map((code) => nationalityView(app, code, on, { heading: "h3" })),
    );
    // A standing's claims stand once more under the zone or nationality: their folds may stay shut.
    for (const fold of root.querySelectorAll("details:not(.claims-fold)")) fold.open = true;
    root.querySelector("h2").focus();
  });
}
