/** What the reader can take along: GeoJSON, tables, a picture, a printed sheet, a link. */

import { showEmbedCode } from "./embedcode.js";
import { saveFile, toCsv } from "./files.js";
import { zonesGeoJson } from "./geojson.js";
import { savePicture } from "./picture.js";
import { whyShown } from "./standing.js";
import { whereOpened } from "./whereabouts.js";

/** The entries of the menu: the key of its words, and what it does. */
export const downloads = [
  [
    "save_geojson",
    (app) =>
      saveFile(
        "zones.geojson",
        JSON.stringify(zonesGeoJson(app.model, known(app), (standing) => why(app, standing))),
        "application/geo+json",
      ),
  ],
  ["save_members", (app) => saveFile("members.csv", toCsv(memberRows(app.model, known(app))), "text/csv")],
  ["save_claims", (app) => saveFile("claims.csv", toCsv(claimRows(app.model, known(app))), "text/csv")],
  ["save_png", (app) => savePicture(app, app.map)],
  ["print", () => print()],
  ["copy_link", (app) => copyLink(app)],
  ["embed_code", (app) => showEmbedCode(app, app.defaults)],
];

function known({ model, store }) {
  return model.known(store.get());
}

function why({ model, tr }, standing) {
  return whyShown(tr, standing, model.claim(standing.first));
}

function memberRows(model, { zones }) {
  const head = [
    "zone",
    "zone_name",
    "pcode",
    "name",
    "name_ar",
    "level",
    "extent",
    "share",
    "rule",
    "reason",
    "quote",
    "document",
  ];
  const rows = zones.flatMap((zone) =>
    zone.members.map((member) => [
      zone.id,
      zone.name,
      member.pcode,
      member.name,
      member.name_ar,
      member.level,
      member.extent,
      member.share,
      member.rule,
      member.reason,
      ...sources(model, member),
    ]),
  );
  return [head, ...rows];
}

function claimRows(model, { claims }) {
  const shown = new Set(claims);
  const head = [
    "id",
    "nationality",
    "zone",
    "place",
    "place_km",
    "status",
    "said_by",
    "said_on",
    "reported_by",
    "rule",
    "path",
    "quote",
    "document",
  ];
  const rows = model.claims
    .filter((claim) => shown.has(claim))
    .map((claim) => [
      claim.id,
      claim.nationality,
      claim.zone,
      claim.place,
      claim.place_km,
      claim.status,
      claim.said_by,
      claim.said_on,
      claim.reported_by,
      claim.rule,
      claim.path,
      ...sources(model, claim),
    ]);
  return [head, ...rows];
}

function sources(model, thing) {
  const quotes = model.quotesOf(thing);
  return [
    quotes.map((quote) => quote.quote).join(" | "),
    [...new Set(quotes.map((quote) => quote.document))].join(" | "),
  ];
}

async function copyLink({ tr, toast }) {
  const where = whereOpened();
  if (where === "nowhere") {
    toast(tr.t("link_nowhere"));
    return;
  }
  const here = where === "served" ? "" : ` ${tr.t("link_local")}`;
  try {
    await navigator.clipboard.writeText(location.href);
    toast(tr.t("link_copied") + here);
  } catch {
    toast(tr.t("link_in_address") + here);
  }
}
