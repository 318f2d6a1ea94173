/** Files out of the page. */

import { el } from "./dom.js";

/** Offer content as a file to save. */
export function saveFile(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// A formula's sign at the start of a cell, or of a part of it where a spreadsheet parts the file at semicolons; see
// maps/formats/text.py, which marks alike.
const ACTS = /^(?=['"\s]*[=+\-@＝＋－＠]|'*[\t\r\n])|(?<=[;\t\r\n])(?=(?:['"]|[^\S\t\r\n])*[=+\-@＝＋－＠])/g;

/** Return rows as CSV by RFC 4180, so marked that a spreadsheet takes no cell for a formula. */
export function toCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value) {
  let text = value === null || value === undefined ? "" : String(value);
  if (typeof value === "string") text = text.replace(ACTS, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
