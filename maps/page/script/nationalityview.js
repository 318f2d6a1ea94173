/** The panel for one nationality. */

import { claimList, standingCard } from "./claims.js";
import { el } from "./dom.js";
import { swatch } from "./patterns.js";
import { section } from "./zoneview.js";

/** Return what is known to be said about a nationality as monitor, by zone. */
export function nationalityView(app, code, known, { heading = "h2" } = {}) {
  const { tr } = app;
  const standings = known.standings.filter((standing) => standing.nationality === code);
  const claims = known.claims.filter((claim) => claim.nationality === code);
  return el(
    "article",
    { class: "view nationality-view" },
    el(
      "header",
      { class: "view-head" },
      el("p", { class: "kicker" }, tr.t("nationality")),
      el(heading, null, tr.country(code), " ", el("code", null, code)),
    ),
    standings.length === 0 && el("p", { class: "empty" }, tr.t("nothing_yet")),
    standings.length > 0 &&
      section(
        app,
        "standing",
        el(
          "ul",
          { class: "standings" },
          standings.map((standing) => standingCard(app, standing, place(app, standing, known))),
        ),
      ),
    claims.length > 0 && section(app, "claims", claimList(app, claims, { against: true }), claims.length),
  );
}

function place(app, standing, known) {
  const zone = app.model.zone(standing.zone);
  if (!zone) return el("span", { class: "nowhere" }, app.tr.t("no_zone_named"));
  if (!known.has(zone)) return el("span", { class: "nowhere" }, app.tr.t("zone_not_yet"));
  return el(
    "button",
    {
      class: `link hue-${zone.hue}`,
      type: "button",
      onClick: () => app.select({ kind: "zone", id: zone.id }),
    },
    swatch(zone.hue, zone.members.some((member) => member.extent === "whole") ? "whole" : "part"),
    el("bdi", null, app.tr.zone(zone)),
  );
}
