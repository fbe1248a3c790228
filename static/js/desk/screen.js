/** The screen: parts that open, save themselves, move, and tell the rest of the page. */

import { closeEditors, editorOf, openEditors } from "./editor.js";
import "./autosave.js";
import "./order.js";
import "./rows.js";
import "./menus.js";
import { FIELDS } from "./focus.js";
import { screen } from "./said.js";
import { equip } from "./tools.js";

const QUIET = 1200;
let side;

/** Outline, panel and findings follow once a change has settled. */
function follow(after) {
  clearTimeout(side);
  side = setTimeout(() => {
    htmx.ajax("GET", screen.dataset.side, { source: screen, swap: "none" });
  }, after);
}
document.body.addEventListener("desk:changed", () => follow(QUIET));
document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  const status = detail.xhr?.status ?? 0;
  if (detail.elt === screen && (status === 0 || status >= 500)) follow(3 * QUIET);
});

document.body.addEventListener("htmx:load", async ({ detail }) => {
  equip(detail.elt);
  // From now on the page's buttons do what they say.
  if (detail.elt === document.body) {
    screen.dataset.ready = "";
    if (location.hash.startsWith("#part-")) goTo(location.hash.slice("#part-".length));
  }
  await openEditors(detail.elt);
  const fresh = detail.elt.matches?.("[data-fresh]")
    ? detail.elt
    : detail.elt.querySelector?.("[data-fresh]");
  if (fresh) start(fresh);
});

/** The caret in the first field of a part, which may be its rich text. */
function start(own) {
  own.removeAttribute("data-fresh");
  const first = own.querySelector(FIELDS);
  const at = document.activeElement;
  // Somebody may have begun to write in another of its fields while the editor was loaded.
  if (at !== first && own.contains(at) && at.closest(".part-form")) return;
  if (first?.matches("textarea") && editorOf(first)) editorOf(first).commands.focus();
  else first?.focus();
}

document.body.addEventListener("htmx:beforeCleanupElement", ({ detail }) => {
  if (detail.elt.matches?.("textarea")) closeEditors(detail.elt);
});

/** What somebody reads in the panel stays open when the panel follows a change. */
document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  const next = document.getElementById("ahead")?.open && detail.fragment?.querySelector("#ahead");
  if (next) next.open = true;
});

/** Show a part, opened for writing. */
function goTo(uid) {
  const part = document.getElementById(`part-${uid}`);
  const open = part?.querySelector(":scope > .own [data-open]");
  if (open) open.click();
  else if (part?.querySelector(`:scope > .own ${FIELDS}`)) start(part.querySelector(".own"));
  part?.scrollIntoView({ block: "center" });
}

/** A finding leads to its part, from this page and from the press page. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-goes-to]");
  if (!link) return;
  goTo(link.dataset.goesTo);
  event.preventDefault();
});
/** What stands removed in its place comes back there, also when the panel is asked. */
document.addEventListener(
  "click",
  (event) => {
    const uid = event.target.closest?.("[data-brings-back]")?.dataset.bringsBack;
    const there = uid && document.querySelector(`.removed#part-${CSS.escape(uid)} button`);
    if (!there) return;
    event.stopPropagation();
    there.click();
  },
  true,
);

/** Both texts of a conflict: nothing is typed past them. */
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  detail.target.querySelector?.(":scope > .conflict")?.focus();
});

// Read ahead: the first part that is opened need not wait for the editor.
import("django-prose-editor/configurable");
