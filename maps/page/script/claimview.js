/** The panel for one claim: its words, and what stands against it. */

import { markGlyph } from "./chartmarks.js";
import { claimList, countryButton } from "./claims.js";
import { whenSaid, whoSaid } from "./claimwords.js";
import { opposites } from "./disputes.js";
import { el, icon } from "./dom.js";
import { section } from "./zoneview.js";

/** Return a claim with its quotations, once it was made; `known` is what is known at the reader's time. */
export function claimView(app, claim, known) {
  const { model, tr } = app;
  const told = known.claims.includes(claim);
  const zone = model.zone(claim.zone);
  const against = opposites(model, claim).filter((other) => known.claims.includes(other));
  return el(
    "article",
    { class: "view claim-view" },
    el(
      "header",
      { class: "view-head" },
      el("p", { class: "kicker" }, tr.t("claim")),
      el("h2", null, tr.country(claim.nationality), " ", el("code", null, claim.nationality)),
    ),
    told ? claimList(app, [claim]) : el("p", { class: "empty" }, tr.t("claim_not_yet")),
    el(
      "ul",
      { class: "claim-links" },
      zone && known.has(zone) && el("li", null, zoneLink(app, zone)),
      el("li", null, tr.nodes("all_claims_of", { country: countryButton(app, claim.nationality) })),
      el("li", null, chartLink(app, claim)),
    ),
    told &&
      against.length > 0 &&
      section(
        app,
        "stands_against_these",
        el(
          "ul",
          { class: "claim-opposites" },
          against.map((other) => el("li", null, claimLink(app, other))),
        ),
        against.length,
      ),
  );
}

function zoneLink(app, zone) {
  const go = () => app.select({ kind: "zone", id: zone.id });
  return el(
    "span",
    null,
    app.tr.nodes("of_the_zone", {
      zone: el(
        "button",
        { class: `link hue-${zone.hue}`, type: "button", onClick: go },
        el("bdi", null, app.tr.zone(zone)),
      ),
    }),
  );
}

function chartLink(app, claim) {
  const go = () => app.openChart({ focus: claim.id });
  return el(
    "button",
    { class: "link", type: "button", onClick: go },
    icon("lanes"),
    app.tr.t("show_on_chart"),
  );
}

function claimLink(app, claim) {
  return el(
    "button",
    {
      class: "link claim-link",
      type: "button",
      onClick: () => app.select({ kind: "claim", id: claim.id }),
    },
    markGlyph(claim.status),
    el(
      "span",
      null,
      `${app.tr.t(`status_${claim.status}`)} · ${whenSaid(app, claim)} · `,
      el("bdi", null, whoSaid(app, claim)),
    ),
  );
}
