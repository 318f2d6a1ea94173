/** Standing: what the claims about a nationality in a zone amount to, by the rule of zones/standing.py. */

import { AFFIRMING, REFUSING } from "./disputes.js";
import { el } from "./dom.js";

const VOICES = ["source", "other", "own_source", "country"];

/**
 * Return the standing of every nationality in every zone it is claimed for, and without zone.
 *
 * `claims` are those that count; `startOf` and `documentsOf` tell where a claim's quotations stand.
 */
export function standingsOf(claims, { startOf, documentsOf }) {
  const groups = new Map();
  const nowhere = new Map();
  for (const claim of claims) {
    const { nationality, zone } = claim;
    const key = JSON.stringify([nationality, zone]);
    if (!groups.has(key)) groups.set(key, { nationality, zone, claims: [] });
    groups.get(key).claims.push(claim);
    if (zone === null) nowhere.set(nationality, groups.get(key).claims);
  }
  const before = byTime(startOf);
  return [...groups.values()].map(({ nationality, zone, claims: own }) => {
    const also = zone === null ? [] : (nowhere.get(nationality) ?? []);
    return standing(nationality, zone, [...own, ...also].sort(before), documentsOf);
  });
}

/** Return how claims follow each other: by day, an article before its headline, then as they stand there. */
function byTime(startOf) {
  return (a, b) => {
    const [one, other] = [a.day ?? "", b.day ?? ""];
    if (one !== other) return one < other ? -1 : 1;
    return Number(b.headline) - Number(a.headline) || startOf(a) - startOf(b);
  };
}

function standing(nationality, zone, ordered, documentsOf) {
  const articles = new Set(ordered.filter((claim) => !claim.headline).flatMap(documentsOf));
  const heard = ordered.filter(
    (claim) => !claim.headline || !documentsOf(claim).some((document) => articles.has(document)),
  );
  const voice = Math.max(...heard.map((claim) => claim.voice));
  const first = heard.findLast((claim) => claim.voice === voice);
  const has = (statuses) => ordered.some((claim) => statuses.has(claim.status));
  return {
    nationality,
    zone,
    status: first.status,
    disputed: has(AFFIRMING) && has(REFUSING),
    claims: ordered.map((claim) => claim.id),
    first: first.id,
    undated: ordered.every((claim) => claim.day === null),
  };
}

/** Return in words why a standing's status is shown first. */
export function whyShown(tr, { nationality }, first) {
  return whyWith(tr.t, tr, nationality, first, first.said_by ?? tr.t("report_itself"));
}

/** Return the same as text and nodes: a speaker's name keeps its own direction. */
export function whyNodes(tr, { nationality }, first) {
  const by = first.said_by ? el("bdi", null, first.said_by) : tr.t("report_itself");
  return whyWith(tr.nodes, tr, nationality, first, by);
}

function whyWith(fill, tr, nationality, first, by) {
  const kind = tr.t(`voice_${VOICES[first.voice]}`, { country: tr.country(nationality) });
  if (!first.day) return fill("why_undated", { who: by, kind });
  return fill("why_latest", { date: tr.date(first.day), who: by, kind });
}
