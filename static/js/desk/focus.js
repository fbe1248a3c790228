/** The focus stays where the eyes are, whatever is exchanged on the screen. */

export const FIELDS = "form :is(input:not([type=hidden]), textarea, select)";

/** Where the focus was before something was exchanged, and before a form was held. */
let away = null;
let held = null;

const isLost = () => document.activeElement === document.body;

function place() {
  const at = document.activeElement;
  const part = at?.closest(".part, .removed, .panel, .outline-side");
  if (!part) return null;
  const alike = at.name ? [...part.querySelectorAll(`[name="${CSS.escape(at.name)}"]`)] : [];
  const { id, name, selectionStart: caret } = at;
  return { at, id, name, caret, part: part.id, place: alike.indexOf(at) };
}

/** Nobody types into a form while it is answered; for that it gives the focus away. */
export function hold(form) {
  if (form.contains(document.activeElement)) held = place();
  form.inert = true;
}

/** The form can be typed into again, if it is still there. */
export function release(form) {
  if (!form.inert) return;
  form.inert = false;
  away ??= held;
  held = null;
  comeBack();
}

function remember() {
  away = isLost() ? held : place();
}

/** To the same field, else to the same part. */
function comeBack() {
  if (!away || !isLost()) return;
  const part = document.getElementById(away.part);
  if (!part) return;
  const same =
    (away.at.isConnected && away.at) ||
    (away.id && document.getElementById(away.id)) ||
    (away.name && part.querySelectorAll(`[name="${CSS.escape(away.name)}"]`)[away.place]);
  const next =
    part.querySelector(":scope > .own .conflict, [autofocus]") ||
    same ||
    part.querySelector(`:scope > .own ${FIELDS}`) ||
    part.querySelector("[data-open]") ||
    part;
  next.focus();
  // A held form takes no focus yet.
  if (isLost()) return;
  if (same && away.caret != null) same.setSelectionRange?.(away.caret, away.caret);
  away = null;
}

document.body.addEventListener("htmx:beforeSwap", remember);
document.body.addEventListener("htmx:oobBeforeSwap", () => isLost() || remember());
document.body.addEventListener("htmx:oobAfterSwap", comeBack);
document.body.addEventListener("htmx:afterSettle", comeBack);
