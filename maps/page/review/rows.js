/** From what was decided on the page to the rows of a review file. */

// Names and documents come first, and zones before the claims that may name them.
const ORDER = ["name", "document", "zone", "claim", "over"];
const SHORTEST = 3; // characters of a quotation
const rank = (row) => ORDER.indexOf(row.do.split(" ").at(-1));

/** Return the rows of everything that is decided, `by` being who decides on this page. */
export function reviewRows(data, state, by) {
  const rows = data.decisions.filter((_, index) => others(data, state).includes(index)).map(({ row }) => row);
  const told = new Set(
    [...data.decisions, ...Object.values(state.decisions), ...state.added].map(({ row }) => row),
  );
  const standing = standingZones(data, state);
  for (const item of data.items) {
    const decision = state.decisions[item.key];
    if (decision) rows.push(decision.row ?? decided(data, item, decision, by, standing));
  }
  for (const one of state.added) rows.push(one.row ?? addition(data, one, by));
  const own = new Set(rows.filter((row) => !told.has(row)));
  return rows.map((row) => located(row, standing, own.has(row))).toSorted((a, b) => rank(a) - rank(b));
}

/** Return the zones of a state, by all that they may be called: whether they stand. */
function standingZones(data, state) {
  const zones = new Map();
  const put = (stands, ...names) => {
    for (const name of names.filter(Boolean)) zones.set(name.toLowerCase(), stands);
  };
  for (const { zone, key, fields } of data.items.filter((item) => item.kind === "zone")) {
    const decision = state.decisions[key];
    put(decision?.verb !== "reject", zone, fields.name, decision?.to?.name);
  }
  for (const { kind, fields } of state.added) if (kind === "zone") put(true, fields.name);
  return zones;
}

/** Return a row that names no zone which was rejected or taken back after the claim was put there. */
function located(row, standing, isOwn) {
  // The file may call a zone what this page does not know; on the page a zone is chosen from a list.
  const lost = (name) => name && !(standing.get(name.toLowerCase()) ?? !isOwn);
  if (!row.do.endsWith("claim") || !(lost(row.zone) || lost(row.to?.zone))) return row;
  const { zone, to, ...others } = row;
  const { zone: wanted, ...instead } = to ?? {};
  if (wanted && !lost(wanted)) instead.zone = wanted;
  const changed = Object.keys(instead).length > 0;
  return {
    ...others,
    ...(zone && !lost(zone) && { zone }),
    do: to && !changed ? "accept claim" : row.do,
    ...(changed && { to: instead }),
  };
}

/** Return the numbers of the file's decisions that are about no item of this page and are kept. */
export function others(data, state) {
  return data.decisions
    .map((_, index) => index)
    .filter((index) => isOther(data.decisions[index]) && !state.left.includes(index));
}

/** Return whether a decision of the file is about no item of this page. */
export function isOther(decision) {
  return !decision.item && !decision.span;
}

/** Return the words that an item rests on, in the document where it is told first. */
export function quotesOf(data, item) {
  const [[document]] = item.spans;
  const { text } = data.documents[document];
  const quotes = item.spans
    .filter(([number]) => number === document)
    .map(([, start, end]) => text.slice(start, end));
  const long = [...new Set(quotes)].filter((quote) => quote.trim().length >= SHORTEST);
  return long.length ? long : quotes.slice(0, 1);
}

function decided(data, item, decision, by, standing) {
  const quotes = quotesOf(data, item);
  const row = head(data, `${decision.verb} ${item.kind}`, decision, item.spans[0], by);
  if (quotes.length > 1 && item.kind !== "passed over") row.quotes = quotes;
  else row.quote = quotes[0];
  Object.assign(row, item.kind === "claim" ? claimContent(item.fields, standing) : zoneContent(item));
  if (decision.verb === "mend") row.to = decision.to;
  return row;
}

function addition(data, one, by) {
  const [document, start, end] = one.span;
  const row = head(data, `add ${one.kind}`, one, one.span, by);
  row.quote = data.documents[document].text.slice(start, end);
  return Object.assign(row, filled(one.fields));
}

function head(data, what, { by, on, note }, [document], who) {
  const row = { do: what, by: by || who, on };
  if (note) row.note = note;
  if (data.documents.length > 1) row.document = data.documents[document].id;
  return row;
}

/** Return what a claim says; its zone only where nothing but its name tells it, and where it still stands. */
function claimContent(fields, standing) {
  const { zone, ...said } = fields;
  const named = zone && !fields.place && standing.get(zone.toLowerCase());
  return filled(named ? { ...said, zone } : said);
}

function zoneContent({ fields }) {
  if (!fields.name) return {};
  const { limits, ...said } = fields;
  return filled(fields.whole.length + fields.part.length ? { ...said, limits } : said);
}

function filled(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.length));
}
