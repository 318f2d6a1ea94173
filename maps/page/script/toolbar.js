/** The bar above the map: title, search and what leads out of the page. */

import { el, icon, replace } from "./dom.js";
import { downloads } from "./downloads.js";
import { createSearchBox } from "./searchbox.js";
import { LONG_TITLE } from "./titles.js";

/** Fill the bar. */
export function createToolbar(root, app) {
  const { store, model } = app;
  const title = el("h1");
  const subtitle = el("p", { class: "subtitle" });
  const search = createSearchBox(app);
  const actions = el("div", { class: "actions" });
  const menu = el("div", { class: "menu", id: "menu", role: "menu", hidden: true });
  const more = el(
    "button",
    {
      class: "menu-button",
      type: "button",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": "menu",
      onClick: () => openMenu(menu.hidden),
    },
    icon("download"),
    el("span"),
  );
  root.append(el("div", { class: "heading" }, title, subtitle), search, actions);

  function openMenu(wanted, focus = true) {
    menu.hidden = !wanted;
    more.setAttribute("aria-expanded", String(wanted));
    if (wanted && focus) menu.querySelector("[role=menuitem]").focus();
  }

  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const turn = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (turn !== undefined) {
      event.preventDefault();
      items.at(turn % items.length).focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      openMenu(false);
      if (event.key === "Escape") more.focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !more.contains(event.target)) openMenu(false);
  });

  store.on(["lang", "theme", "text"], (state) => {
    const { tr } = app;
    title.textContent = model.data.title ?? tr.t("title");
    title.title = title.textContent;
    title.classList.toggle("long", title.textContent.length > LONG_TITLE);
    document.title = title.textContent;
    subtitle.textContent = [
      model.data.subtitle,
      model.data.author && tr.t("map_by", { name: model.data.author }),
      tr.t("documents_count", { count: model.documents.size }),
      tr.t("claims_count", { count: model.claims.length }),
      model.latest && tr.date(model.latest),
    ]
      .filter(Boolean)
      .join(" · ");
    subtitle.title = subtitle.textContent;
    more.lastChild.textContent = tr.t("save");
    more.setAttribute("aria-label", tr.t("save"));
    replace(
      menu,
      downloads.map(([key, run]) =>
        el(
          "button",
          {
            type: "button",
            role: "menuitem",
            tabindex: -1,
            onClick: () => {
              openMenu(false);
              more.focus();
              run(app);
            },
          },
          tr.t(key),
        ),
      ),
    );
    const dark = document.documentElement.dataset.theme === "dark";
    replace(
      actions,
      el("div", { class: "menu-holder" }, more, menu),
      model.claims.length > 0 &&
        action("lanes", "claim_chart", toggleChart, {
          "aria-pressed": String(Boolean(state.chart)),
        }),
      action("text", "text_version", () => store.set({ text: !state.text }), {
        "aria-pressed": String(Boolean(state.text)),
      }),
      action("theme", dark ? "theme_light" : "theme_dark", () =>
        store.set({ theme: dark ? "light" : "dark" }),
      ),
      ...otherLanguages(state.lang),
    );
  });

  function action(shape, key, onClick, props = {}) {
    const name = app.tr.t(key);
    return el(
      "button",
      { class: `action action-${shape}`, type: "button", "aria-label": name, title: name, onClick, ...props },
      icon(shape),
    );
  }

  store.on(["chart"], ({ chart }) => {
    actions.querySelector(".action-lanes")?.setAttribute("aria-pressed", String(chart));
  });

  function toggleChart() {
    if (store.get().chart) store.set({ chart: false });
    else app.openChart();
  }

  function otherLanguages(now) {
    return Object.entries(app.languages)
      .filter(([code]) => code !== now)
      .map(([code, language]) =>
        el(
          "button",
          { class: "action language", type: "button", lang: code, onClick: () => store.set({ lang: code }) },
          language.name,
        ),
      );
  }
}
