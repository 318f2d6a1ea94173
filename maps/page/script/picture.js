/** The map as a picture, and as a page for the printer. */

import { replace } from "./dom.js";
import { saveFile } from "./files.js";
import { drawSheet, SHEET } from "./sheet.js";

const SCALE = 2.5;

/** Save the sheet as a PNG of 2,800 by 1,985 pixels. */
export async function savePicture(app, map) {
  const sheet = drawSheet(app, map);
  sheet.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const text = new XMLSerializer().serializeToString(sheet);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SHEET.width * SCALE;
  canvas.height = SHEET.height * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  saveFile("zones.png", blob, "image/png");
}

/** Draw the sheet whenever the page goes to the printer. */
export function preparePrinting(root, app, map) {
  addEventListener("beforeprint", () => replace(root, drawSheet(app, map)));
  addEventListener("afterprint", () => replace(root));
}
