/** The list of all items in the order of the text. */

import { el, replace } from "../script/dom.js";
import { additionForm, itemCard } from "./itemcard.js";
import { isOther } from "./rows.js";
import { isDecided } from "./work.js";

const SHOWN = {
  everything: () => true,
  undecided: (state, item) => !item.added && !isDecided(state, item),
  zones: (_, item) => item.kind === "zone",
  claims: (_, item) => item.kind === "claim",
  "passed over": (_, item) => item.kind === "passed over",
};

/** Put the list into a node and keep it true to the work. */
export function createItemList(root, app) {
  const { data, work } = app;
  const nodes = new Map();
  let shown = "everything";
  let editing = null;
  const filter = el(
    "select",
    { "aria-label": "Which items to list", onChange: () => list(filter.value) },
    Object.keys(SHOWN).map((name) => el("option", { value: name }, `Show ${name}`)),
  );
  const add = (kind) =>
    el("button", { class: "button", type: "button", onClick: () => app.openAddition(kind) }, `Add a ${kind}`);
  const slot = el("div", { class: "addition" });
  const rows = el("ol", { class: "item-list" });
  const rest = el("section", { class: "others" });
  replace(root, el("div", { class: "items-bar" }, filter, add("claim"), add("zone")), slot, rows, rest);

  function card(item) {
    const chosen = app.chosen() === item.key;
    const node = itemCard(app, item, { chosen, editing: chosen && editing === item.key });
    nodes.set(item.key, node);
    return node;
  }

  function draw() {
    nodes.clear();
    replace(rows, app.items().map(card));
    drawOthers();
    list(shown);
  }

  function list(wanted) {
    shown = wanted;
    filter.value = wanted;
    for (const item of app.items()) {
      const node = nodes.get(item.key);
      if (node) node.hidden = !isShown(item);
    }
  }

  function isShown(item) {
    return item.key === app.chosen() || SHOWN[shown](work.get(), item);
  }

  /** Draw an item anew; whoever had the focus in it has it again. */
  function redraw(key) {
    const before = nodes.get(key);
    const item = app.item(key);
    if (!before || !item) return;
    const inside = before.contains(document.activeElement);
    const node = card(item);
    node.hidden = !isShown(item);
    before.replaceWith(node);
    if (inside) node.querySelector(".item-head").focus({ preventScroll: true });
  }

  function reveal(key) {
    const node = nodes.get(key);
    if (!node) return;
    const fits = node.offsetHeight < root.clientHeight - 60;
    node.scrollIntoView({ block: fits ? "nearest" : "start" });
  }

  function drawOthers() {
    const { left } = work.get();
    const found = data.decisions.map((decision, index) => ({ ...decision, index })).filter(isOther);
    replace(
      rest,
      found.length > 0 && [
        el("h2", null, "Other decisions of the review file"),
        el(
          "p",
          { class: "hint" },
          "They are about names, documents, or items that this reading does not have.",
        ),
        el(
          "ul",
          null,
          found.map(({ row, index }) => otherRow(row, index, left.includes(index))),
        ),
      ],
    );
  }

  function otherRow(row, index, isLeft) {
    const { do: what, by, on, quote, quotes, ...says } = row;
    const words = [says.name, says.nationality, says.unit, says.title, quote ?? quotes?.[0]].filter(Boolean);
    return el(
      "li",
      { class: isLeft ? "left" : null },
      el("span", { dir: "auto" }, el("strong", null, what), " ", words.join(" · "), ` (${by}, ${on})`),
      el(
        "button",
        { class: "button small", type: "button", onClick: () => app.leave(index) },
        isLeft ? "Keep it" : "Leave it out",
      ),
    );
  }

  draw();
  return {
    draw,
    drawOthers,
    redraw,
    list,
    /** Return the items that are listed. */
    listed: () => app.items().filter((item) => !nodes.get(item.key)?.hidden),
    focus: (key) => nodes.get(key)?.querySelector(".item-head")?.focus({ preventScroll: true }),
    reveal,
    /** Open the form that mends an item; null closes it. */
    edit(key) {
      const last = editing;
      editing = key;
      if (last) redraw(last);
      if (!key) return;
      redraw(key);
      reveal(key);
    },
    isEditing: () => editing !== null,
    /** Open the form that adds an item; null closes it. */
    openAddition(kind, span) {
      replace(slot, kind && additionForm(app, kind, span));
      if (kind) slot.scrollIntoView({ block: "start" });
    },
  };
}
