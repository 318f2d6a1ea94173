/** Positions in links of map services: the marked place, or else the middle of the map shown. */

import { plainPosition, refuse } from "./characters.js";
import { readPair } from "./pair.js";
import { knowsWords } from "./tokens.js";

const DEGREES = "([+-]?\\d+(?:\\.\\d+)?)";
const COMMA = ", ?\\+?";
const END = "(?=$|[&#?/(])";
const SAME = 1e-4; // degrees: a place is often written twice, once rounded
const LINK = /^(?:(?:https?:\/\/|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+)$/i;
const HOST = /^(?:https?:\/\/)?(?:[^/@?#]*@)?([^/:?#]+)/i;
const SHORT =
  /^(?:maps\.app\.goo\.gl|goo\.gl|bit\.ly|t\.co|tinyurl\.com|(?:osm\.org|openstreetmap\.org)\/go|yandex\.\w+\/maps\/-|waze\.com\/ul\/h|maps\.apple\/p|maps\.apple\.com\/p)(?:\/|$|\w)/i;
const ROUTE = /\/dir(?:ections)?[/?]|[?&](?:daddr|saddr|rtext|rtp)=/i;
const NAMED = /\/(?:place|search)\/([^/?#]+)/i;

const asked = (names) => `[?&](?:${names})=(?:loc:)?${DEGREES}${COMMA}${DEGREES}${END}`;
const both = (lat, lon) => `[?&]${lat}=${DEGREES}&${lon}=${DEGREES}${END}`;

// Patterns that begin with "lon:" have the longitude first.
const SERVICES = [
  {
    name: "Google Maps",
    host: /^(?:www\.|maps\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/i,
    places: [`!3d${DEGREES}!4d${DEGREES}`, asked("q|query")],
    middles: [`/@${DEGREES},${DEGREES},\\d+(?:\\.\\d+)?[zma]`, asked("ll|center|sll|cbll|viewpoint")],
  },
  {
    name: "OpenStreetMap",
    host: /^(?:www\.)?(?:openstreetmap\.org|osm\.org)$/i,
    places: [both("mlat", "mlon"), asked("query")],
    middles: [`#map=\\d+(?:\\.\\d+)?/${DEGREES}/${DEGREES}${END}`, both("lat", "lon")],
  },
  {
    name: "Bing Maps",
    host: /^(?:www\.)?bing\.com$/i,
    places: [`[?&]sp=point\\.${DEGREES}_${DEGREES}(?=$|[&_])`, asked("q|where1")],
    middles: [`[?&]cp=${DEGREES}~${DEGREES}${END}`],
  },
  {
    name: "Apple Maps",
    host: /^maps\.apple\.com$/i,
    places: [asked("ll|q|coordinate")],
    middles: [asked("sll|center")],
  },
  {
    name: "Waze",
    host: /^(?:www\.|ul\.)?waze\.com$/i,
    places: [asked("ll|latlng"), `[?&]to=ll\\.${DEGREES}${COMMA}${DEGREES}${END}`],
    middles: [],
  },
  {
    name: "Yandex Maps",
    host: /^(?:www\.|maps\.)?yandex\.(?:[a-z]{2,3}|com\.[a-z]{2})$/i,
    places: [
      `lon:[?&]pt=${DEGREES},${DEGREES}(?=$|[&#]|,[a-z])`,
      `lon:${asked("whatshere\\[point\\]")}`,
      asked("text"),
    ],
    middles: [`lon:${asked("ll")}`],
  },
  {
    name: "OsmAnd",
    host: /^(?:www\.)?osmand\.net$/i,
    places: [asked("pin"), both("lat", "lon")],
    middles: [`#\\d+(?:\\.\\d+)?/${DEGREES}/${DEGREES}${END}`],
  },
];

/** Tell whether a text is one link. */
export function isLink(text) {
  return LINK.test(text);
}

/** Return the position in a link of a map service; the form tells the service and which position it is. */
export function readLink(text) {
  if (SHORT.test(text.replace(/^(?:https?:\/\/)?(?:www\.)?/i, ""))) refuse("a shortened link");
  const host = HOST.exec(text)?.[1] ?? "";
  const service = SERVICES.find((each) => each.host.test(host)) ?? refuse("no map service known here");
  const address = decoded(text);
  if (ROUTE.test(address)) refuse("the link of a route");
  const places = [...service.places.flatMap((pattern) => positions(pattern, address)), ...named(address)];
  const middles = service.middles.flatMap((pattern) => positions(pattern, address));
  const found = places.length ? places : middles;
  if (!found.length) refuse("no position in it");
  const [first] = found;
  const far = (each) => Math.abs(each.lat - first.lat) > SAME || Math.abs(each.lon - first.lon) > SAME;
  if (found.some(far)) refuse("several positions");
  return {
    ...first,
    form: `${service.name} link, ${places.length ? "its marked place" : "the middle of its map"}`,
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Return the position that stands where an address names its place, if that is one. */
function named(address) {
  const name = plainPosition(NAMED.exec(address)?.[1].replaceAll("+", " ") ?? "");
  if (!/\d/.test(name) || !knowsWords(name)) return [];
  const { lat, lon } = readPair(name);
  return [{ lat, lon }];
}

function positions(pattern, address) {
  const turned = pattern.startsWith("lon:");
  const found = address.matchAll(new RegExp(turned ? pattern.slice(4) : pattern, "gi"));
  return [...found].map(([, a, b]) => {
    const [lat, lon] = turned ? [b, a] : [a, b];
    return { lat: Number(lat), lon: Number(lon) };
  });
}
