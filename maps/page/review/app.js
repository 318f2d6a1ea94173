/** What the parts of the page share: facts, and the verbs of buttons and keys. */

import { el, replace } from "../script/dom.js";
import { saveFile } from "../script/files.js";
import { knownReviewer, rememberReviewer } from "./keeping.js";
import { reviewRows } from "./rows.js";
import { findWords } from "./selection.js";
import { reviewToml } from "./toml.js";
import { createWork, isDecided } from "./work.js";

/** Return the verbs and facts that the parts share. */
export function createApp(data, model) {
  const work = createWork(data);
  const names = new Map(data.nationalities);
  const drafts = new Map();
  let items = null;
  let chosen = null;
  let reviewer = knownReviewer();
  let fading = null;
  const app = { data, model, work };

  app.items = () => {
    items ??= [...data.items, ...work.get().added.map(asItem)].sort(byPlace);
    return items;
  };
  app.forget = () => {
    items = null;
  };
  app.item = (key) => app.items().find((item) => item.key === key);
  app.chosen = () => chosen;
  app.countryName = (code) => names.get(code) ?? code;
  app.hueOf = (item) => (item.kind === "zone" ? (model.zone(item.zone)?.hue ?? null) : null);
  app.shown = (key, value) => {
    if (key === "nationality") return app.countryName(value);
    return key === "zone" ? (model.zone(value)?.name ?? value) : value;
  };
  app.wordsAt = ([document, start, end]) => data.documents[document].text.slice(start, end);
  app.find = (words) => findWords(data.documents, words);
  app.preview = (codes) => app.map?.preview(codes);
  app.zoneNames = () => {
    const { decisions, added } = work.get();
    const read = data.items.filter(({ kind, key }) => kind === "zone" && decisions[key]?.verb !== "reject");
    return [
      ...read.map(({ zone, key, fields }) => [zone, decisions[key]?.to?.name ?? fields.name]),
      ...added.filter(({ kind }) => kind === "zone").map(({ fields }) => [fields.name, fields.name]),
    ];
  };
  app.say = (text) => {
    const toast = document.getElementById("toast");
    replace(toast, el("span", null, text));
    clearTimeout(fading);
    fading = setTimeout(() => replace(toast), 4000);
  };

  app.choose = (key, { from = null, focus = false } = {}) => {
    const last = chosen;
    chosen = key;
    app.list.edit(null);
    for (const each of [last, key]) if (each) app.list.redraw(each);
    const item = app.item(key);
    app.article.show(key, { still: from === "article" });
    app.map.show(item?.zone ?? item?.fields.zone ?? null);
    app.preview(unitsOf(item, work.get().decisions[key]));
    if (!key) return;
    app.list.reveal(key);
    if (focus) app.list.focus(key);
  };
  app.chooseZone = (zone) => {
    const item = data.items.find((each) => each.zone === zone);
    if (item) app.choose(item.key, { from: "map" });
  };
  app.move = (by) => {
    const listed = app.list.listed();
    const at = listed.findIndex((item) => item.key === chosen);
    const next = listed[at < 0 && by < 0 ? listed.length - 1 : at + by];
    if (next) app.choose(next.key, { focus: true });
  };

  app.noteDraft = (key, words) => drafts.set(key, words);
  app.noteOf = (item, decision) => drafts.get(item.key) ?? decision?.note ?? item.note ?? "";
  app.noteGiven = (key, note) => {
    const item = app.item(key);
    const decision = work.get().decisions[key];
    app.quiet = true; // the entry stays as it is: somebody may just be pressing a button of it
    if (item?.added) work.add({ ...own(item), note, by: reviewer });
    else if (decision && decision.note !== note)
      work.decide(key, { ...decision, row: undefined, by: reviewer, note });
    app.quiet = false;
  };
  function decide(item, verb, to = {}) {
    const note = (drafts.get(item.key) ?? work.get().decisions[item.key]?.note ?? "").trim();
    drafts.delete(item.key);
    work.decide(item.key, { verb, to, note, by: reviewer });
    onward(item);
  }
  function onward(item) {
    const open = app.items().filter((each) => !each.added && !isDecided(work.get(), each));
    const next = open.find((each) => byPlace(each, item) > 0) ?? open[0];
    if (next) app.choose(next.key, { focus: true });
    else app.say("All is decided. Save the review file.");
  }

  app.act = (verb) => {
    const item = app.item(chosen);
    if (!item) return app.say("Choose an item first: j goes to the next one.");
    if (verb === "clear") return work.decide(item.key, null);
    if (item.added) return verb === "reject" ? app.removeAdded(item) : app.edit(item.key);
    if (item.kind !== "passed over") return verb === "mend" ? app.edit(item.key) : decide(item, verb);
    if (verb === "reject") return app.say("Passed over rightly (a), or not: add a claim (e) or a zone (z).");
    if (verb === "accept") return decide(item, verb);
    return app.openAddition(verb === "zone" ? "zone" : "claim", sentence());
  };
  app.edit = (key) => {
    const last = chosen;
    app.list.edit(key);
    if (!key) {
      app.preview([]);
      app.list.focus(last);
    }
  };
  app.mend = (item, to) => {
    app.list.edit(null);
    app.preview([]);
    decide(item, "mend", to);
  };
  app.change = (item, said) => {
    app.list.edit(null);
    app.preview([]);
    work.add({ ...own(item), fields: said, by: reviewer });
    app.list.focus(item.key);
  };
  app.removeAdded = (item) => {
    chosen = null;
    work.remove(item.key);
    app.say(`Removed the ${item.kind} that was added.`);
  };
  app.openAddition = (kind, span = app.article.selection() ?? sentence()) => {
    app.list.edit(null);
    app.list.openAddition(kind, span);
  };
  function sentence() {
    const item = app.item(chosen);
    return item?.kind === "passed over" ? item.spans[0] : null;
  }
  app.closeAddition = () => {
    app.preview([]);
    app.list.openAddition(null);
    if (chosen) app.list.focus(chosen);
  };
  app.added = (addition) => {
    app.closeAddition();
    const key = work.add({ ...addition, note: "", by: reviewer });
    app.choose(key, { focus: true });
    app.say(`Added a ${addition.kind}.`);
  };
  app.leave = (index) => work.leave(index);
  app.undo = () => {
    const about = work.undo();
    if (about === undefined) return app.say("There is nothing to undo.");
    app.say("Undone.");
    if (about && app.item(about)) app.choose(about, { focus: true });
  };
  app.reviewer = () => reviewer;
  app.setReviewer = (name) => {
    reviewer = name;
    rememberReviewer(name);
  };
  app.save = () => {
    if (!reviewer) {
      app.bar.askName();
      return app.say("Who reviews? Write your name, then save.");
    }
    const { documents, name, beside } = data;
    const sha256 = documents.length === 1 ? documents[0].sha256 : null;
    saveFile(name, reviewToml(reviewRows(data, work.get(), reviewer), sha256), "application/toml");
    app.saved();
    app.say(beside ? `Saved ${name}: put it beside ${beside}.` : `Saved ${name}: name it with --review.`);
  };
  return app;
}

/** Return the units of a zone that the map does not draw: one that was added, or that has others since it was read. */
function unitsOf(item, decision) {
  const { whole = [], part = [] } = (item?.added ? item.fields : decision?.to) ?? {};
  return item?.kind === "zone" ? [...whole, ...part] : [];
}

function asItem({ key, kind, span, fields, note }) {
  return { key, kind, spans: [span], fields, note, added: true };
}

function own({ key, kind, spans, fields, note }) {
  return { key, kind, span: spans[0], fields, note };
}

function byPlace({ spans: [a] }, { spans: [b] }) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
