/** What is said of text that could not be saved: why, and whether it is kept here meanwhile. */

import { say, screen } from "./said.js";

/** Form (or the screen, for what is no form) -> why its last request failed, and if it is kept. */
const failing = new Map();

/** Why, as the banners of the page are called. `hadToken`: the desk's cookie went along. */
function whyOf(status, hadToken) {
  if (status === 401 || (status === 403 && !hadToken)) return "signed-out";
  if (status === 0) return "offline";
  if (status >= 500 || status === 429) return "fault";
  return { 403: "forbidden", 404: "gone", 410: "gone" }[status] ?? "refused";
}

/** Whether another try may do better although nobody does anything. */
export const passes = (status) => ["offline", "fault"].includes(whyOf(status, true));

/** A request of `element` failed with this status. */
export function failed(element, { status, hadToken, isKept = true }) {
  const was = failing.get(element);
  const state = { why: whyOf(status, hadToken), isKept };
  failing.set(element, state);
  show();
  if (element === screen) return;
  sayOf(element, isKept);
  // Once is enough for those who listen.
  if (was?.why !== state.why || was.isKept !== isKept) say(isKept ? "saidKept" : "saidNotKept");
}

/** A request of `element` was answered. */
export function answered(element) {
  failing.delete(element);
  failing.delete(screen);
  if (told().textContent === screen.dataset.saidNotKept) tell("");
  show();
}

/** What failed and is typed on is kept anew, or is not. */
export function keptAnew(form, isKept) {
  const state = failing.get(form);
  if (!state || state.isKept === isKept) return;
  state.isKept = isKept;
  show();
  sayOf(form, isKept);
}

function sayOf(form, isKept) {
  statusOf(form).textContent = screen.dataset[isKept ? "saidKept" : "saidNotKept"];
}

/** A refusal stands beside its field; whether the text is kept goes with it. */
export function refused(form, isKept) {
  statusOf(form).append(" ", screen.dataset[isKept ? "saidKeptHere" : "saidNotKept"]);
}

export const statusOf = (form) => document.getElementById(`status-${form.dataset.uid}`);

function show() {
  const states = [...failing].filter(([one]) => one.isConnected).map(([, state]) => state);
  const isKept = states.every((state) => state.isKept);
  for (const one of document.querySelectorAll(".banner[data-why]")) {
    one.hidden = !states.some((state) => state.why === one.dataset.why);
    one.querySelector(".is-kept").hidden = !isKept;
  }
  document.querySelector(".banner.not-kept").hidden = isKept;
}

/** A refusal in words, for eyes and ears. */
export function tell(sentence) {
  told().textContent = sentence;
  told().hidden = !sentence;
}

const told = () => document.querySelector(".banner.said");
