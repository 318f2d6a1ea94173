/** The panel for a point or an administrative unit. */

import { countryButton, partMark, standingCard } from "./claims.js";
import { el } from "./dom.js";
import { LEVELS, levelOf } from "./ground.js";
import { lookUp } from "./lookup.js";
import { swatch } from "./patterns.js";
import { quotations } from "./quotes.js";
import { told } from "./sentences.js";
import { section } from "./zoneview.js";

/** Return the answer for a point: unit chain, zones with reason and quotation, standing there. */
export function pointView(app, point, known) {
  const { model, tr } = app;
  const answer = lookUp(model.ground, known.zones, point);
  const finest = answer.pcode ? tr.name(model.unit(answer.pcode)) : tr.t("outside_syria");
  return el(
    "article",
    { class: "view point-view" },
    el(
      "header",
      { class: "view-head" },
      el(
        "p",
        { class: "kicker" },
        tr.t("point"),
        " ",
        el("span", { dir: "ltr" }, `${tidy(point.lat)}, ${tidy(point.lon)}`),
      ),
      el("h2", null, finest),
    ),
    answer.swapped &&
      el(
        "p",
        { class: "hint swapped" },
        tr.nodes("swapped_hint", {
          position: el("span", { dir: "ltr" }, `${tidy(point.lon)}, ${tidy(point.lat)}`),
          unit: tr.name(model.unit(answer.swapped)),
        }),
      ),
    answer.outsideKm !== null &&
      el("p", { class: "hint" }, tr.t("outside_outline", { km: tr.km(answer.outsideKm) })),
    model.golan.holds(point.lon, point.lat) && el("p", { class: "hint in-golan" }, tr.t("in_golan")),
    answer.pcode && chain(app, answer.pcode),
    answer.hits.map((hit) => hitCard(app, hit, known)),
    answer.nearest &&
      el(
        "p",
        { class: "notice" },
        tr.nodes("outside_zones", { zone: zoneLink(app, answer.nearest.zone), km: tr.km(answer.nearest.km) }),
      ),
  );
}

/** Return what is known of a unit: its place in the hierarchy and the zones that it belongs to. */
export function unitView(app, pcode, known) {
  const { model, tr } = app;
  const unit = model.unit(pcode);
  const hits = [];
  for (const zone of known.zones)
    for (const member of zone.members)
      if (pcode.startsWith(member.pcode) || member.pcode.startsWith(pcode)) hits.push({ zone, member });
  return el(
    "article",
    { class: "view unit-view" },
    el(
      "header",
      { class: "view-head" },
      el("p", { class: "kicker" }, tr.t(unit.level)),
      el("h2", null, tr.name(unit), " ", el("code", null, pcode)),
    ),
    chain(app, pcode),
    hits.length === 0 && el("p", { class: "notice" }, tr.t("unit_in_no_zone")),
    hits.map((hit) => hitCard(app, hit, known)),
  );
}

function chain(app, pcode) {
  const { model, tr } = app;
  const levels = LEVELS.slice(0, LEVELS.indexOf(levelOf(pcode)) + 1);
  return el(
    "dl",
    { class: "chain" },
    levels.map((level, index) => {
      const unit = model.ground.chain(pcode)[index];
      return [
        el("dt", null, tr.t(level)),
        el(
          "dd",
          null,
          el(
            "button",
            { class: "link", type: "button", onClick: () => app.select({ kind: "unit", id: unit.pcode }) },
            tr.name(unit),
          ),
          " ",
          el("code", null, unit.pcode),
        ),
      ];
    }),
  );
}

function hitCard(app, { zone, member, edgeKm }, known) {
  const { model, tr } = app;
  const standings = known.standings.filter((standing) => standing.zone === zone.id);
  const named = model.unit(member.pcode) ?? member;
  return el(
    "section",
    { class: `hit hue-${zone.hue}` },
    el(
      "h3",
      null,
      swatch(zone.hue, member.extent),
      tr.nodes(`in_zone_${member.extent}`, { zone: zoneLink(app, zone) }),
    ),
    el(
      "p",
      { class: "reason" },
      el("bdi", null, tr.name(named)),
      " ",
      el("code", null, member.pcode),
      member.reason && [" — ", told(app, member.reason)],
    ),
    edgeKm !== undefined && el("p", { class: "hint" }, tr.t("edge_distance", { km: tr.km(edgeKm) })),
    quotations(app, member, known.quotesOf(member)),
    standings.length > 0 &&
      section(
        app,
        "monitors",
        el(
          "ul",
          { class: "standings" },
          standings.map((standing) => standingCard(app, standing, countryButton(app, standing.nationality))),
        ),
      ),
  );
}

function zoneLink(app, zone) {
  return el(
    "button",
    { class: "link", type: "button", onClick: () => app.select({ kind: "zone", id: zone.id }) },
    el("bdi", null, app.tr.zone(zone)),
    " ",
    partMark(app, zone),
  );
}

function tidy(degrees) {
  return String(Math.round(degrees * 1e6) / 1e6);
}
