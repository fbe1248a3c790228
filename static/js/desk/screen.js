/** The screen: parts that open, save themselves, move, and tell the rest of the page. */

import { closeEditors, editorOf, openEditors } from "./editor.js";
import "./autosave.js";
import "./order.js";
import "./rows.js";
import { screen } from "./said.js";
import { equip } from "./tools.js";

const QUIET = 1200;
const FIELDS = "form :is(input:not([type=hidden]), textarea, select)";
let side;
let away;

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
  if (first?.matches("textarea") && editorOf(first)) editorOf(first).commands.focus();
  else first?.focus();
}

document.body.addEventListener("htmx:beforeCleanupElement", ({ detail }) => {
  if (detail.elt.matches?.("textarea")) closeEditors(detail.elt);
});

/** Where the eyes were before a fragment was exchanged: the same field, else the same part. */
function remember() {
  away = null;
  const at = document.activeElement;
  const part = at?.closest(".part, .removed, .panel, .outline-side");
  if (!part) return;
  const alike = at.name ? [...part.querySelectorAll(`[name="${CSS.escape(at.name)}"]`)] : [];
  away = { id: at.id, part: part.id, name: at.name, place: alike.indexOf(at) };
  away.caret = at.selectionStart;
}

function comeBack() {
  if (!away || document.activeElement !== document.body) return;
  const part = document.getElementById(away.part);
  if (!part) return;
  const same =
    (away.id && document.getElementById(away.id)) ||
    (away.name && part.querySelectorAll(`[name="${CSS.escape(away.name)}"]`)[away.place]);
  const next =
    part.querySelector(":scope > .own .conflict, [autofocus]") ||
    same ||
    part.querySelector(`:scope > .own ${FIELDS}`) ||
    part.querySelector("[data-open]") ||
    part;
  next.focus();
  if (same && away.caret != null) same.setSelectionRange?.(away.caret, away.caret);
  away = null;
}

document.body.addEventListener("htmx:beforeSwap", remember);
document.body.addEventListener("htmx:oobBeforeSwap", () => {
  if (document.activeElement !== document.body) remember();
});
document.body.addEventListener("htmx:oobAfterSwap", comeBack);
document.body.addEventListener("htmx:afterSettle", comeBack);

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

/** One of the menus at a time, and none once something was chosen. */
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.more[open]")) {
    if (!menu.contains(target) || target.closest(".menu button")) menu.open = false;
  }
});

// Read ahead: the first part that is opened need not wait for the editor.
import("django-prose-editor/configurable");
