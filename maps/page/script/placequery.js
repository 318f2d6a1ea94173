/** A place name taken apart: the name, the kind that a word beside it states, and where it is said to lie. */

const WORDS = {
  zone: ["zone"],
  governorate: ["governorate", "province", "محافظة"],
  district: ["district", "منطقة"],
  "sub-district": ["sub-district", "subdistrict", "sub district", "ناحية"],
  place: ["city", "town", "village", "مدينة", "بلدة", "قرية"],
};
const KIND_OF = new Map(Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind])));
const ANY = [...KIND_OF.keys()].sort((a, b) => b.length - a.length).join("|");
const BEFORE = new RegExp(`^(?:the\\s+)?(${ANY})\\s+of\\s+(.+)$`, "i");
const AFTER = new RegExp(`^(?:the\\s+)?(.+?)\\s+(?:de-?escalation\\s+)?(${ANY})$`, "i");
const ARABIC = new RegExp(`^(${ANY})\\s+([\\u0600-\\u06ff].*)$`);
const COUNTRY = /^(?:syria|syrian arab republic|سوريا|سورية)$/i;

/** Return the name, the kind stated with it (or null) and the larger places after commas. */
export function splitPlace(text) {
  const [first = "", ...rest] = text
    .split(/[,،;]/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const within = rest.filter((part) => !COUNTRY.test(part)).map((part) => splitKind(part).name);
  return { ...splitKind(first), within };
}

function splitKind(text) {
  const before = BEFORE.exec(text) ?? ARABIC.exec(text);
  if (before) return { name: before[2], kind: KIND_OF.get(before[1].toLowerCase()) };
  const after = AFTER.exec(text);
  return after ? { name: after[1], kind: KIND_OF.get(after[2].toLowerCase()) } : { name: text, kind: null };
}
