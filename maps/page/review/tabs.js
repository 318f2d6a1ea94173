/** On a small screen there is room for the text or the map. */

import { el, replace } from "../script/dom.js";

/** Put the two buttons into a node. */
export function createTabs(root) {
  const buttons = ["text", "map"].map((name) =>
    el("button", { type: "button", onClick: () => show(name) }, name === "text" ? "Text" : "Map"),
  );
  replace(root, buttons);
  function show(name) {
    document.body.dataset.tab = name;
    for (const [index, each] of ["text", "map"].entries())
      buttons[index].setAttribute("aria-pressed", String(each === name));
  }
  show("text");
}
