/** Forms of parts save themselves while somebody types; what is not saved yet is kept here.
 *
 * There is one kind of request, "desk:flush", one at a time for each form. Done, a button
 * beside a row, or the answer to a conflict are flags on it: a request of their own could be
 * dropped by the next save.
 */

import { hold, release } from "./focus.js";
import { drop, keep, offerKept } from "./kept.js";
import { cookie, screen } from "./said.js";
import { answered, failed, keptAnew, passes, refused, statusOf, tell } from "./unsaved.js";

const SOON = 700;
const LATEST = 4000;
const AGAIN = 3000;
const PATIENCE = 2000;
const RELOAD = "desk:flush";
const states = new WeakMap();

/** What is known of a form: how often it was typed into, and what its next request asks for. */
export function stateOf(form) {
  if (!states.has(form)) states.set(form, { typed: 0, sent: 0, flags: {} });
  return states.get(form);
}

/** Save a form now; `flags` go with the request: done, do, merge. */
export function flush(form, flags = {}) {
  const state = stateOf(form);
  Object.assign(state.flags, flags);
  clearTimeout(state.timer);
  state.first = null;
  htmx.trigger(form, RELOAD);
}

/** Save a form now if something in it is not saved yet. */
function flushChanged(form) {
  if (!isDirty(form)) return;
  keepHere(form);
  flush(form);
}

/** Keep what is typed on this computer, if it can be. */
function keepHere(form) {
  const isKept = keep(form);
  keptAnew(form, isKept);
  return isKept;
}

/** Whether what is typed in a form is saved, or else kept here: it may go away then. */
export async function settled(form) {
  flushChanged(form);
  const late = Date.now() + PATIENCE;
  while (isDirty(form) && form.isConnected && Date.now() < late) {
    await new Promise((next) => setTimeout(next, 50));
  }
  return !form.isConnected || !isDirty(form) || keepHere(form);
}

/** Something was typed: save soon, and at the latest four seconds after the first letter. */
export function touched(form) {
  const state = stateOf(form);
  state.typed += 1;
  state.first ??= Date.now();
  clearTimeout(state.timer);
  state.timer = setTimeout(() => flush(form), Math.min(SOON, state.first + LATEST - Date.now()));
  clearTimeout(state.keeping);
  state.keeping = setTimeout(() => keepHere(form), 150);
  const status = statusOf(form);
  if (status && !status.classList.contains("error")) status.textContent = screen.dataset.saidChanged;
}

const isDirty = (form) => stateOf(form).typed > stateOf(form).sent || hasFlags(form);
const hasFlags = (form) => Object.keys(stateOf(form).flags).length > 0;
const forms = () => [...document.querySelectorAll("form.part-form")];

// Rows are resolved by the server, so they wait until a name or an address is complete.
const byChange = (field) => field.matches(".bylines input, [name=new-topic]");

document.addEventListener("input", ({ target }) => {
  // The link dialog is a form within ours, and a file input belongs to its own.
  if (target.form?.matches("form.part-form") && target.name && !byChange(target)) {
    touched(target.form);
  }
});
document.addEventListener("change", ({ target }) => {
  if (target.form?.matches("form.part-form") && target.name && byChange(target)) {
    if (target.name !== "new-topic") touched(target.form);
  }
});

document.addEventListener("click", ({ target }) => {
  const form = target.closest(".own")?.querySelector("form.part-form");
  if (!form) return;
  if (target.closest("[data-close]")) flush(form, { done: "1" });
  if (target.closest("[data-merge]")) flush(form, { merge: "1" });
  const offered = target.closest("[data-do]");
  if (offered) flush(form, { do: offered.dataset.do });
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("form.part-form")) event.preventDefault();
});

document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  detail.headers["X-CSRFToken"] = cookie("csrftoken");
  detail.headers["Desk-As"] = screen.dataset.as;
  if (!detail.elt.matches("form.part-form")) return;
  const state = stateOf(detail.elt);
  state.building = state.typed;
  state.writing = [document.activeElement, document.activeElement?.value];
  for (const [name, value] of Object.entries(state.flags)) detail.parameters.set(name, value);
  state.asked = state.flags;
  state.flags = {};
});

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt;
  if (!form.matches("form.part-form")) return;
  const state = stateOf(form);
  const conflict = form.querySelector(".conflict");
  // While both texts are shown nothing is saved but the answer.
  if (conflict && !state.asked.merge) {
    event.preventDefault();
    state.flags = { ...state.asked, ...state.flags };
    return;
  }
  state.inFlight = state.building;
  // What is about to be closed or exchanged is not typed into.
  if (state.asked.done || state.asked.merge) hold(form);
});

/** Before the answer is put into the page, which may take the form away. */
document.body.addEventListener("htmx:beforeOnLoad", ({ detail }) => {
  const form = detail.elt;
  if (!form.matches?.("form.part-form") || detail.xhr.status >= 400) return;
  const state = stateOf(form);
  state.sent = state.inFlight;
  if (state.typed === state.sent) drop(form);
  else keepHere(form);
});

document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt;
  const status = detail.xhr?.status ?? 0;
  const wasAnswered = status >= 200 && (status < 400 || status === 409 || status === 422);
  const hadToken = Boolean(detail.requestConfig?.headers["X-CSRFToken"]);
  if (!form.matches?.("form.part-form")) {
    if (wasAnswered) answered(screen);
    else if (status === 401 || (status === 403 && !hadToken)) failed(screen, { status, hadToken });
    else if (form !== screen) tell(screen.dataset.saidFailed);
    return;
  }
  release(form);
  if (wasAnswered) {
    answered(form);
    if (status === 422) refused(form, keepHere(form));
    return;
  }
  const state = stateOf(form);
  state.flags = { ...state.asked, ...state.flags };
  failed(form, { status, hadToken, isKept: keepHere(form) });
  if (!passes(status)) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => flush(form), AGAIN);
});

/** A field that is being written in is not exchanged for what the server knew before. */
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const field = document.activeElement;
  if (!field?.form?.matches("form.part-form") || !event.detail.target.contains(field)) return;
  const [was, value] = stateOf(field.form).writing ?? [];
  const isWritten = field.value !== field.defaultValue && (field !== was || field.value !== value);
  if (isWritten) event.detail.shouldSwap = false;
});

document.body.addEventListener("desk:said", ({ detail }) => tell(detail.value));

/** Everything unsaved goes out when the page is looked at again, and when it is left. */
function flushAll() {
  forms().forEach(flushChanged);
}
window.addEventListener("focus", flushAll);
window.addEventListener("online", flushAll);
window.addEventListener("pagehide", flushAll);
document.addEventListener("visibilitychange", () => document.hidden && flushAll());
window.addEventListener("beforeunload", (event) => {
  if (forms().some(isDirty)) event.preventDefault();
});

document.body.addEventListener("htmx:load", ({ detail }) => {
  const found = detail.elt.matches?.("form.part-form")
    ? [detail.elt]
    : (detail.elt.querySelectorAll?.("form.part-form") ?? []);
  for (const form of found) offerKept(form, touched);
});

// Before the editor, for which Ctrl-Enter is a line break.
document.addEventListener(
  "keydown",
  (event) => {
    const form = event.target.closest?.("form.part-form");
    if (!form || !(event.ctrlKey || event.metaKey)) return;
    if (!["Enter", "s"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    flush(form, event.key === "Enter" ? { done: "1" } : {});
  },
  true,
);
