/** The panel for a feature of a user's own layer, and the list of such layers. */

import { el, lazyFold } from "./dom.js";
import { ownSample } from "./ownlayers.js";
import { section } from "./zoneview.js";

/** Return what a layer says of a feature, as a table of its attributes. */
export function ownView(app, { layer, feature }) {
  const { tr } = app;
  const [lon, lat] = feature.spot;
  return el(
    "article",
    { class: "view own-view" },
    el(
      "header",
      { class: "view-head" },
      el("p", { class: "kicker" }, ownSample(layer), el("bdi", null, layer.title)),
      el("h2", null, el("bdi", null, feature.name)),
    ),
    layer.columns.length > 0 &&
      el(
        "table",
        { class: "own-values" },
        el("caption", { class: "visually-hidden" }, tr.t("attributes")),
        el(
          "tbody",
          null,
          layer.columns.map((column, at) => row(column, feature.values[at])),
        ),
      ),
    layer.source && el("p", { class: "hint" }, tr.t("from_file"), ": ", el("bdi", null, layer.source)),
    el(
      "p",
      null,
      el(
        "button",
        { class: "link", type: "button", onClick: () => app.select({ kind: "point", id: `${lat},${lon}` }) },
        tr.t("what_is_here"),
      ),
    ),
  );
}

function row(column, value) {
  return el(
    "tr",
    null,
    el("th", { scope: "row" }, el("bdi", null, column)),
    el("td", null, value === null ? "–" : el("bdi", null, value)),
  );
}

/** Return the own layers with all their features, so that a keyboard reaches each; null if there are none. */
export function ownLists(app) {
  const { model } = app;
  if (!model.own.length) return null;
  return section(
    app,
    "own_layers",
    model.own.map((layer) =>
      lazyFold(
        "own-list",
        [ownSample(layer), el("bdi", null, layer.title), " ", count(app, layer.features.length)],
        () =>
          el(
            "ul",
            null,
            layer.features.map((feature) => el("li", null, featureLink(app, feature))),
          ),
      ),
    ),
    model.own.length,
  );
}

function count(app, features) {
  return el("span", { class: "count" }, app.tr.number(features));
}

function featureLink(app, feature) {
  return el(
    "button",
    { class: "link", type: "button", onClick: () => app.select({ kind: "own", id: feature.id }) },
    el("bdi", null, feature.name),
  );
}
