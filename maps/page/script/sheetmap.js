/** The map on the printed sheet: the reader's view, drawn as SVG for paper. */

import { decodeLines, inDegrees } from "./arcs.js";
import { svg } from "./dom.js";
import { LEVELS } from "./ground.js";
import { ownInk } from "./ownlayers.js";
import { PAPER } from "./paper.js";
import { hatchId, inkOf } from "./patterns.js";
import { sheetNames } from "./sheetnames.js";

/** Return the map's content for a frame {x, y, width, height}, and its ground size in km per px. */
export function drawSheetMap(app, map, frame) {
  const view = projection(map, frame);
  const { model, store } = app;
  const state = store.get();
  const on = new Set(state.layers);
  const group = svg("g", { "clip-path": "url(#sheet-frame)" });
  group.append(svg("rect", { ...frame, fill: PAPER.landFar }), ...ground(model.data.base, view, on, model));
  for (const zone of model.known(state).zones)
    if (on.has(`zone:${zone.id}`)) group.append(...zonePaths(zone, view));
  group.append(...golanPaths(model.data, view, on));
  for (const level of LEVELS)
    if (on.has(level)) group.append(line(model.ground.borders(level), view, PAPER.borders[level]));
  group.append(line(model.ground.borders("country"), view, PAPER.borders.country));
  for (const layer of model.own) if (on.has(layer.id)) group.append(...ownMarks(layer, view));
  group.append(...sheetNames(app, view, frame, on));
  return { group, kmPerPx: view.kmPerPx };
}

/** Return how positions come to lie in the frame: the whole of the view, and more where there is room. */
function projection(map, frame) {
  const zoom = map.getZoom();
  const size = map.getSize();
  const scale = Math.min(frame.width / size.x, frame.height / size.y);
  const middle = map.project(map.getCenter(), zoom);
  const [cx, cy] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const world = 256 * 2 ** zoom;
  const { lat } = map.getCenter();
  return {
    zoom: zoom + Math.log2(scale),
    xy(lon, lat) {
      const sin = Math.sin((lat * Math.PI) / 180);
      const x = (lon / 360 + 0.5) * world;
      const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world;
      return [cx + (x - middle.x) * scale, cy + (y - middle.y) * scale];
    },
    lonLat(x, y) {
      const { lng, lat } = map.unproject([middle.x + (x - cx) / scale, middle.y + (y - cy) / scale], zoom);
      return [lng, lat];
    },
    kmPerPx: (40075.017 * Math.cos((lat * Math.PI) / 180)) / world / scale,
  };
}

function ground(base, view, on, model) {
  const lines = (text) => decodeLines(text).map(inDegrees);
  const nodes = base.sea.map((sea) =>
    svg("path", {
      d: path(lines(sea), view, true),
      fill: PAPER.sea,
      stroke: PAPER.shore,
      "stroke-width": 0.6,
      "fill-rule": "evenodd",
    }),
  );
  const own = model.ground.finest.flatMap((shape) => shape.rings);
  nodes.push(
    svg("path", { d: path(own, view, true), fill: PAPER.land, stroke: PAPER.land, "stroke-width": 0.5 }),
  );
  for (const border of [...base.borders, ...base.armistice])
    nodes.push(line(lines(border), view, PAPER.borders.far));
  if (on.has("relief") && base.relief) {
    const [[south, west], [north, east]] = base.relief.bounds;
    const [x, y] = view.xy(west, north);
    const [x2, y2] = view.xy(east, south);
    const image = svg("image", {
      href: base.relief.href,
      x,
      y,
      width: x2 - x,
      height: y2 - y,
      preserveAspectRatio: "none",
      opacity: 0.8,
    });
    image.style.mixBlendMode = "multiply";
    nodes.push(image);
  }
  if (on.has("water")) {
    for (const [, , rank, river] of base.rivers)
      nodes.push(line(lines(river), view, { stroke: PAPER.river, "stroke-width": rank === 1 ? 1.3 : 0.8 }));
    for (const lake of base.lakes)
      nodes.push(
        svg("path", {
          d: path(lines(lake[4]), view, true),
          fill: PAPER.lake,
          stroke: PAPER.river,
          "stroke-width": 0.5,
        }),
      );
  }
  return nodes;
}

/** Return the occupied Golan and the area of separation, over the zones: their part in it is told apart. */
function golanPaths({ base }, view, on) {
  const fills = { golan: "url(#sheet-dots)", undof: PAPER.undof };
  return Object.entries(fills)
    .filter(([key]) => on.has("golan") && base[key])
    .map(([key, fill]) => {
      const d = path(decodeLines(base[key].rings).map(inDegrees), view, true);
      return svg("path", { d, fill, stroke: PAPER.ink2, "stroke-width": 0.7 });
    });
}

function zonePaths(zone, view) {
  const ink = inkOf(zone.hue);
  return ["part", "whole"]
    .filter((extent) => zone.rings[extent].length)
    .flatMap((extent) => {
      const d = path(zone.rings[extent], view, true);
      const fill =
        extent === "part"
          ? { fill: `url(#sheet-${hatchId(zone.hue)})`, "stroke-dasharray": "5 3" }
          : { fill: ink, "fill-opacity": 0.34 };
      return [
        svg("path", { d, fill: "none", stroke: PAPER.halo, "stroke-opacity": 0.75, "stroke-width": 3.4 }),
        svg("path", { d, stroke: ink, "stroke-width": 1.5, "fill-rule": "evenodd", ...fill }),
      ];
    });
}

function ownMarks({ features, tint }, view) {
  const ink = ownInk(tint);
  const circle = ([lon, lat]) => {
    const [cx, cy] = view.xy(lon, lat);
    return svg("circle", { cx, cy, r: 4, fill: ink, stroke: PAPER.halo });
  };
  const style = { stroke: ink, "stroke-width": 1.5 };
  return [
    ...features.map(({ areas }) =>
      svg("path", {
        d: path(areas, view, true),
        fill: ink,
        "fill-opacity": 0.18,
        "fill-rule": "evenodd",
        ...style,
      }),
    ),
    ...features.map(({ lines }) => line(lines, view, style)),
    ...features.flatMap(({ points }) => points.map(circle)),
  ];
}

function line(lines, view, style) {
  return svg("path", { d: path(lines, view, false), fill: "none", ...style });
}

function path(lines, view, closed) {
  let d = "";
  for (const points of lines) {
    let last = null;
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = view.xy(points[i], points[i + 1]);
      const here = `${x.toFixed(1)} ${y.toFixed(1)}`;
      if (here !== last) d += `${i ? "L" : "M"}${here}`;
      last = here;
    }
    if (closed) d += "Z";
  }
  return d;
}
