/** The card beside a mark of the timeline: what was said, while it is pointed at or focused. */

import { statusChip } from "./claims.js";
import { whenSaid, whereSaid, whoSaid } from "./claimwords.js";
import { opposites } from "./disputes.js";
import { el, replace } from "./dom.js";

const LONGEST = 240;
const LINGER = 160; // ms in which the pointer can cross from a mark to its card

/** Return the card, with the functions that show it at a mark and hide it. */
export function createClaimCard(app) {
  const node = el("div", { class: "claim-card", id: "claim-card", role: "tooltip", hidden: true });
  let leaving = null;
  const stay = () => clearTimeout(leaving);
  const hide = () => {
    stay();
    node.hidden = true;
  };
  const leave = () => {
    stay();
    leaving = setTimeout(hide, LINGER);
  };
  node.addEventListener("pointerenter", stay);
  node.addEventListener("pointerleave", leave);

  function show(claim, mark) {
    stay();
    replace(node, cardContent(app, claim));
    node.hidden = false;
    const at = mark.getBoundingClientRect();
    const { width, height } = node.getBoundingClientRect();
    const above = at.top - height - 4;
    const middle = at.left + 12 - width / 2;
    node.style.top = `${above > 4 ? above : Math.min(at.bottom + 4, innerHeight - height - 4)}px`;
    node.style.left = `${Math.max(6, Math.min(middle, innerWidth - width - 6))}px`;
  }
  return { node, show, hide, leave };
}

function cardContent(app, claim) {
  const { model, tr } = app;
  const [quote] = model.quotesOf(claim);
  const against = opposites(model, claim).length;
  return [
    el(
      "p",
      { class: "card-head" },
      el("strong", null, tr.country(claim.nationality)),
      statusChip(app, claim.status),
      el("span", null, whenSaid(app, claim)),
    ),
    el(
      "p",
      { class: "card-who" },
      el("bdi", null, whoSaid(app, claim)),
      claim.reported_by && [
        " ",
        el("span", null, tr.nodes("reported_by", { who: el("bdi", null, claim.reported_by) })),
      ],
      " · ",
      el("bdi", null, whereSaid(app, claim)),
    ),
    against > 0 && el("p", { class: "card-against" }, tr.t("stands_against", { count: against })),
    quote && el("blockquote", { dir: "auto" }, shortened(quote.quote)),
  ];
}

function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}
