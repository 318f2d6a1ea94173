/** What a choice lights on the map. */

/** Return the zone that the reader chose, or of which the chosen claim speaks; null for none. */
export function litZone(model, selection) {
  if (selection?.kind === "zone") return model.zone(selection.id);
  if (selection?.kind === "claim") return model.zone(model.claim(selection.id)?.zone);
  return null;
}
