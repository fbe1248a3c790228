/** A paste or a drop into a plain field: what the formatting meant is written in letters (10⁶, CO₂).
 *
 * The plain text that comes along says 106, and has the words that were struck out.
 */

import { tidied } from "./paste.js";
import { sayBelow, wordFor } from "./pasteword.js";
import { written } from "./raised.js";

const WORDS = "input:is(:not([type]), [type=text], [type=search]), textarea";

document.addEventListener("paste", (event) => taken(event, event.clipboardData));
document.addEventListener("drop", (event) => {
  // A link that is dragged by itself is an address.
  if (!event.dataTransfer?.types.includes("text/uri-list")) taken(event, event.dataTransfer);
});

function taken(event, data) {
  const field = event.target;
  if (!field.matches?.(WORDS) || field.readOnly || field.disabled) return;
  sayBelow(field, "");
  const { html, left } = tidied(data?.getData("text/html") ?? "");
  const { struck, footnotes, comments } = left;
  if (!/<su[bp]>/.test(html) && !struck && !footnotes && !comments) return;
  event.preventDefault();
  if (event.type === "drop") goTo(field, event);
  // Deprecated, and still the one way that can be undone.
  document.execCommand("insertText", false, wordsOf(html, field.matches("textarea") ? "\n" : " "));
  sayBelow(field, wordFor({ struck, footnotes, comments }));
}

/** Put the caret of a field where the pointer is, or else at its end. */
function goTo(field, { clientX, clientY }) {
  field.focus();
  const { offsetNode, offset } = document.caretPositionFromPoint?.(clientX, clientY) ?? {};
  const place = offsetNode === field ? offset : field.value.length;
  field.setSelectionRange(place, place);
}

/** The words of tidied HTML; `apart` stands between blocks and for breaks. */
export function wordsOf(html, apart) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const one of body.querySelectorAll("sup, sub")) {
    if (!one.querySelector("sup, sub")) one.replaceWith(written(one.localName, one.textContent));
  }
  for (const one of body.querySelectorAll("br")) one.replaceWith(apart);
  for (const one of body.querySelectorAll("p, h3, h4")) one.append(apart);
  return body.textContent.replaceAll("\u00a0", " ").trim();
}
