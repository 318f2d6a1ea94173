/** The interface's words, numbers and dates in the reader's language. */

/**
 * Return a translator for one language, with English where that lacks a word; `countries` has the English names of
 * countries by code, the one that is shown first.
 */
export function createTranslator(languages, code, countries = {}) {
  const words = { ...languages.en.words, ...languages[code].words };
  const { locale, dir } = languages[code];
  const plural = new Intl.PluralRules(locale);
  const regions = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const number = (value, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
      value,
    );

  function template(key, params) {
    const entry = words[key] ?? key;
    if (typeof entry === "string") return entry;
    return entry[plural.select(params.count)] ?? entry.other;
  }

  return {
    code,
    dir,
    locale,
    number,
    /** Return the words for a key, with {name} filled in; numbers are written as the language does. */
    t(key, params = {}) {
      return template(key, params).replace(/\{(\w+)\}/g, (_, name) => {
        const value = params[name];
        return typeof value === "number" ? number(value) : String(value ?? "");
      });
    },
    /** Return the same as text and nodes, for parameters that are elements. */
    nodes: (key, params) => fill(template(key, params), params),
    fill,
    /** Pairs of an English sentence of the program and the same in this language. */
    sentences: languages[code].sentences ?? [],
    has: (key) => key in words,
    date: (day, style = "long") => formatDay(day, locale, style),
    /** Return two days as a range. */
    dates: (from, to) => formatter(locale, STYLES.long).formatRange(utc(from), utc(to)),
    /** Return the label of a day that a day, month or year begins on the scale; `full` with what is above it. */
    scaleDay: (day, unit, full) => formatter(locale, SCALES[unit][full ? 1 : 0]).format(utc(day)),
    country(alpha2) {
      const own = (code === "en" && countries[alpha2]?.[0]) || words[`country_${alpha2}`];
      try {
        return own ?? regions.of(alpha2) ?? alpha2;
      } catch {
        return alpha2;
      }
    },
    /** Return a unit's or place's name in this language, the other one where it has none. */
    name: (thing) => (code === "ar" ? thing.name_ar || thing.name : thing.name || thing.name_ar),
    /** Return a zone's name; the documents' own where this language has none for it. */
    zone: (zone) => languages[code].zones?.[zone.name] ?? zone.name,
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    km(value) {
      return this.t("km", { value: number(value, value < 10 ? 1 : 0) });
    },
    km2(value) {
      return this.t("km2", { value: number(Math.round(value)) });
    },
  };
}

/** Return a template as text and nodes. */
function fill(template, params) {
  return template
    .split(/(\{\w+\})/)
    .map((piece) => (/^\{\w+\}$/.test(piece) ? params[piece.slice(1, -1)] : piece));
}
const STYLES = {
  short: { day: "numeric", month: "short" },
  long: { day: "numeric", month: "long", year: "numeric" },
};
const YEAR = { year: "numeric" };
const SCALES = {
  day: [STYLES.short, STYLES.short],
  month: [{ month: "short" }, { month: "short", year: "numeric" }],
  year: [YEAR, YEAR],
};

function formatDay(day, locale, style) {
  return day ? formatter(locale, STYLES[style]).format(utc(day)) : "";
}

const made = new Map();

/** Return the formatter of a locale and its options; to make one takes longer than to write a day with it. */
function formatter(locale, options) {
  const key = `${locale} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
  return made.get(key);
}

function utc(day) {
  return Date.parse(`${day}T00:00:00Z`);
}
