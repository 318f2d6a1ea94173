/** What a reviewer has decided: one frozen state after another, so that each step can be undone. */

import { isOther } from "./rows.js";

const DEPTH = 1000;
const CLAIM = ["nationality", "status", "place", "zone", "said_by", "said_on", "reported_by"];
const ZONE = ["name", "area", "whole", "part", "limits"];

/** Return the work on a page's data; at first it is what the review file says. */
export function createWork(data) {
  const first = fromFile(data);
  const listeners = [];
  let past = [];
  let state = first;

  function set(next, about) {
    state = Object.freeze(next);
    for (const listener of listeners) listener(about);
  }

  function step(change, about) {
    past = [...past.slice(-DEPTH), { state, about }];
    set({ ...state, ...change }, about);
  }

  return {
    get: () => state,
    first,
    on: (listener) => listeners.push(listener),
    /** Go on from a state that was kept. */
    resume(kept) {
      past = [];
      set(kept, null);
    },
    /** Decide about an item; null takes the decision back. */
    decide(key, decision) {
      const decisions = { ...state.decisions };
      if (decision) decisions[key] = { ...decision, on: today() };
      else delete decisions[key];
      step({ decisions }, key);
    },
    /** Add an item, or change one that was added. */
    add(addition) {
      const key = addition.key ?? `added-${state.next}`;
      const one = { ...addition, key, on: today() };
      const known = state.added.some((each) => each.key === key);
      const added = known
        ? state.added.map((each) => (each.key === key ? one : each))
        : [...state.added, one];
      step({ added, next: state.next + 1 }, key);
      return key;
    },
    remove(key) {
      step({ added: state.added.filter((one) => one.key !== key) }, key);
    },
    /** Leave a decision of the file out, or take it in again. */
    leave(index) {
      const left = state.left.includes(index)
        ? state.left.filter((one) => one !== index)
        : [...state.left, index];
      step({ left }, null);
    },
    /** Go back to what the review file says. */
    restart: () => step(first, null),
    /** Undo the last step; the answer is the item that it was about, undefined if there was none. */
    undo() {
      const last = past.at(-1);
      if (!last) return undefined;
      past = past.slice(0, -1);
      set(last.state, last.about);
      return last.about;
    },
    get canUndo() {
      return past.length > 0;
    },
  };
}

/** Return whether an item is decided: by a decision, or a sentence passed over by what was made of it. */
export function isDecided(state, item) {
  if (state.decisions[item.key]) return true;
  return item.kind === "passed over" && Boolean(madeOf(state, item));
}

/** Return what a reviewer made of a sentence. */
export function madeOf(state, { spans }) {
  return state.added.find(({ span: [document, start, end] }) =>
    spans.some((span) => span[0] === document && span[1] < end && start < span[2]),
  );
}

/** Return the state of a review file, put under what was decided in the browser since. */
export function stacked(first, kept) {
  const own = Object.entries(kept.decisions).filter(([, decision]) => !decision.row);
  return {
    ...first,
    decisions: { ...first.decisions, ...Object.fromEntries(own) },
    added: [...first.added, ...kept.added.filter((one) => !one.row)],
    next: Math.max(first.next, kept.next),
  };
}

function fromFile(data) {
  const state = { decisions: {}, added: [], left: [], next: 1 };
  for (const [index, decision] of data.decisions.entries()) {
    const { item, row, span } = decision;
    const [verb, kind] = row.do.split(" ");
    const { by, on, note = "", to = {} } = row;
    if (item) state.decisions[item] = { verb: verb === "add" ? "accept" : verb, to, note, by, on, row };
    else if (!isOther(decision)) {
      const fields = Object.fromEntries(
        (kind === "claim" ? CLAIM : ZONE).filter((key) => key in row).map((key) => [key, row[key]]),
      );
      state.added.push({ key: `file-${index}`, kind, span, fields, note, by, on, row });
    }
  }
  return Object.freeze(state);
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
