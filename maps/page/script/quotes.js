/** Words of others: shown as they stand, in their own direction, with where they come from. */

import { el } from "./dom.js";

const LONG = 700;

/** Return a text of a document; a very long one is cut until somebody asks for the rest. */
export function quoted(app, text) {
  if (text.length <= LONG) return el("bdi", null, text);
  const body = el("bdi", null, `${text.slice(0, LONG)}…`);
  const more = el(
    "button",
    {
      class: "more-text",
      type: "button",
      onClick: () => {
        body.textContent = text;
        more.remove();
      },
    },
    app.tr.t("show_all", { count: text.length }),
  );
  return [body, " ", more];
}

/** Return a thing's quotations, or some of them, each with its document's title, publisher and date. */
export function quotations(app, thing, quotes = app.model.quotesOf(thing)) {
  return quotes.map((quote) => {
    const document = app.model.documents.get(quote.document);
    return el(
      "figure",
      { class: "quote" },
      el("blockquote", { dir: "auto" }, quoted(app, quote.quote)),
      el(
        "figcaption",
        null,
        source(app, document),
        " ",
        el(
          "span",
          { class: "offsets", dir: "ltr", title: app.tr.t("offsets_hint") },
          `${quote.start}–${quote.end}`,
        ),
      ),
    );
  });
}

/** Return a document's title, publisher and date as one line. */
export function source(app, document) {
  if (!document) return null;
  const title = el("cite", null, el("bdi", null, document.title ?? document.id));
  const rest = [document.publisher, app.tr.date(document.published)].filter(Boolean);
  return [title, ...rest.map((part) => [" · ", el("bdi", null, part)])];
}
