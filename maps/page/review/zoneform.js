/** What a zone is called and covers: units whole and in part, or a phrase. */

import { el, icon, replace } from "../script/dom.js";
import { choice, field, textArea, textInput } from "./fields.js";

const EXTENTS = [
  ["whole", "whole"],
  ["part", "in part"],
];

/** Return the fields of a zone and a way to read them. */
export function zoneFields(app, fields) {
  const name = textInput(fields.name, { required: true });
  const units = unitList(app, fields);
  const phrase = textArea(fields.area, { placeholder: "Idlib province and northern Hama" });
  const byPhrase = Boolean(fields.area);
  const parts = { units: units.node, phrase: field("Area in words", phrase, "checked when a map is drawn") };
  const ways = [
    ["units", "by units"],
    ["phrase", "in words"],
  ].map(([way, words]) => {
    const input = el("input", { type: "radio", name: "way", value: way, onChange: () => show(way) });
    input.checked = (way === "phrase") === byPhrase;
    return el("label", { class: "radio" }, input, words);
  });
  let now = byPhrase ? "phrase" : "units";
  function show(way) {
    now = way;
    for (const [key, node] of Object.entries(parts)) node.hidden = key !== way;
    app.preview(way === "units" ? units.codes() : []);
  }
  show(now);
  return {
    nodes: [
      field("Name", name),
      el(
        "fieldset",
        null,
        el("legend", null, "What it covers"),
        el("div", { class: "radios" }, ways),
        Object.values(parts),
      ),
    ],
    first: name,
    read() {
      if (!name.value.trim()) return { error: "A zone needs a name." };
      const said = { name: name.value.trim() };
      if (now === "phrase") {
        if (!phrase.value.trim()) return { error: "Say in words what the zone covers, or choose units." };
        return { said: { ...said, area: phrase.value.trim() } };
      }
      const held = units.read();
      if (!held.whole.length && !held.part.length) return { error: "A zone needs a unit." };
      return { said: { ...said, ...held } };
    },
  };
}

/** Return what a form says otherwise than the zone as read. */
export function zoneChanges(fields, said) {
  const { name, ...extent } = said;
  const same = (key) => [...(fields[key] ?? [])].sort().join() === [...extent[key]].sort().join();
  const kept = !extent.area && same("whole") && same("part");
  const told = Object.fromEntries(Object.entries(extent).filter(([, value]) => value.length));
  return { ...(name === fields.name ? {} : { name }), ...(kept ? {} : told) };
}

function unitList(app, fields) {
  const held = new Map();
  for (const [extent] of EXTENTS) for (const code of fields[extent] ?? []) held.set(code, extent);
  const rows = el("ul", { class: "units" });
  const wanted = textInput("", { list: "all-units", placeholder: "Name or P-code" });
  const error = el("p", { class: "form-error", role: "alert" });
  const add = el("button", { class: "button", type: "button", onClick: take }, "Add unit");
  wanted.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    take();
  });

  function take() {
    const code = codeOf(app, wanted.value.trim());
    replace(error, code ? null : "Choose a unit from the list.");
    if (!code) return;
    if (!held.has(code)) held.set(code, "whole");
    wanted.value = "";
    draw();
    wanted.focus();
  }

  function draw() {
    replace(
      rows,
      [...held].map(([code, extent]) => unitRow(code, extent)),
    );
    app.preview([...held.keys()]);
  }

  function unitRow(code, extent) {
    const name = app.model.unit(code)?.name ?? "";
    const select = choice(EXTENTS, extent, {
      "aria-label": `${name} ${code}: how much of it`,
      onChange: () => held.set(code, select.value),
    });
    const out = el(
      "button",
      {
        class: "button small",
        type: "button",
        "aria-label": `Leave out ${name} ${code}`,
        onClick: () => {
          held.delete(code);
          draw();
          wanted.focus();
        },
      },
      icon("close"),
    );
    return el("li", null, el("span", null, name, " ", el("code", null, code)), select, out);
  }

  draw();
  const extents = (extent) => [...held].filter(([, one]) => one === extent).map(([code]) => code);
  return {
    node: el(
      "div",
      { class: "unit-list" },
      rows,
      el("div", { class: "unit-add" }, field("Unit", wanted), add),
      error,
    ),
    codes: () => [...held.keys()],
    read: () => ({ whole: extents("whole"), part: extents("part") }),
  };
}

/** Return the names of all units, from which the forms let choose. */
export function unitNames(app) {
  const rows = [...app.model.ground.units.values()];
  return el(
    "datalist",
    { id: "all-units" },
    rows.map(({ pcode, name }) => el("option", { value: `${name} ${pcode}` })),
  );
}

function codeOf(app, words) {
  const code = words.split(/\s+/).at(-1).toUpperCase();
  return app.model.unit(code) ? code : null;
}
