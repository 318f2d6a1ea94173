/** Which claims stand against which, by the rule of zones/disputes.py. */

export const AFFIRMING = new Set(["agreed", "planned", "proposed", "possible", "discussed"]);
export const REFUSING = new Set(["denied", "rejected"]);

/** Return the pairs {refusing, affirming} of ids of claims of which one refuses what the other affirms. */
export function disputesOf(claims) {
  const affirming = claims.filter((claim) => AFFIRMING.has(claim.status));
  return claims
    .filter((claim) => REFUSING.has(claim.status))
    .flatMap((refusal) =>
      affirming
        .filter((claim) => claim.nationality === refusal.nationality && oneZone(claim, refusal))
        .map((claim) => ({ refusing: refusal.id, affirming: claim.id })),
    );
}

/** Return the claims that a claim stands against. */
export function opposites(model, claim) {
  const related = model.claims.filter((other) => other.nationality === claim.nationality);
  return disputesOf(related)
    .filter((pair) => pair.refusing === claim.id || pair.affirming === claim.id)
    .map((pair) => model.claim(pair.refusing === claim.id ? pair.affirming : pair.refusing));
}

function oneZone(one, other) {
  return one.zone === other.zone || one.zone === null || other.zone === null;
}
