/** What can be done with a part: grip, moves, menu. One template a page serves all parts. */

import { settled } from "./autosave.js";
import { screen } from "./said.js";
import { tell } from "./unsaved.js";

const PLACED = new Set(["brief", "section", "link"]);
const template = (name) => document.getElementById(`tools-${name}`);

/** Give every part below `root` its tools; those that have them keep them. */
export function equip(root) {
  if (!template("more")) return;
  const owns = [...root.querySelectorAll(".own")];
  if (root.matches?.(".own")) owns.push(root);
  for (const own of owns) {
    const { kind } = own.closest(".part").dataset;
    const tools = own.querySelector(".tools");
    if (kind === "title" || !tools || tools.querySelector(".more")) continue;
    if (PLACED.has(kind)) {
      own.querySelector(".head").prepend(made("before", own));
      tools.prepend(made("moves", own));
    }
    tools.append(made("more", own));
    for (const one of tools.querySelectorAll("[data-for]")) {
      if (!one.dataset.for.split(" ").includes(kind)) one.remove();
    }
  }
}

function made(name, own) {
  const fragment = template(name).content.cloneNode(true);
  for (const one of fragment.querySelectorAll("[data-named]")) one.replaceWith(own.dataset.name);
  return fragment;
}

/** The requests behind the menu: method, address, what it is told, where the answer goes. */
const VERBS = {
  add: (part) => ({
    address: `${part.dataset.at.split("parts/")[0]}parts/${part.dataset.kind}/add/`,
    values: { after: part.dataset.pk, section: part.parentElement.dataset.section ?? "" },
    target: part,
    swap: "afterend",
  }),
  duplicate: (part) => ({ address: `${part.dataset.at}duplicate/`, target: part, swap: "afterend" }),
  copy: (part) => ({
    method: "GET",
    address: `${part.dataset.at}copy/`,
    target: part.querySelector(".copy-place"),
    swap: "innerHTML",
  }),
  park: (part) => ({ address: `${part.dataset.at}park/`, target: part, swap: "outerHTML" }),
  remove: (part) => ({ address: `${part.dataset.at}remove/`, target: part, swap: "outerHTML" }),
};

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-verb]");
  if (!button) return;
  const part = button.closest(".part");
  // What is typed but not saved goes along: with the part its form may go away.
  const forms = [...part.querySelectorAll("form.part-form")];
  const areSafe = (await Promise.all(forms.map(settled))).every(Boolean);
  if (!areSafe) return tell(screen.dataset.saidNotKept);
  const { method = "POST", address, ...where } = VERBS[button.dataset.verb](part);
  htmx.ajax(method, address, { source: button, ...where });
});

equip(document);
