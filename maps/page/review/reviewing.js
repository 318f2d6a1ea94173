/** Starts the review page: reads its data, builds its parts and ties them to one state. */

import { createModel } from "../script/model.js";
import { createApp } from "./app.js";
import { createArticle } from "./article.js";
import { createItemList } from "./itemlist.js";
import { createKeyboard } from "./keyboard.js";
import { resume } from "./resuming.js";
import { createReviewMap } from "./reviewmap.js";
import { createSelectionBar } from "./selection.js";
import { createTabs } from "./tabs.js";
import { createTopbar } from "./topbar.js";
import { isDecided } from "./work.js";
import { unitNames } from "./zoneform.js";

/** Start the page on a Leaflet map. */
export function start(map) {
  const data = read("review-data");
  const languages = read("zone-words");
  const model = createModel(read("zone-data"));
  followTheme();
  const app = createApp(data, model);
  const place = (id) => document.getElementById(id);
  document.body.append(unitNames(app));
  app.bar = createTopbar(place("bar"), app);
  app.article = createArticle(place("article"), app);
  app.list = createItemList(place("items"), app);
  app.map = createReviewMap(map, { model, languages, choose: (zone) => app.chooseZone(zone) });
  app.help = createKeyboard(app);
  createTabs(place("tabs"));
  createSelectionBar(app);
  tie(app);
  resume(app);
  document.documentElement.dataset.ready = "true";
  return app;
}

function read(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function followTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", follow);
  follow();
}

/** Keep all parts true to the work. */
function tie(app) {
  const { work, data } = app;
  let additions = work.get().added;
  const reject = () => {
    const { decisions } = work.get();
    const rejected = data.items.filter(({ key }) => decisions[key]?.verb === "reject");
    app.map.without(new Set(rejected.map((item) => item.zone)));
  };
  const update = (about) => {
    const state = work.get();
    if (state.added !== additions) {
      additions = state.added;
      app.forget();
      if (!app.quiet) app.article.draw();
      if (!app.quiet) app.list.draw();
    } else if (app.quiet) {
      app.article.state(about);
    } else if (about) {
      app.list.redraw(about);
      app.article.state(about);
    } else app.list.draw();
    reject();
    app.count();
  };
  app.count = () => {
    const state = work.get();
    const decided = data.items.filter((item) => isDecided(state, item)).length;
    const counts = { decided, total: data.items.length, added: state.added.length };
    app.bar.show({ ...counts, canUndo: work.canUndo, unsaved: app.unsaved });
  };
  work.on((about) => {
    app.unsaved = true;
    update(about);
  });
  reject();
  app.count();
}
