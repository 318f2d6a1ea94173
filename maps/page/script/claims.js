/** Claims and what they amount to. */

import { REFUSING } from "./disputes.js";
import { el, lazyFold } from "./dom.js";
import { quotations } from "./quotes.js";
import { verdict } from "./review.js";
import { whyNodes } from "./standing.js";

/** Return a status as a chip: its word in a frame of its own kind. */
export function statusChip(app, status) {
  return el("span", { class: `status status-${status}` }, app.tr.t(`status_${status}`));
}

/** Return the mark of a standing on which claims disagree. */
export function disputedMark(app) {
  return el("span", { class: "disputed-mark" }, app.tr.t("disputed"));
}

/** Return the mark of a zone of which not all words were understood. */
export function partMark(app, zone) {
  return zone.unread.length > 0 && el("span", { class: "part-mark" }, app.tr.t("read_in_part"));
}

/** Return the mark of a zone or claim about which nobody has decided where a review was begun. */
export function openMark(app, item) {
  const begun = app.model.data.review?.by.length > 0;
  return begun && !item.verdict && el("span", { class: "part-mark open-mark" }, app.tr.t("unreviewed"));
}

/** Return the mark of what no document with a day tells. */
export function undatedMark(app, undated) {
  return (
    undated && el("span", { class: "undated-mark", title: app.tr.t("undated_hint") }, app.tr.t("undated"))
  );
}

/** Return a nationality as a link to all that is said about it. */
export function countryButton(app, code) {
  return el(
    "button",
    { class: "link country", type: "button", onClick: () => app.select({ kind: "nationality", id: code }) },
    app.tr.country(code),
  );
}

/** Return a standing as a card: who, status, why, and the claims under it. */
export function standingCard(app, standing, heading) {
  const { model, tr } = app;
  const claims = standing.claims.map((id) => model.claim(id));
  return el(
    "li",
    { class: "standing" },
    el(
      "div",
      { class: "standing-head" },
      heading,
      statusChip(app, standing.status),
      standing.disputed && disputedMark(app),
      undatedMark(app, standing.undated),
    ),
    el("p", { class: "why", dir: "auto" }, whyNodes(tr, standing, model.claim(standing.first))),
    lazyFold("claims-fold", tr.t("claims_count", { count: claims.length }), () =>
      claimList(app, claims, { against: standing.disputed }),
    ),
  );
}

/** Return claims as a list in order of time. */
export function claimList(app, claims, { named = false, against = false } = {}) {
  const statuses = new Set(claims.map((claim) => claim.status));
  return el(
    "ol",
    { class: "claims" },
    claims.map((claim) => claimItem(app, claim, named, against && opposed(claim.status, statuses))),
  );
}

function claimItem(app, claim, named, contradicted) {
  const { tr } = app;
  const { day } = claim;
  const when = claim.said_on ? tr.date(claim.said_on) : tr.t("published_on", { date: tr.date(day) });
  return el(
    "li",
    { class: `claim claim-${claim.status}${contradicted ? " contradicted" : ""}` },
    el(
      "div",
      { class: "claim-head" },
      day ? el("time", { datetime: day }, when) : undatedMark(app, true),
      statusChip(app, claim.status),
      claim.headline && el("span", { class: "hint" }, tr.t("headline")),
      openMark(app, claim),
      contradicted && el("span", { class: "contradiction" }, tr.t("contradicted")),
    ),
    el(
      "p",
      { class: "claim-who" },
      named && [countryButton(app, claim.nationality), " — "],
      speaker(app, claim),
    ),
    where(app, claim),
    quotations(app, claim),
    verdict(app, claim),
    found(app, claim),
  );
}

/** Return by which rule a claim was found and what made its status: names and words of the reader, in English. */
function found(app, claim) {
  if (!claim.rule && !claim.path) return null;
  const code = (words) => el("code", { lang: "en", dir: "ltr" }, words);
  return el(
    "p",
    { class: "claim-rule", title: app.tr.t("found_hint") },
    claim.rule && app.tr.nodes("found_by", { rule: code(claim.rule) }),
    claim.rule && claim.path && " · ",
    claim.path && code(claim.path),
  );
}

function speaker(app, claim) {
  const { tr } = app;
  const by = claim.said_by ? el("bdi", { class: "speaker" }, claim.said_by) : tr.t("speaker_unknown");
  if (!claim.reported_by) return by;
  return [
    by,
    " ",
    el("span", { class: "reported" }, tr.nodes("reported_by", { who: el("bdi", null, claim.reported_by) })),
  ];
}

function where(app, claim) {
  const { model, tr } = app;
  const zone = model.zone(claim.zone);
  if (!claim.place) return zone ? null : el("p", { class: "claim-where" }, tr.t("no_zone_named"));
  const place = el("bdi", null, [claim.place_relation, claim.place].filter(Boolean).join(" "));
  if (zone && !model.known(app.store.get()).has(zone))
    return el("p", { class: "claim-where" }, tr.nodes("place_later", { place }));
  if (!zone) return el("p", { class: "claim-where" }, tr.nodes("place_only", { place }));
  const params = { place, zone: el("bdi", null, tr.zone(zone)), km: tr.km(claim.place_km ?? 0) };
  return el(
    "p",
    { class: "claim-where" },
    tr.nodes(claim.place_km > 0.05 ? "place_near" : "place_in", params),
  );
}

/** Return whether a claim stands against others: a denial among assertions, or the reverse. */
function opposed(status, statuses) {
  const others = [...statuses].filter((other) => REFUSING.has(other) !== REFUSING.has(status));
  return others.length > 0;
}
