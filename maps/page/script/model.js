/** The page's data with its cross-references resolved. */

import { boundsOf, decodeLines, inDegrees } from "./arcs.js";
import { createGround, levelOf } from "./ground.js";
import { covers } from "./inside.js";
import { createKnown } from "./known.js";
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
const before = (a, b) => ((a ?? "") < (b ?? "") ? -1 : Number(a !== b));

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

  const credits = [data.boundaries.attribution, ...data.base.credits].flatMap(
    (line) => line?.split("; ") ?? [],
  );
  const golan = data.base.golan ? decodeLines(data.base.golan.rings).map(inDegrees) : [];
  const quotesOf = (thing) => (thing.evidence ?? []).map((number) => data.quotes[number]);
  const starts = new Map(
    data.claims.map((claim) => {
      const [first = 0, ...others] = quotesOf(claim).map((quote) => quote.start);
      return [claim.id, Math.min(first, ...others)];
    }),
  );

  const model = {
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
    /** Return the ids of the documents that a thing is quoted from. */
    documentsOf: (thing) => [...new Set(quotesOf(thing).map((quote) => quote.document))],
    /** Return where the first of a claim's quotations begins. */
    startOf: (claim) => starts.get(claim.id),
    /** The zones and claims of which no document has a day. */
    undated: {
      zones: data.zones.filter((zone) => !zone.days.length),
      claims: data.claims.filter((claim) => !claim.day),
    },
    golan: { bounds: boundsOf(golan), holds: (lon, lat) => covers(golan, lon, lat) },
    /** Return standings in the order in which they are shown. */
    ranked: (standings) =>
      standings.toSorted(
        (a, b) => rank(a) - rank(b) || before(a.nationality, b.nationality) || before(a.zone, b.zone),
      ),
    /** Return the unit of a code with its level, null for a code that is none. */
    unit(pcode) {
      const unit = ground.units.get(pcode);
      return unit ? { ...unit, level: levelOf(pcode) } : null;
    },
  };
  model.known = createKnown(model);
  return model;
}
