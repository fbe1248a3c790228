/** What of a paste is not taken along: taken out of it, and counted for those who pasted.
 *
 * Struck-out words must not go live; a footnote's mark would become part of a number.
 */

import { declared } from "./declared.js";
import { takeFootnoteMarks } from "./footnotes.js";

/** Nothing in these is an author's text. */
const NO_TEXT =
  "script, style, title, meta, link, template, noscript, button, input, select, textarea, xml, [hidden]";
const HIDDEN = /(?:^|;)\s*(?:display:\s*none|mso-hide:\s*all|mso-element:\s*comment-list)/i;
const PICTURES = "img, picture, svg, canvas";
const FILMS = "iframe, object, embed, video, audio";
const COMMENTS = ".msocomanchor, .MsoCommentReference, a[href*='#cmnt']";

/** Take out of `body` what does not come along; what it was -> how often. */
export function takeOut(body) {
  for (const one of body.querySelectorAll(NO_TEXT)) one.remove();
  for (const one of body.querySelectorAll("[style]")) {
    if (HIDDEN.test(one.getAttribute("style"))) one.remove();
  }
  return {
    struck: removed(body, [...body.querySelectorAll("*")].filter(isStruck), hasWords),
    pictures: removed(body, body.querySelectorAll(PICTURES), isSeen),
    films: removed(body, body.querySelectorAll(FILMS)),
    comments: removed(body, [...body.querySelectorAll(COMMENTS)].map(alone)),
    footnotes: takeFootnoteMarks(body),
    formulas: removed(body, body.querySelectorAll("math")),
  };
}

/** Remove these; how many of them count. What stands within or right after another is one with it. */
function removed(body, elements, counts = () => true) {
  const all = new Set(elements);
  const within = (one) => all.has(one.parentElement) || all.has(one.previousSibling);
  const counted = [...all].filter((one) => body.contains(one) && counts(one) && !within(one));
  for (const one of all) one.remove();
  return counted.length;
}

const hasWords = (element) => element.textContent.trim() !== "";

/** Not a picture of one dot, which only counts its readers. */
const isSeen = (picture) => !(Number(picture.getAttribute("width") ?? 9) < 3);

export function isStruck(element) {
  if (element.matches("del")) return true;
  const line = declared(element, "text-decoration(?:-line)?");
  if (line?.includes("line-through")) return true;
  // Word's double line.
  if (/^(?:single|double)/.test(declared(element, "text-line-through") ?? "")) return true;
  return !line && element.matches("s, strike");
}

/** A mark, with the raised letters around it that hold nothing else. */
function alone(mark) {
  const around = mark.closest("sup");
  return around?.textContent.trim() === mark.textContent.trim() ? around : mark;
}
