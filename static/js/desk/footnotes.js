/** The marks of notes in a pasted text: "[3]" or a raised 3 that leads to a note.
 *
 * Word, LibreOffice and Google Docs, Wikipedia, and what writes Markdown name the places of notes
 * each in its own way. A raised number that leads nowhere is a number: 10⁶.
 */

import { levelOf } from "./declared.js";

const NAMED =
  ".MsoFootnoteReference, .MsoEndnoteReference, .footnote-ref, .footnote-reference, .footnote-backref, " +
  ".noteref, .sdfootnoteanc, .sdendnoteanc, .sdfootnotesym, .sdendnotesym, sup.reference, " +
  "[role=doc-noteref], [role=doc-backlink]";
/** The place of a note, and the way back from it. */
const PLACE =
  /^(?:user-content-)?(?:_(?:ftn|edn)|ftnt|cite_(?:note|ref)|fn(?:ref)?[:_-]?\d|footnote|endnote|sd(?:foot|end)note)/i;
const MARK = /^[[(]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶#]{1,3})[\])]?[.:]?$/i;
const BACK = /^[\^↑↩↵⏎]\ufe0e?$/;

/** Take the marks out of `body`, and what stood between them; how many they were. */
export function takeFootnoteMarks(body) {
  const links = [...body.querySelectorAll("a[href*='#']")].filter(isMark);
  const named = [...body.querySelectorAll(NAMED), ...links].map(outermost);
  const bracketed = [...body.querySelectorAll("sup")].filter(isBracketed).map(outermost);
  const marks = [...new Set([...named, ...bracketed])].filter(
    (one, _, all) => !all.some((other) => other !== one && one.contains(other)),
  );
  const around = marks.map((one) => one.parentElement?.closest("sup")).filter(Boolean);
  for (const one of marks) one.remove();
  for (const one of around) if (/^[\s,;–-]*$/.test(one.textContent)) one.remove();
  return marks.length;
}

function isMark(link) {
  const words = link.textContent.trim();
  const href = link.getAttribute("href");
  const place = href.slice(href.indexOf("#") + 1);
  if (BACK.test(words)) return true;
  return MARK.test(words) && (PLACE.test(place) || isRaised(link));
}

const isRaised = (link) =>
  link.closest("sup") !== null ||
  link.querySelector("sup") !== null ||
  levelOf(link) === "sup" ||
  (link.parentElement !== null && levelOf(link.parentElement) === "sup");

const isBracketed = (raised) => /^\[[^\]]{1,40}\]$/.test(raised.textContent.trim());

/** As far up as nothing else is in it. */
function outermost(mark) {
  const words = mark.textContent.trim();
  let one = mark;
  while (
    one.parentElement?.matches("a, sup, span, b, i, font") &&
    one.parentElement.textContent.trim() === words
  ) {
    one = one.parentElement;
  }
  return one;
}
