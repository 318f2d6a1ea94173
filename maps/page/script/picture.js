/** The map as a PNG. */

import { saveFile } from "./files.js";

export async function savePicture(app) {
  app.toast("PNG");
  saveFile("zones.png", new Blob([]), "image/png");
}
