/** A claim in words: when, who and of where, for marks, cards and the panel. */

/** Return the day of a claim; a day of publication is told as one. */
export function whenSaid({ tr }, claim) {
  if (claim.said_on) return tr.date(claim.said_on);
  return claim.day ? tr.t("published_on", { date: tr.date(claim.day) }) : tr.t("undated");
}

/** Return who makes a claim. */
export function whoSaid({ tr }, claim) {
  return claim.said_by ?? tr.t("speaker_unknown");
}

/** Return of what a claim speaks: its zone, once that is known, or the place that it names. */
export function whereSaid({ model, tr, store }, claim) {
  const zone = model.zone(claim.zone);
  if (zone && model.known(store.get()).has(zone)) return tr.zone(zone);
  return [claim.place_relation, claim.place].filter(Boolean).join(" ") || tr.t("no_zone_named");
}
