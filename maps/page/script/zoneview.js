/** The panel for one zone. */

import { claimList, countryButton, openMark, standingCard, undatedMark } from "./claims.js";
import { el, icon } from "./dom.js";
import { swatch } from "./patterns.js";
import { quotations, quoted } from "./quotes.js";
import { verdict } from "./review.js";
import { told } from "./sentences.js";

/** Return all that is known of a zone at the reader's time. */
export function zoneView(app, zone, known, { heading = "h2" } = {}) {
  const { tr } = app;
  if (!known.has(zone)) return unknownZone(app, zone);
  const claims = known.claims.filter((claim) => claim.zone === zone.id);
  const standings = known.standings.filter((standing) => standing.zone === zone.id);
  const further = zone.days.filter((day) => known.on && day > known.on);
  return el(
    "article",
    { class: `view zone-view hue-${zone.hue}` },
    el(
      "header",
      { class: "view-head" },
      el("p", { class: "kicker" }, tr.t("zone"), zone.kind && [" · ", el("bdi", null, zone.kind)]),
      el(heading, null, el("bdi", null, app.tr.zone(zone))),
      openMark(app, zone),
      areas(app, zone),
    ),
    zone.unread.length > 0 &&
      el(
        "p",
        { class: "notice unread-notice" },
        el("strong", null, tr.t("read_in_part")),
        " · ",
        tr.t("read_in_part_hint"),
      ),
    zone.days.length === 0 && el("p", { class: "notice" }, undatedMark(app, true), " ", tr.t("undated_zone")),
    further.length > 0 &&
      el("p", { class: "notice" }, tr.t("described_further", { date: tr.date(further[0]) })),
    zone.golan && el("p", { class: "notice in-golan" }, tr.t("zone_in_golan")),
    section(app, "definition", quotations(app, zone, known.quotesOf(zone))),
    zone.unread.length > 0 && section(app, "unread", unresolved(app, zone.unread), zone.unread.length),
    section(app, "monitors", monitors(app, standings)),
    section(app, "members", members(app, zone, known), zone.members.length),
    verdict(app, zone),
    zone.differs.length > 0 &&
      section(
        app,
        "differs",
        el(
          "ul",
          { class: "differs" },
          zone.differs.map((text) => el("li", { dir: "auto" }, text)),
        ),
      ),
    zone.checks.length > 0 && section(app, "checks", checks(app, zone.checks)),
    zone.unresolved.length > 0 && section(app, "unresolved", unresolved(app, zone.unresolved)),
    claims.length > 0 &&
      section(app, "claims", claimList(app, claims, { named: true, against: true }), claims.length),
  );
}

/** Return why nothing is told of a zone that the reader chose at another time. */
function unknownZone({ tr }, zone) {
  const why = zone.days.length
    ? tr.t("described_later", { date: tr.date(zone.days[0]) })
    : tr.t("undated_hidden_zone");
  return el(
    "article",
    { class: "view zone-view unknown-zone" },
    el("h2", { class: "visually-hidden" }, tr.t("zone")),
    el("p", { class: "notice" }, why),
  );
}

/** Return a section of the panel under a heading, with a count if given. */
export function section(app, key, content, count = null) {
  return el(
    "section",
    { class: `part-${key}` },
    el("h3", null, app.tr.t(key), count !== null && el("span", { class: "count" }, app.tr.number(count))),
    content,
  );
}

/** Return a zone's areas, whole and part, with the samples of how the map draws them. */
export function areas(app, zone) {
  const rows = ["whole", "part"].filter((extent) => zone.members.some((member) => member.extent === extent));
  return el(
    "p",
    { class: "areas" },
    rows.map((extent) =>
      el(
        "span",
        null,
        swatch(zone.hue, extent),
        app.tr.t(`area_${extent}`, { area: app.tr.km2(zone.area_km2[extent]) }),
      ),
    ),
  );
}

function monitors(app, standings) {
  if (!standings.length) return el("p", { class: "empty" }, app.tr.t("no_monitors"));
  return el(
    "ul",
    { class: "standings" },
    standings.map((standing) => standingCard(app, standing, countryButton(app, standing.nationality))),
  );
}

function members(app, zone, known) {
  const { tr } = app;
  return ["whole", "part"].map((extent) => {
    const rows = zone.members.filter((member) => member.extent === extent);
    if (!rows.length) return null;
    return el(
      "div",
      { class: "members" },
      el("h4", null, swatch(zone.hue, extent), tr.t(`members_${extent}`)),
      el("p", { class: "hint" }, tr.t(`members_${extent}_hint`)),
      el(
        "ul",
        null,
        rows.map((member) => memberRow(app, member, known)),
      ),
    );
  });
}

function memberRow(app, member, known) {
  const { tr, model } = app;
  const named = model.unit(member.pcode) ?? member;
  const share =
    member.share === null || member.share === undefined
      ? null
      : tr.t("share", { percent: tr.number(100 * member.share) });
  return el(
    "li",
    null,
    el(
      "details",
      null,
      el(
        "summary",
        null,
        el("span", { class: "member-name" }, el("bdi", null, tr.name(named))),
        el("span", { class: "member-level" }, tr.t(member.level)),
        el("code", null, member.pcode),
      ),
      el(
        "p",
        { class: "reason" },
        tr.has(`rule_${member.rule}`) && [el("b", null, tr.t(`rule_${member.rule}`)), ": "],
        told(app, member.reason),
        share && ` (${share})`,
      ),
      quotations(app, member, known.quotesOf(member)),
      el(
        "button",
        { class: "link", type: "button", onClick: () => app.select({ kind: "unit", id: member.pcode }) },
        icon("pin"),
        tr.t("show_on_map"),
      ),
    ),
  );
}

function checks(app, items) {
  return el(
    "ul",
    { class: "checks" },
    items.map((check) => {
      const verdict = check.holds === true ? "holds" : check.holds === false ? "fails" : "open";
      return el(
        "li",
        { class: `check-${verdict}` },
        el("span", { class: "verdict" }, app.tr.t(`check_${verdict}`)),
        el("p", { dir: "auto" }, el("q", null, quoted(app, check.text))),
        el("p", { class: "detail" }, told(app, check.detail)),
      );
    }),
  );
}

/** Return words that draw nothing, each with why. */
export function unresolved(app, items) {
  return el(
    "ul",
    { class: "unresolved" },
    items.map((item) =>
      el(
        "li",
        null,
        el("p", { dir: "auto" }, el("q", null, quoted(app, item.text))),
        el("p", { class: "detail" }, told(app, item.reason)),
        quotations(app, item),
      ),
    ),
  );
}
