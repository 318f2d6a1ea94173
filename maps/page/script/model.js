/** The page's data with its cross-references resolved. */

import { boundsOf, decodeLines, inDegrees } from "./arcs.js";
import { createGround, levelOf } from "./ground.js";
import { covers } from "./inside.js";
import { decodeZones } from "./lookup.js";
import { decodeOwn } from "./ownlayers.js";

// Strongest first: how the standings are ordered and drawn.
export const STATUSES = [
  "agreed",
  "planned",
  "proposed",
  "possible",
  "discussed",
  "undecided",
  "unconfirmed",
  "denied",
  "rejected",
];
const PALETTE = 8;

const rank = (standing) => STATUSES.indexOf(standing.status);

/** Return the model of one page's data. */
export function createModel(data) {
  decodeZones(data.zones);
  for (const [index, zone] of data.zones.entries()) {
    zone.hue = index % PALETTE;
    zone.number = index + 1;
  }
  const zonesById = new Map(data.zones.map((zone) => [zone.id, zone]));
  const claimsById = new Map(data.claims.map((claim) => [claim.id, claim]));
  const documents = new Map(data.documents.map((document) => [document.id, document]));
  const ground = createGround(data.units);
  const own = decodeOwn(data.layers);
  const nationalities = [...new Set(data.claims.map((claim) => claim.nationality))].sort();
  const latest = data.dates.at(-1) ?? null;

  const standings = new Map(
    Object.entries(data.standing).map(([day, rows]) => [
      day,
      rows.toSorted((a, b) => rank(a) - rank(b) || (a.nationality < b.nationality ? -1 : 1)),
    ]),
  );
  const credits = [data.boundaries.attribution, ...data.base.credits].flatMap(
    (line) => line?.split("; ") ?? [],
  );
  const golan = data.base.golan ? decodeLines(data.base.golan.rings).map(inDegrees) : [];
  const quotesOf = (thing) => (thing.evidence ?? []).map((number) => data.quotes[number]);

  return {
    data,
    zones: data.zones,
    claims: data.claims,
    places: data.places.map(([name, name_ar, lon, lat, also]) => ({ name, name_ar, lon, lat, also })),
    documents,
    credits: [...new Set(credits)].join("; "),
    ground,
    nationalities,
    latest,
    own,
    /** Return a feature of an own layer with its layer, null where there is none. */
    ownFeature(id) {
      const [number, at] = id.split(":").map(Number);
      const layer = own[number - 1];
      const feature = layer?.features[at - 1];
      return feature ? { layer, feature } : null;
    },
    zone: (id) => zonesById.get(id) ?? null,
    claim: (id) => claimsById.get(id),
    quotesOf,
    /** Return what the claims known on a date amount to. */
    standing: (on) => standings.get(on && on !== latest ? on : "") ?? standings.get(""),
    /** Return the day that counts for a claim: when it was said, else when it was published. */
    dayOf(claim) {
      return claim.said_on ?? documents.get(quotesOf(claim)[0]?.document)?.published ?? null;
    },
    /** Return the claims known on a date, in order of time. */
    claimsOn(on) {
      const ids = new Set(this.standing(on).flatMap((standing) => standing.claims));
      const known = data.claims.filter((claim) => ids.has(claim.id));
      return known
        .map((claim, index) => [this.dayOf(claim) ?? "", index, claim])
        .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
        .map((row) => row[2]);
    },
    golan: { bounds: boundsOf(golan), holds: (lon, lat) => covers(golan, lon, lat) },
    /** Return whether a zone's limits had been described by a date. */
    described: (zone, on) => !on || !zone.since || zone.since <= on,
    /** Return the unit of a code with its level, null for a code that is none. */
    unit(pcode) {
      const unit = ground.units.get(pcode);
      return unit ? { ...unit, level: levelOf(pcode) } : null;
    },
  };
}
