/** The panel when nothing is chosen: zones, monitors, the agreement, documents and what the map is. */

import { countryButton, disputedMark, openMark, partMark, statusChip, undatedMark } from "./claims.js";
import { el } from "./dom.js";
import { ownLists } from "./ownview.js";
import { nothingFound, passedOver } from "./passedover.js";
import { swatch } from "./patterns.js";
import { quotations, quoted } from "./quotes.js";
import { reviewMark } from "./review.js";
import { LONG_TITLE } from "./titles.js";
import { areas, section, unresolved } from "./zoneview.js";

/** Return the overview of what is known at the reader's time. */
export function overview(app, known) {
  const { model, tr } = app;
  const { standings } = known;
  const elsewhere = standings.filter((standing) => !model.zone(standing.zone));
  const later = standings.filter(({ zone }) => model.zone(zone) && !known.has(model.zone(zone)));
  return el(
    "article",
    { class: "view overview" },
    el("h2", { class: "visually-hidden" }, tr.t("overview")),
    ownWords(app),
    el("p", { class: "lead" }, tr.t("lead")),
    reviewMark(app),
    nothingFound(app),
    undatedNotice(app, known),
    section(
      app,
      "zones",
      el(
        "ul",
        { class: "zone-list" },
        known.zones.map((zone) => zoneRow(app, zone, standings)),
      ),
      known.zones.length,
    ),
    ownLists(app),
    monitorRows(app, "no_zone_monitors", elsewhere),
    monitorRows(app, "later_zone_monitors", later),
    known.unresolved.length > 0 && section(app, "unresolved", unresolved(app, known.unresolved)),
    known.accord && accord(app, known.accord),
    section(
      app,
      "documents",
      el(
        "ol",
        { class: "documents" },
        known.documents.map((document) => documentRow(app, document)),
      ),
      known.documents.length,
    ),
    passedOver(app, known.passed),
    section(app, "about", about(app)),
  );
}

/** Return the subtitle and who made the map, if its maker told them. */
function ownWords({ model, tr }) {
  const { title, subtitle, author } = model.data;
  return [
    title?.length > LONG_TITLE && el("p", { class: "own-title", dir: "auto" }, title),
    subtitle && el("p", { class: "own-subtitle", dir: "auto" }, subtitle),
    author && el("p", { class: "hint" }, tr.nodes("map_by", { name: el("bdi", null, author) })),
  ];
}

/** Return monitors of no zone that is listed, each with its standing; null if there are none. */
function monitorRows(app, key, standings) {
  if (!standings.length) return null;
  return section(app, key, [
    el("p", { class: "hint" }, app.tr.t(`${key}_hint`)),
    el(
      "ul",
      { class: "standing-rows" },
      standings.map((standing) =>
        el(
          "li",
          null,
          countryButton(app, standing.nationality),
          statusChip(app, standing.status),
          standing.disputed && disputedMark(app),
          undatedMark(app, standing.undated),
        ),
      ),
    ),
  ]);
}

/** Return what has no day and whether it is shown; null if everything has one. */
function undatedNotice(app, known) {
  const { tr, model } = app;
  const { zones, claims } = model.undated;
  if (!zones.length && !claims.length) return null;
  const counts = [
    zones.length > 0 && tr.t("zones_count", { count: zones.length }),
    claims.length > 0 && tr.t("claims_count", { count: claims.length }),
  ].filter(Boolean);
  return el(
    "p",
    { class: "notice undated-notice" },
    undatedMark(app, true),
    " ",
    tr.t(known.undated ? "undated_shown" : "undated_hidden", { what: tr.list(counts) }),
  );
}

function zoneRow(app, zone, standings) {
  const { tr } = app;
  const here = standings.filter((standing) => standing.zone === zone.id);
  return el(
    "li",
    { class: `zone-row hue-${zone.hue}` },
    el(
      "button",
      { class: "zone-open", type: "button", onClick: () => app.select({ kind: "zone", id: zone.id }) },
      el("bdi", null, app.tr.zone(zone)),
    ),
    partMark(app, zone),
    openMark(app, zone),
    undatedMark(app, zone.days.length === 0),
    areas(app, zone),
    here.length > 0 &&
      el(
        "p",
        { class: "zone-monitors" },
        here.map((standing) =>
          el(
            "span",
            { class: "zone-monitor" },
            tr.country(standing.nationality),
            " ",
            statusChip(app, standing.status),
            standing.disputed && disputedMark(app),
          ),
        ),
      ),
  );
}

function accord(app, item) {
  const { tr } = app;
  const facts = [
    [
      "accord_guarantors",
      item.guarantors.length > 0 && tr.list(item.guarantors.map((code) => tr.country(code))),
    ],
    ["accord_signed", item.signed && tr.date(item.signed)],
    ["accord_zones", item.zones && tr.number(item.zones)],
    ["accord_months", item.minimum_months && tr.t("months", { count: item.minimum_months })],
    ["accord_maps_due", item.maps_due && tr.date(item.maps_due)],
  ].filter(([, value]) => value);
  return section(app, "accord", [
    el(
      "dl",
      { class: "facts" },
      facts.map(([key, value]) => [el("dt", null, tr.t(key)), el("dd", null, value)]),
    ),
    el("details", { class: "quotes-fold" }, el("summary", null, tr.t("quotations")), quotations(app, item)),
  ]);
}

function documentRow(app, document) {
  const { tr } = app;
  return el(
    "li",
    null,
    el("cite", { dir: "auto" }, quoted(app, document.title ?? document.id)),
    undatedMark(app, !document.published),
    el(
      "p",
      { class: "hint" },
      [document.publisher, tr.date(document.published)]
        .filter(Boolean)
        .map((part, index) => [index > 0 && " · ", el("bdi", null, part)]),
    ),
    document.address && el("p", { class: "hint document-address" }, documentLink(document.address)),
    el(
      "p",
      { class: "hint" },
      "SHA-256 ",
      el("code", { title: document.sha256 }, document.sha256.slice(0, 12)),
    ),
    document.notes.map((note) =>
      el("p", { class: "hint" }, tr.t("document_note"), ": ", el("bdi", { lang: "en" }, note)),
    ),
  );
}

/** Return a link to where a document was published; what is no address of the web stays words. */
function documentLink(address) {
  const words = el("bdi", { dir: "ltr" }, address);
  if (!/^https?:\/\//i.test(address)) return words;
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}

function about(app) {
  const { model, tr } = app;
  const { boundaries } = model.data;
  return el(
    "div",
    { class: "about" },
    ["note_reconstruction", "note_boundaries", "note_golan"].map((key) => el("p", null, tr.t(key))),
    el(
      "p",
      { class: "hint" },
      tr.t("boundaries"),
      ": ",
      el("bdi", null, [boundaries.title, boundaries.attribution].filter(Boolean).join(" · ")),
    ),
    el("p", { class: "hint" }, tr.t("cite_as"), ": ", el("bdi", { lang: "en" }, model.data.citation)),
    el(
      "p",
      { class: "key" },
      swatch(0, "whole"),
      tr.t("key_whole"),
      el("br"),
      swatch(0, "part"),
      tr.t("key_part"),
    ),
  );
}
