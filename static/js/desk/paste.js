/** What another program put on the clipboard, as the HTML that an editor would have written.
 *
 * Words, links, emphasis, quotations, lists and heads are kept; how it all looked is not. What
 * comes is read once, from the outside in, and written anew as text: no node of it goes on.
 */

import { isAddress, unwrapped } from "./addresses.js";
import { makeLists } from "./wordlists.js";

/** Nothing in these is an author's text; del is what an author has taken out. */
const DROPPED =
  "script, style, title, meta, link, template, noscript, iframe, object, embed, svg, math, img, " +
  "picture, video, audio, canvas, button, input, select, textarea, del, xml, [hidden], " +
  ".msocomanchor, .MsoCommentReference";
const HIDDEN = /(?:^|;)\s*(?:display:\s*none|mso-hide:\s*all|mso-element:\s*comment-list)/i;
const BLOCKS =
  "address, article, aside, blockquote, center, dd, details, div, dl, dt, fieldset, figcaption, " +
  "figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, " +
  "summary, table, tbody, td, tfoot, th, thead, tr, ul";
/** Blanks that a program wrote as blanks that do not break. */
const SPACES = ".Apple-converted-space, [style*='mso-spacerun' i]";
const HEADS = { h1: "h3", h2: "h3", h3: "h3", h4: "h4", h5: "h4", h6: "h4" };

const BLANK = "(?:\\s|&nbsp;)*";
const BREAK = new RegExp(`${BLANK}<br>${BLANK}`, "g");
const AT_THE_ENDS = new RegExp(`^${BLANK}(?:<br>)*|(?:<br>)*${BLANK}$`, "g");

/** Pure: a string in, a string out. What comes from an editor of this kind is left alone. */
export function tidy(html) {
  if (html.includes("data-pm-slice")) return html;
  // No rule of a pasted style sheet is wanted, and the policy would report every sheet.
  const unstyled = html.replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, "");
  const { body } = new DOMParser().parseFromString(unstyled, "text/html");
  for (const one of body.querySelectorAll(DROPPED)) one.remove();
  for (const one of body.querySelectorAll("[style]")) {
    if (HIDDEN.test(one.getAttribute("style"))) one.remove();
  }
  for (const one of body.querySelectorAll("pre")) breakLines(one);
  makeLists(body);
  return blocks(body);
}

function breakLines(pre) {
  const lines = pre.textContent.split("\n");
  pre.replaceChildren(...lines.flatMap((line) => [line, document.createElement("br")]));
}

const holdsBlocks = (node) =>
  node.nodeType === 1 && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);

/** The blocks in an element; words that stand in none become blocks called `name`. */
function blocks(element, marks = [], name = "p") {
  let written = "";
  let run = "";
  for (const node of element.childNodes) {
    if (holdsBlocks(node)) {
      written += paragraphs(run, name) + block(node, [...marks, ...marksOf(node)], name);
      run = "";
    } else run += marked(inline(node), marks);
  }
  return written + paragraphs(run, name);
}

function block(element, marks, name) {
  const head = headOf(element);
  if (head) return blocks(element, marks, head);
  if (element.matches("ul, ol")) return list(element, marks);
  if (element.matches("tr")) return row(element, marks);
  const inside = blocks(element, marks, name);
  return inside && element.matches("blockquote") ? `<blockquote>${inside}</blockquote>` : inside;
}

function headOf(element) {
  if (element.matches("[role=heading]")) return element.ariaLevel > 2 ? "h4" : "h3";
  return element.matches(".MsoTitle") ? "h3" : HEADS[element.localName];
}

function list(element, marks) {
  const items = [];
  for (const child of element.children) {
    if (child.matches("ul, ol")) {
      // Google Docs puts a deeper list beside the item that it belongs to.
      items.push((items.pop() ?? "") + list(child, marks));
    } else items.push(blocks(child, [...marks, ...marksOf(child)]));
  }
  const written = items.filter(Boolean).map((item) => `<li>${item}</li>`).join("");
  return written && `<${element.localName}>${written}</${element.localName}>`;
}

/** A row is a paragraph; a row of one cell only kept things in their place. */
function row(element, marks) {
  const cells = [...element.cells].filter((cell) => cell.textContent.trim());
  if (cells.length < 2) return cells.map((cell) => blocks(cell, marks)).join("");
  const words = cells.map((cell) => inline(cell).replace(AT_THE_ENDS, ""));
  return paragraphs(marked(words.join(" | "), marks), "p");
}

/** A run of words as blocks, parted where two breaks follow each other. */
function paragraphs(run, name) {
  const plain = name === "p" ? run : run.replace(/<\/?strong>/g, "");
  return plain
    .replace(/ {2,}/g, " ")
    .replace(BREAK, "<br>")
    .split(/(?:<br>){2,}/)
    .map((one) => one.replace(AT_THE_ENDS, ""))
    .filter(hasWords)
    .map((one) => `<${name}>${one}</${name}>`)
    .join("");
}

const hasWords = (html) => html.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "";

/** The words of a node, with what marks them; blanks at their ends stay outside. */
function inline(node) {
  if (node.nodeType === 3) return escaped(node.data.replace(/\s{2,}|[\t\n\f\r]/g, " "));
  if (node.nodeType !== 1) return "";
  if (node.localName === "br") return "<br>";
  const words = [...node.childNodes].map(inline).join("");
  if (node.matches(SPACES)) return " ";
  if (node.matches("q")) return `“${words}”`;
  return node.matches(BLOCKS) ? ` ${words} ` : marked(words, marksOf(node));
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };
  return text.replace(/[&<>"\u00a0]/g, (one) => names[one]);
}

function marked(words, marks) {
  if (!hasWords(words)) return words;
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(words);
  const around = marks.reduceRight((inside, [name, href]) => {
    const attribute = href ? ` href="${escaped(href)}"` : "";
    return `<${name}${attribute}>${inside}</${name}>`;
  }, inner);
  return before + around + after;
}

/** What an element says of its words, by its name or by its style: [name, address] each. */
function marksOf(element) {
  const weight = declared(element, "font-weight");
  const slant = declared(element, "font-style");
  const found = [];
  if (element.matches("a[href]")) {
    const href = meant(element.getAttribute("href"));
    if (isAddress(href)) found.push(["a", href]);
  }
  if (weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : element.matches("b, strong")) {
    found.push(["strong"]);
  }
  if (slant ? /^(italic|oblique)/.test(slant) : element.matches("i, em, cite")) found.push(["em"]);
  return found;
}

/** The value of a property in a style attribute; Word's mso-bidi-font-weight is another one. */
function declared(element, property) {
  const style = element.getAttribute("style") ?? "";
  return new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`, "i").exec(style)?.[1].trim().toLowerCase();
}

/** Where a link leads in the end; of a mail link, the address alone. */
function meant(href) {
  return unwrapped(href.trim().replace(/^mailto:([^?]*).*/is, "mailto:$1"));
}
