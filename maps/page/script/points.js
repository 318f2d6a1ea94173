/** Coordinates as people paste them, latitude first. */

const NUMBER = "([+-]?\\d+(?:\\.\\d+)?)";
const PART = `${NUMBER}\\s*°?\\s*(?:(\\d+(?:\\.\\d+)?)\\s*['′m]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:["″s]|'')\\s*)?`;
const PLAIN = new RegExp(`^${PART}([NS])?(?:\\s*[,;]\\s*|\\s+|(?<=[NS]))${PART}([EW])?$`, "i");
const TURNED = new RegExp(`^${PART}([EW])(?:\\s*[,;]\\s*|\\s*)${PART}([NS])$`, "i");

/** Return {lat, lon} in degrees, or null if the text is no position on Earth. */
export function parsePoint(text) {
  const clean = text.trim().replace(/[()]/g, "").replace(/[’]/g, "'").replace(/[”]/g, '"');
  const plain = PLAIN.exec(clean);
  const turned = plain ? null : TURNED.exec(clean);
  if (!plain && !turned) return null;
  const first = degrees((plain ?? turned).slice(1, 5));
  const second = degrees((plain ?? turned).slice(5, 9));
  const [lat, lon] = plain ? [first, second] : [second, first];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

function degrees([whole, minutes, seconds, side]) {
  const size = Math.abs(Number(whole)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const negative = whole.startsWith("-") !== /[SW]/i.test(side ?? "");
  return negative ? -size : size;
}
