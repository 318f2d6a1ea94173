/** Decisions as TOML, in the form that zones.review reads. */

const DAYS = new Set(["on", "said_on", "published"]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Return a review file of rows, each one decision. */
export function reviewToml(rows, sha256 = null) {
  const head = sha256 ? [`sha256 = ${words(sha256)}\n`] : [];
  return [...head, ...rows.map(table)].join("\n");
}

function table(row) {
  return `[[decision]]\n${pairs(row)
    .map((pair) => `${pair}\n`)
    .join("")}`;
}

function pairs(row) {
  return Object.entries(row).map(([key, value]) => `${key} = ${written(key, value)}`);
}

function written(key, value) {
  if (Array.isArray(value)) return `[${value.map((one) => written("", one)).join(", ")}]`;
  if (value && typeof value === "object") return `{${pairs(value).join(", ")}}`;
  if (typeof value !== "string") return JSON.stringify(value);
  return DAYS.has(key) && DAY.test(value) ? value : words(value);
}

/** Return a string as TOML: a JSON string is one, but for half characters, DEL, and what some take for line ends. */
function words(text) {
  const escaped = (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  return JSON.stringify(whole).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped);
}
