/**
 * What is known at the reader's time: as of a day, or what was told from one day to another.
 *
 * A zone is known from the first document that describes it, a claim from its day, as `ZoneSet.on` has it. In a
 * range only what was told within it is: zones that a document describes or a claim speaks of. What has no day
 * belongs to no day: it is shown if the reader asks for it, and by itself only on the latest day.
 */

import { standingsOf } from "./standing.js";

/** Return a function from the reader's state {on, from, undated} to what is known then; the last is kept. */
export function createKnown(model) {
  let last = { key: null, known: null };
  return (state) => {
    const { on, from = null } = state;
    const undated = showsUndated(model, state);
    const key = JSON.stringify([on, from, undated]);
    if (last.key !== key) last = { key, known: knownAt(model, { on, from, undated }) };
    return last.known;
  };
}

/** Return whether what has no day is shown: as the reader chose, else on the latest day and in no range. */
export function showsUndated({ latest }, { on, from, undated }) {
  return undated ?? (!from && (!on || on === latest));
}

function knownAt(model, { on, from, undated }) {
  const { data } = model;
  const within = (day) => (day ? (!on || day <= on) && (!from || day >= from) : undated);
  const byThen = (day) => (day ? !on || day <= on : undated);
  const told = (days) => (days.length ? days.some(within) : undated);
  const daysOf = (thing) => {
    const days = model.quotesOf(thing).map((quote) => model.documents.get(quote.document)?.published);
    return days.filter(Boolean);
  };

  const claims = model.claims.filter((claim) => within(claim.day));
  const spokenOf = new Set(claims.map((claim) => claim.zone));
  const zones = model.zones.filter(
    (zone) => byThen(zone.days[0]) && (!from || told(zone.days) || spokenOf.has(zone.id)),
  );
  const { accord } = data;
  const accordDay = accord && (accord.signed ?? daysOf(accord).sort()[0]);
  const shownAccord = accord && within(accordDay) ? accord : null;
  const quoted = new Set([...claims, shownAccord].filter(Boolean).flatMap(model.documentsOf));
  const there = new Set(zones.map((zone) => zone.id));
  return {
    on,
    from,
    undated,
    zones,
    /** Claims in order of time. */
    claims: claims.toSorted((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : a.day === b.day ? 0 : 1)),
    standings: model.ranked(standingsOf(claims, model)),
    documents: data.documents.filter((each) => within(each.published) || quoted.has(each.id)),
    accord: shownAccord,
    unresolved: data.unresolved.filter((each) => told(daysOf(each))),
    passed: data.passed_over.filter((each) => told(daysOf(each))),
    /** Return those quotations of a thing that are of documents published by the reader's day. */
    quotesOf: (thing) =>
      model.quotesOf(thing).filter((quote) => byThen(model.documents.get(quote.document)?.published)),
    /** Return whether a zone is known. */
    has: (zone) => there.has(zone.id),
    /** Return whether anything is claimed of a nationality. */
    speaksOf: (code) => claims.some((claim) => claim.nationality === code),
  };
}
