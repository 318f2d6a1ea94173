/** The layers a reader can switch: their ids, groups and which are on at first. */

import { LEVELS } from "./ground.js";

/** Return the groups of layers in the order of the control. */
export function layerGroups(model) {
  const base = model.data.base;
  const { tiles } = model.data.options;
  return [
    { id: "zones", layers: model.zones.map((zone) => `zone:${zone.id}`) },
    { id: "monitors", layers: model.nationalities.map((code) => `nat:${code}`) },
    { id: "own", layers: model.own.map((layer) => layer.id) },
    { id: "levels", layers: [...LEVELS] },
    { id: "places", layers: ["places"] },
    {
      id: "base",
      layers: [
        base.relief && "relief",
        base.rivers && "water",
        base.golan && "golan",
        tiles && "tiles",
      ].filter(Boolean),
    },
  ].filter((group) => group.layers.length);
}

/** Return all layer ids, in order. */
export function layerIds(model) {
  return layerGroups(model).flatMap((group) => group.layers);
}

/** Return the ids of the layers that are on at first. */
export function firstLayers(model) {
  const off = new Set(["district", "sub-district", "tiles"]);
  return layerIds(model).filter((id) => !off.has(id));
}
