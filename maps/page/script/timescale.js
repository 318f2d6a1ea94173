/** The scale of the timeline: where days lie on it, and which marks fit. */

const DAY_MS = 86_400_000;
const ROOM = { day: 58, month: 64, year: 46 }; // px that a label of each kind needs
const STEPS = [
  ...[1, 2, 7, 14].map((every) => ({ unit: "day", every })),
  ...[1, 2, 3, 6].map((every) => ({ unit: "month", every })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ({ unit: "year", every })),
];

/** Return the number of a day, counted so that days one apart have numbers one apart. */
export function dayNumber(day) {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** Return the scale of days sorted in time: `at` tells where one lies, from 0 to 1; `span` is its length in days. */
export function createScale(days) {
  const first = dayNumber(days[0]);
  const span = Math.max(1, dayNumber(days.at(-1)) - first);
  const offsets = days.map((day) => dayNumber(day) - first);
  return {
    first,
    span,
    offset: (day) => dayNumber(day) - first,
    at: (day) => (dayNumber(day) - first) / span,
    /** Return the index of the day nearest to an offset. */
    nearest(offset) {
      const gaps = offsets.map((each) => Math.abs(each - offset));
      return gaps.indexOf(Math.min(...gaps));
    },
  };
}

/** Return the marks {at, day, unit, major} of the finest scale whose labels fit a width in px. */
export function scaleMarks({ first, span }, width) {
  const fits = ({ unit, every }) => (width * every * DAYS_IN[unit]) / span >= ROOM[unit];
  const step = STEPS.find(fits) ?? STEPS.at(-1);
  const found = boundaries(first, first + span, step);
  const { unit } = found.length ? step : STEPS[0];
  return (found.length ? found : [first]).map((number) => {
    const day = isoDay(number);
    return { at: (number - first) / span, day, unit, major: isMajor(day, unit) };
  });
}

const DAYS_IN = { day: 1, month: 30.4, year: 365.25 };

function boundaries(first, last, { unit, every }) {
  const out = [];
  if (unit === "day") for (let number = first; number <= last; number += every) out.push(number);
  else {
    const months = unit === "month" ? every : 12 * every;
    const [year, month] = isoDay(first).split("-").map(Number);
    const start = unit === "month" ? 12 * year + month - 1 : 12 * year;
    for (let at = Math.floor(start / months) * months; ; at += months) {
      const date = new Date(0);
      date.setUTCFullYear(Math.floor(at / 12), at % 12, 1);
      const number = date.getTime() / DAY_MS;
      if (number > last) break;
      if (number >= first) out.push(number);
    }
  }
  return out;
}

/** Return whether a larger unit begins at a mark: a month among days, a year among months. */
function isMajor(day, unit) {
  return unit !== "year" && day.endsWith(unit === "month" ? "-01-01" : "-01");
}

function isoDay(number) {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
