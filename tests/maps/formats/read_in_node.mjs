// What JavaScript's own readers find in files: node read_in_node.mjs FILE... prints a JSON object, an entry a file.
import { readFileSync } from "node:fs";
import { geoArea } from "d3-geo";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import { feature } from "topojson-client";

// The mean radius of the Earth, in km, for d3 measures on a sphere of radius 1.
const RADIUS = 6371.0088;

async function flatgeobuf(path) {
  const features = [];
  for await (const found of deserialize(new Uint8Array(readFileSync(path)))) {
    features.push(found);
  }
  return features;
}

function topojson(path) {
  const topology = JSON.parse(readFileSync(path, "utf8"));
  return Object.values(topology.objects).flatMap((object) =>
    feature(topology, object).features.map((found) => ({ ...found, area_km2: geoArea(found) * RADIUS ** 2 })),
  );
}

const told = {};
for (const path of process.argv.slice(2)) {
  told[path] = await (path.endsWith(".fgb") ? flatgeobuf : topojson)(path);
}
process.stdout.write(JSON.stringify(told));
