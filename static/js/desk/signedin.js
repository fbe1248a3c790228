/** A form that is sent by somebody who is signed out by now would be answered with the page to log
 * in, and what was typed be gone: so it is asked first, and the page stays as it is. */

import { cookie } from "./said.js";

const { here, login, saidOut, saidLogIn, saidSilent } =
  document.querySelector("script[data-here]").dataset;

const asked = new WeakSet();

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method !== "post" || !form.closest("#content")) return;
  if (asked.delete(form)) return;
  event.preventDefault();
  const status = await answer();
  if (status !== 204) {
    tell(form, submitter, status);
    return;
  }
  // Logging in elsewhere has given a new token.
  const token = form.elements.csrfmiddlewaretoken;
  if (token && cookie("csrftoken")) token.value = cookie("csrftoken");
  asked.add(form);
  form.requestSubmit(submitter);
});

async function answer() {
  try {
    return (await fetch(here, { cache: "no-store" })).status;
  } catch {
    return 0;
  }
}

/** Beside the button; once, however often it is pressed. */
function tell(form, submitter, status) {
  form.querySelector(".signed-out")?.remove();
  const said = Object.assign(document.createElement("p"), { className: "errornote signed-out" });
  said.role = "alert";
  said.append(status === 401 ? saidOut : saidSilent);
  if (status === 401) {
    const link = { href: login, target: "_blank", textContent: saidLogIn };
    said.append(" ", Object.assign(document.createElement("a"), link));
  }
  const row = submitter?.closest(".submit-row, p, div");
  if (row && form.contains(row)) row.before(said);
  else form.prepend(said);
}
