/** The printed sheet, A4 landscape: title, map, legend, sources. The PNG is the same sheet. */

import { plain, svg } from "./dom.js";
import { ownInk } from "./ownlayers.js";
import { frameBadge, PAPER } from "./paper.js";
import { hatchDefinitions, hatchId, inkOf } from "./patterns.js";
import { periodWords } from "./period.js";
import { reviewWords } from "./review.js";
import { drawSheetMap } from "./sheetmap.js";
import { FAMILY, fitted, paragraph, start, words } from "./sheettext.js";

export const SHEET = { width: 1123, height: 794 };
const MARGIN = 30;
const COLUMN = 262;
const TOP = 84;
const BOTTOM = 66;

/** Return the sheet as an SVG element. */
export function drawSheet(app, map) {
  const { tr, model, store } = app;
  const rtl = tr.dir === "rtl";
  const root = svg("svg", {
    viewBox: `0 0 ${SHEET.width} ${SHEET.height}`,
    width: SHEET.width,
    height: SHEET.height,
    direction: tr.dir,
    role: "img",
    "aria-label": plain(model.data.title ?? tr.t("title")),
  });
  const frame = {
    x: rtl ? MARGIN + COLUMN + 18 : MARGIN,
    y: TOP,
    width: SHEET.width - 2 * MARGIN - COLUMN - 18,
    height: SHEET.height - TOP - BOTTOM,
  };
  const page = { x0: MARGIN, x1: SHEET.width - MARGIN, rtl };
  const column = {
    x0: rtl ? MARGIN : SHEET.width - MARGIN - COLUMN,
    x1: rtl ? MARGIN + COLUMN : SHEET.width - MARGIN,
    rtl,
  };
  root.append(
    hatchDefinitions({ colour: inkOf, step: 6, prefix: "sheet-" }),
    svg("clipPath", { id: "sheet-frame" }, svg("rect", frame)),
    svg("rect", { width: SHEET.width, height: SHEET.height, fill: "#ffffff" }),
  );

  const state = store.get();
  const known = model.known(state);
  root.append(fitted(page, 46, model.data.title ?? tr.t("title"), { size: 25, weight: 700 }));
  const facts = [
    model.data.subtitle,
    model.data.author && tr.t("map_by", { name: model.data.author }),
    periodWords(app, state),
    tr.t("documents_count", { count: known.documents.length }),
    tr.t("claims_count", { count: known.claims.length }),
  ];
  root.append(fitted(page, 68, facts.filter(Boolean).join(" · "), { size: 13, fill: PAPER.ink2 }));

  const { group, kmPerPx } = drawSheetMap(app, map, frame);
  root.append(
    group,
    svg("rect", { ...frame, fill: "none", stroke: PAPER.ink2, "stroke-width": 1 }),
    ...scaleBar(app, frame, kmPerPx),
    ...northArrow(frame),
  );
  legend(app, root, column, known);
  const told = ["note_reconstruction", "note_boundaries", "note_golan"].map((key) => tr.t(key));
  const notes = [`${reviewWords(app)}.`, ...told].join(" ");
  let y = SHEET.height - BOTTOM + 18;
  for (const text of [notes, `${tr.t("sources")}: ${model.credits}`])
    y = paragraph(root, page, 0, y, text, { size: 9.5, fill: PAPER.ink2, leading: 13, most: 2 });
  return root;
}

function legend(app, root, column, known) {
  const { tr, model } = app;
  let y = TOP + 12;
  const { standings } = known;
  const heading = (text) => {
    root.append(words(column, 0, y, text, { size: 12.5, weight: 700 }));
    y += 20;
  };
  heading(tr.t("zones"));
  for (const zone of known.zones) {
    const marks = [zone.unread.length && "read_in_part", !zone.days.length && "undated"].filter(Boolean);
    const named = tr.zone(zone) + marks.map((key) => ` (${tr.t(key)})`).join("");
    const extents = ["whole", "part"].filter((extent) => zone.rings[extent].length);
    root.append(...extents.map((extent, index) => sample(column, index * 28, y - 11, zone.hue, extent)));
    root.append(words(column, 62, y, named, { size: 12.5, weight: 700, fill: inkOf(zone.hue) }));
    y += 15;
    const area = extents
      .map((extent) => tr.t(`area_${extent}`, { area: tr.km2(zone.area_km2[extent]) }))
      .join(" · ");
    y = paragraph(root, column, 62, y, area, { size: 10, fill: PAPER.ink2, leading: 13, most: 2 });
    const here = standings.filter((each) => each.zone === zone.id).map((each) => said(app, each));
    if (here.length) y = paragraph(root, column, 62, y, here.join(" · "), { size: 10, leading: 13, most: 3 });
    y += 8;
  }
  const nowhere = standings.filter((each) => !model.zone(each.zone)).map((each) => said(app, each));
  if (nowhere.length) {
    y += 4;
    heading(tr.t("no_zone_monitors"));
    y = paragraph(root, column, 0, y - 4, nowhere.join(" · "), { size: 10, leading: 13, most: 3 }) + 8;
  }
  for (const extent of ["whole", "part"]) {
    root.append(sample(column, 0, y - 11, null, extent));
    y =
      paragraph(root, column, 34, y, tr.t(`key_${extent}`), {
        size: 10,
        fill: PAPER.ink2,
        leading: 13,
        most: 2,
      }) + 4;
  }
  for (const layer of model.own.filter(({ id }) => app.store.get().layers.includes(id))) {
    root.append(ownSample(column, y - 11, layer.tint));
    y = paragraph(root, column, 34, y, layer.title, { size: 10, fill: PAPER.ink2, leading: 13, most: 2 }) + 4;
  }
  const statuses = [...new Set(standings.map((each) => each.status))];
  statuses.forEach((status, index) => {
    const offset = (index % 2) * (COLUMN / 2);
    root.append(
      frameBadge({ nationality: "··", status, disputed: false }, start(column, offset + 13), y + 2),
      words(column, offset + 34, y + 6, tr.t(`status_${status}`), { size: 10 }),
    );
    if (index % 2 || index === statuses.length - 1) y += 24;
  });
  y += 10;
  heading(tr.t("documents"));
  for (const document of known.documents) {
    if (y > SHEET.height - BOTTOM - 30) break;
    const style = { size: 9.5, fill: PAPER.ink2, leading: 12.5, most: 3 };
    y = paragraph(root, column, 0, y - 3, document.title ?? document.id, style);
    const rest = [document.publisher, tr.date(document.published)].filter(Boolean).join(" · ");
    y = paragraph(root, column, 0, y, rest, { ...style, fill: PAPER.ink3 });
    if (document.address) y = paragraph(root, column, 0, y, document.address, { ...style, fill: PAPER.ink3 });
    y += 8;
  }
}

function said({ tr }, { nationality, status, disputed }) {
  return `${tr.country(nationality)} (${tr.t(`status_${status}`)}${disputed ? `, ${tr.t("disputed")}` : ""})`;
}

function sample(column, offset, y, hue, extent) {
  const x = column.rtl ? column.x1 - offset - 24 : column.x0 + offset;
  const ink = hue === null ? PAPER.ink2 : inkOf(hue);
  const fill =
    extent === "whole"
      ? { fill: ink, "fill-opacity": 0.34 }
      : { fill: hue === null ? "none" : `url(#sheet-${hatchId(hue)})`, "stroke-dasharray": "4 2.5" };
  return svg("rect", { x, y, width: 24, height: 14, rx: 1.5, stroke: ink, "stroke-width": 1.2, ...fill });
}

function ownSample(column, y, tint) {
  const ink = ownInk(tint);
  const x = column.rtl ? column.x1 - 24 : column.x0;
  return svg("rect", { x, y, width: 24, height: 14, rx: 7, fill: ink, "fill-opacity": 0.4, stroke: ink });
}

function scaleBar({ tr }, frame, kmPerPx) {
  const longest = 150 * kmPerPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].find((step) => step * power <= longest) * power;
  const length = km / kmPerPx;
  const [x, y] = [frame.x + frame.width - 20 - length, frame.y + frame.height - 18];
  return [
    svg("path", { d: `M${x} ${y - 6}v6h${length}v-6`, fill: "none", stroke: PAPER.ink, "stroke-width": 1.6 }),
    svg(
      "text",
      {
        x: x + length / 2,
        y: y - 5,
        "text-anchor": "middle",
        "font-size": 11,
        "font-family": FAMILY,
        fill: PAPER.ink,
        stroke: PAPER.halo,
        "stroke-width": 2.5,
        "paint-order": "stroke",
      },
      tr.km(km),
    ),
  ];
}

function northArrow(frame) {
  const [x, y] = [frame.x + frame.width - 24, frame.y + 20];
  return [
    svg("path", {
      d: `M${x} ${y - 6}l6 20-6-4.5-6 4.5z`,
      fill: PAPER.ink,
      stroke: PAPER.halo,
      "stroke-width": 1,
      "paint-order": "stroke",
    }),
    svg(
      "text",
      {
        x,
        y: y + 27,
        "text-anchor": "middle",
        "font-size": 11,
        "font-weight": 700,
        "font-family": FAMILY,
        fill: PAPER.ink,
        stroke: PAPER.halo,
        "stroke-width": 2.5,
        "paint-order": "stroke",
      },
      "N",
    ),
  ];
}
