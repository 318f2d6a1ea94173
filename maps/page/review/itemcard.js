/** One item: what it says, the words it rests on, and what can be done about it. */

import { el, plain } from "../script/dom.js";
import { swatch } from "../script/patterns.js";
import { claimChanges, claimFields } from "./claimform.js";
import { field, form } from "./fields.js";
import { quotesOf } from "./rows.js";
import { isDecided } from "./work.js";
import { zoneChanges, zoneFields } from "./zoneform.js";

const LONG = 600; // characters of a quotation
const STATES = { accept: "accepted", reject: "rejected", mend: "mended" };
const IN_TITLE = ["nationality", "status"];
const FACTS = [
  ["nationality", "Nationality"],
  ["status", "Status"],
  ["place", "Place"],
  ["zone", "Zone"],
  ["said_by", "Said by"],
  ["said_on", "Said on"],
  ["reported_by", "Reported by"],
];
const UNITS = ["area", "whole", "part"];

/** Return an item as an entry of the list, its content shown if it is the chosen one. */
export function itemCard(app, item, { chosen, editing }) {
  const decision = app.work.get().decisions[item.key];
  const state = stateOf(app, item);
  const id = `item-${item.key}`;
  return el(
    "li",
    {
      class: `item is-${state.replace(/ .*/, "")}${chosen ? " chosen" : ""}`,
      "data-key": item.key,
    },
    el(
      "button",
      {
        class: "item-head",
        type: "button",
        "aria-expanded": String(chosen),
        "aria-controls": chosen ? id : null,
        onClick: () => app.choose(chosen ? null : item.key, { from: "list" }),
      },
      title(app, item, decision),
      el("span", { class: "item-state" }, state),
    ),
    chosen && el("div", { class: "item-body", id }, body(app, item, decision, editing)),
  );
}

function stateOf(app, item) {
  if (item.added) return "added";
  const decision = app.work.get().decisions[item.key];
  if (decision) return item.kind === "passed over" ? "rightly passed over" : STATES[decision.verb];
  return isDecided(app.work.get(), item) ? "added from" : "to decide";
}

function title(app, item, decision) {
  const fields = { ...item.fields, ...decision?.to };
  if (item.kind === "claim")
    return [
      el("span", { class: "badge small", "aria-hidden": "true" }, fields.nationality),
      el(
        "span",
        { class: "item-title" },
        app.countryName(fields.nationality),
        " ",
        el("span", { class: `status status-${fields.status}` }, fields.status),
        fields.place &&
          el(
            "span",
            { class: "item-where", dir: "auto" },
            [item.relation, plain(fields.place)].filter(Boolean).join(" "),
          ),
      ),
    ];
  if (item.kind === "zone")
    return [
      swatch(app.hueOf(item) ?? "none", "whole"),
      el("span", { class: "item-title", dir: "auto" }, "Zone ", el("strong", null, plain(fields.name))),
    ];
  return [
    el("span", { class: "item-sign", "aria-hidden": "true" }, "…"),
    el("span", { class: "item-title" }, "Passed over: ", item.reason),
  ];
}

function body(app, item, decision, editing) {
  if (editing) return [editForm(app, item, decision), quotations(app, item)];
  return [
    item.kind === "zone" ? extent(app, item, decision) : facts(app, item, decision),
    item.detail && el("p", { class: "item-detail", dir: "auto" }, item.detail),
    buttons(app, item, decision),
    item.kind === "passed over" && !decision ? null : noteField(app, item, decision),
    quotations(app, item),
  ];
}

function facts(app, item, decision) {
  const rows = FACTS.map(([key, words]) => [words, app.shown(key, item.fields[key]), key]);
  const to = decision?.to ?? {};
  const told = rows.filter(([, value, key]) => to[key] || (value && !IN_TITLE.includes(key)));
  if (!told.length) return null;
  return el(
    "dl",
    { class: "facts" },
    told.map(([words, value, key]) => {
      const now = key in to ? app.shown(key, to[key]) || "nothing" : null;
      return [el("dt", null, words), el("dd", { dir: "auto" }, now ? changed(value, now) : value)];
    }),
  );
}

function changed(before, now) {
  return [before && [el("del", null, before), " "], el("ins", null, now)];
}

function extent(app, item, decision) {
  const fields = withoutUnits(item.fields, decision?.to);
  const names = (codes = []) =>
    codes.map((code) => `${app.model.unit(code)?.name ?? ""} (${code})`).join(", ");
  const rows = [
    ["In words", fields.area],
    ["Whole", names(fields.whole)],
    ["In part", names(fields.part)],
    ["Limits", fields.limits?.join("; ")],
    ["Not understood", item.unread?.join("; ")],
  ].filter(([, value]) => value);
  return el(
    "dl",
    { class: "facts" },
    rows.map(([words, value]) => [el("dt", null, words), el("dd", { dir: "auto" }, value)]),
  );
}

function quotations(app, item) {
  return quotesOf(app.data, item).map((quote) =>
    el("blockquote", { dir: "auto" }, quote.length > LONG ? `${quote.slice(0, LONG)}…` : quote),
  );
}

function buttons(app, item, decision) {
  const button = (words, key, verb, kind = "") =>
    el(
      "button",
      {
        class: `button ${kind}`,
        type: "button",
        "aria-keyshortcuts": key,
        onClick: () => app.act(verb),
      },
      words,
      key && el("kbd", { "aria-hidden": "true" }, key),
    );
  const sets = {
    item: [
      button("Accept", "a", "accept", "good"),
      button("Reject", "r", "reject", "bad"),
      button("Mend", "e", "mend"),
    ],
    over: [
      button("Rightly passed over", "a", "accept", "good"),
      button("Add a claim", "e", "mend"),
      button("Add a zone", "z", "zone"),
    ],
    added: [button("Change", "e", "mend"), button("Remove", "r", "reject", "bad")],
  };
  const set = item.added ? sets.added : item.kind === "passed over" ? sets.over : sets.item;
  return el("div", { class: "item-buttons" }, set, decision && button("Take back", null, "clear"));
}

function noteField(app, item, decision) {
  const area = el("textarea", {
    rows: 1,
    maxlength: 2000,
    onInput: () => app.noteDraft(item.key, area.value),
    onChange: () => app.noteGiven(item.key, area.value.trim()),
  });
  area.value = app.noteOf(item, decision);
  return field("Note", area);
}

/** Return the form that mends an item, or changes one that was added. */
function editForm(app, item, decision) {
  const isClaim = item.kind === "claim";
  const now = isClaim ? { ...item.fields, ...decision?.to } : withoutUnits(item.fields, decision?.to);
  const fields = isClaim ? claimFields(app, now) : zoneFields(app, now);
  const node = form(item.added ? `Change the ${item.kind}` : `Mend the ${item.kind}`, fields.nodes, {
    button: "Save change",
    cancel: () => app.edit(null),
    submit() {
      const { error, said } = fields.read();
      if (error) return error;
      if (item.added) return app.change(item, said);
      const to = (isClaim ? claimChanges : zoneChanges)(item.fields, said);
      return Object.keys(to).length
        ? app.mend(item, to)
        : "Nothing is changed: accept it, or change something.";
    },
  });
  requestAnimationFrame(() => fields.first.focus());
  return node;
}

/** Return a zone's fields with what is said instead: units or a phrase take the place of both. */
function withoutUnits(fields, to = {}) {
  const kept = Object.entries(fields).filter(
    ([key]) => !UNITS.includes(key) || !UNITS.some((each) => each in to),
  );
  return { ...Object.fromEntries(kept), ...to };
}

/** Return the form that adds a claim or a zone from words of the text. */
export function additionForm(app, kind, span) {
  const words = span ? app.wordsAt(span) : "";
  const quote = el("textarea", { rows: 3, required: true });
  quote.value = words;
  const fields = kind === "claim" ? claimFields(app, {}) : zoneFields(app, { name: "" });
  const node = form(`Add a ${kind}`, [field("Words of the text", quote), fields.nodes], {
    button: `Add the ${kind}`,
    cancel: () => app.closeAddition(),
    submit() {
      const found = quote.value === words && span ? span : app.find(quote.value);
      if (!found) return "These words do not stand in the text: select them there, or copy them.";
      const { error, said } = fields.read();
      return error ?? app.added({ kind, span: found, fields: filled(said) });
    },
  });
  requestAnimationFrame(() => (span ? fields.first : quote).focus());
  return node;
}

function filled(said) {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.length));
}
