/** The code with which another page shows this map. */

import { el } from "./dom.js";
import { toHash } from "./permalink.js";
import { bareAddress, whereOpened } from "./whereabouts.js";

const HEIGHT_PX = 400;
const TAG = "iframe"; // apart, as this file itself has no frame

/** Show the code, with what has to be known of where it works. */
export function showEmbedCode(app, defaults) {
  const { tr, model } = app;
  const where = whereOpened();
  const code = el("textarea", {
    class: "embed-code",
    readonly: true,
    rows: 5,
    dir: "ltr",
    spellcheck: "false",
    "aria-label": tr.t("embed_code"),
  });
  const timeline = el("input", { type: "checkbox", onChange: () => write() });
  const said = el("p", { class: "hint", role: "status" });
  const dialog = el(
    "dialog",
    { class: "embed-dialog", "aria-labelledby": "embed-title" },
    el("h2", { id: "embed-title" }, tr.t("embed_title")),
    el("p", null, tr.t(`embed_${where}`, { name: decoded(bareAddress()) })),
    code,
    model.data.dates.length > 1 && el("label", { class: "layer" }, timeline, tr.t("embed_timeline")),
    where !== "file" && el("p", { class: "hint" }, tr.t("embed_frames")),
    said,
    el(
      "div",
      { class: "embed-buttons" },
      el("button", { type: "button", class: "embed-copy", onClick: () => copy() }, tr.t("embed_copy")),
      el("button", { type: "button", onClick: () => dialog.close() }, tr.t("embed_close")),
    ),
  );

  function write() {
    const state = { ...app.store.get(), view: null, embed: timeline.checked ? "timeline" : "map" };
    const address = `${bareAddress()}#${toHash(state, defaults)}`;
    const title = model.data.title ?? tr.t("title");
    code.value = `<${TAG} src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${HEIGHT_PX}" style="border:0" loading="lazy"></${TAG}>`;
  }

  async function copy() {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = tr.t("embed_copied");
    } catch {
      said.textContent = tr.t("embed_selected");
    }
  }

  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  write();
  dialog.showModal();
}

function escaped(text) {
  const signs = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
  return text.replace(/[&"<>]/g, (sign) => signs[sign]);
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
