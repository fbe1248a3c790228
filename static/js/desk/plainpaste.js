/** A paste into a plain field: what the formatting meant is written in letters (10⁶, CO₂).
 *
 * The plain text on the clipboard says 106, and has the words that were struck out.
 */

import { tidied } from "./paste.js";
import { sayBelow, wordFor } from "./pasteword.js";
import { written } from "./raised.js";

const WORDS = "input:is(:not([type]), [type=text], [type=search]), textarea";

document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.matches?.(WORDS) || field.readOnly) return;
  sayBelow(field, "");
  const { html, left } = tidied(event.clipboardData?.getData("text/html") ?? "");
  const { struck, footnotes, comments } = left;
  if (!/<su[bp]>/.test(html) && !struck && !footnotes && !comments) return;
  event.preventDefault();
  // Deprecated, and still the one way that can be undone.
  document.execCommand("insertText", false, wordsOf(html, field.matches("textarea") ? "\n" : " "));
  sayBelow(field, wordFor({ struck, footnotes, comments }));
});

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
