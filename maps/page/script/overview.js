/** The panel when nothing is chosen: zones, monitors, the agreement, documents and what the map is. */

import { countryButton, disputedMark, openMark, partMark, statusChip } from "./claims.js";
import { el } from "./dom.js";
import { ownLists } from "./ownview.js";
import { nothingFound, passedOver } from "./passedover.js";
import { swatch } from "./patterns.js";
import { quotations, quoted } from "./quotes.js";
import { reviewMark } from "./review.js";
import { LONG_TITLE } from "./titles.js";
import { areas, section, unresolved } from "./zoneview.js";

/** Return the overview on a date. */
export function overview(app, on) {
  const { model, tr } = app;
  const standings = model.standing(on);
  const elsewhere = standings.filter((standing) => !model.zone(standing.zone));
  return el(
    "article",
    { class: "view overview" },
    el("h2", { class: "visually-hidden" }, tr.t("overview")),
    ownWords(app),
    el("p", { class: "lead" }, tr.t("lead")),
    reviewMark(app),
    nothingFound(app),
    section(
      app,
      "zones",
      el(
        "ul",
        { class: "zone-list" },
        model.zones.map((zone) => zoneRow(app, zone, standings, on)),
      ),
      model.zones.length,
    ),
    ownLists(app),
    elsewhere.length > 0 &&
      section(app, "no_zone_monitors", [
        el("p", { class: "hint" }, tr.t("no_zone_monitors_hint")),
        el(
          "ul",
          { class: "standing-rows" },
          elsewhere.map((standing) =>
            el(
              "li",
              null,
              countryButton(app, standing.nationality),
              statusChip(app, standing.status),
              standing.disputed && disputedMark(app),
            ),
          ),
        ),
      ]),
    model.data.unresolved.length > 0 && section(app, "unresolved", unresolved(app, model.data.unresolved)),
    model.data.accord && accord(app, model.data.accord, on),
    section(
      app,
      "documents",
      el(
        "ol",
        { class: "documents" },
        model.data.documents.map((document) => documentRow(app, document)),
      ),
      model.data.documents.length,
    ),
    passedOver(app),
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

function zoneRow(app, zone, standings, on) {
  const { model, tr } = app;
  const here = standings.filter((standing) => standing.zone === zone.id);
  return el(
    "li",
    { class: `zone-row hue-${zone.hue}${model.described(zone, on) ? "" : " ahead"}` },
    el(
      "button",
      { class: "zone-open", type: "button", onClick: () => app.select({ kind: "zone", id: zone.id }) },
      el("bdi", null, app.tr.zone(zone)),
    ),
    partMark(app, zone),
    openMark(app, zone),
    areas(app, zone),
    !model.described(zone, on) &&
      el("p", { class: "hint" }, tr.t("described_later", { date: tr.date(zone.since) })),
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

function accord(app, item, on) {
  const { tr } = app;
  if (on && item.signed && item.signed > on) return null;
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
