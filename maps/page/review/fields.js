/** Parts of the forms. */

import { el, replace } from "../script/dom.js";

let count = 0;

/** Return a control with its label, and a line that explains it. */
export function field(label, control, hint = null) {
  const id = `field-${++count}`;
  control.id = id;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label),
    control,
    hint && el("span", { class: "hint", id: `${id}-hint` }, hint),
  );
}

/** Return a one-line text field. */
export function textInput(value, props = {}) {
  const input = el("input", { type: "text", maxlength: 2000, autocomplete: "off", ...props });
  input.value = value ?? "";
  return input;
}

/** Return a field of several lines. */
export function textArea(value, props = {}) {
  const area = el("textarea", { rows: 2, maxlength: 2000, ...props });
  area.value = value ?? "";
  return area;
}

/** Return a closed list of [value, words]; `blank` is what stands for nothing. */
export function choice(rows, value, { blank = null, ...props } = {}) {
  const options = blank === null ? rows : [["", blank], ...rows];
  const select = el(
    "select",
    props,
    options.map(([key, words]) => el("option", { value: key }, words)),
  );
  select.value = value ?? "";
  return select;
}

/** Return a form; `submit` returns what is wrong, or nothing once it is done. */
export function form(title, content, { button, submit, cancel }) {
  const error = el("p", { class: "form-error", role: "alert" });
  const node = el(
    "form",
    {
      class: "form",
      "aria-label": title,
      novalidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        replace(error, submit() ?? null);
      },
      onKeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) node.requestSubmit();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        cancel();
      },
    },
    el("h3", null, title),
    content,
    error,
    el(
      "div",
      { class: "form-buttons" },
      el("button", { class: "button primary", type: "submit" }, button),
      el("button", { class: "button", type: "button", onClick: cancel }, "Cancel"),
    ),
  );
  return node;
}
