/** What another program put on the clipboard, as the HTML that an editor would have written.
 *
 * Words, links, emphasis, raised and lowered letters, quotations, lists and heads are kept; how it
 * all looked is not. What comes is read once, from the outside in, and written anew as text: no
 * node of it goes on.
 */

import { isAddress, unwrapped } from "./addresses.js";
import { declared, levelOf } from "./declared.js";
import { takeOut } from "./leftout.js";
import { makeLists } from "./wordlists.js";

const BLOCKS =
  "address, article, aside, blockquote, center, dd, details, div, dl, dt, fieldset, figcaption, " +
  "figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, " +
  "summary, table, tbody, td, tfoot, th, thead, tr, ul";
/** Blanks that a program wrote as blanks that do not break. */
const SPACES = ".Apple-converted-space, [style*='mso-spacerun' i]";
const HEADS = { h1: "h3", h2: "h3", h3: "h3", h4: "h4", h5: "h4", h6: "h4" };

/** What an editor of our kind writes; another program's editor writes more. */
const OURS = "p, br, a, em, i, strong, b, sup, sub, blockquote, ul, ol, li, h3, h4";

/** Pure: a string in, a string out. What comes from an editor of this kind is left alone. */
export function tidy(html) {
  return tidied(html).html;
}

/** The same, with what was left out or became something else: what it was -> how often. */
export function tidied(html) {
  // No rule of a pasted style sheet is wanted, and the policy would report every sheet.
  const unstyled = html.replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, "");
  // What browsers print with its tags is read as markup, as the server does.
  const read = unstyled.replace(/(<\/?)(?:xmp|plaintext|noembed|noframes)(?=[\s/>])/gi, "$1div");
  const { body } = new DOMParser().parseFromString(read, "text/html");
  if (html.includes("data-pm-slice") && isOurs(body)) return { html, left: {} };
  const left = takeOut(body);
  const codes = [...body.querySelectorAll("pre")].filter(hasText);
  for (const one of codes) breakLines(one);
  left.codes = codes.length;
  left.tables = [...body.querySelectorAll("table")].filter(isTable).length;
  left.links = [...body.querySelectorAll("a[href]")].filter(leadsNowhere).length;
  makeLists(body);
  return { html: blocks(body), left };
}

const isOurs = (body) =>
  [...body.querySelectorAll("*")].every((one) => one.matches(OURS) && !one.hasAttribute("style"));

/** A table that says something by its columns; others only keep things in their place. */
const isTable = (table) =>
  !table.querySelector("table") && [...table.rows].some((row) => filled(row).length > 1);

const filled = (row) => [...row.cells].filter((cell) => cell.textContent.trim());

function leadsNowhere(link) {
  const href = link.getAttribute("href").trim();
  return !href.startsWith("#") && hasText(link) && !isAddress(meant(href));
}

const hasText = (node) => node.textContent.trim() !== "";

/** Each line of a program stays one. */
function breakLines(pre) {
  const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [first, ...lines] = text.data.split("\n");
    text.replaceWith(first, ...lines.flatMap((line) => [document.createElement("br"), line]));
  }
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

/** A row is a paragraph; a row of one cell, or around a table, only kept things in their place. */
function row(element, marks) {
  const cells = filled(element);
  if (cells.length < 2 || element.querySelector("table")) {
    return cells.map((cell) => blocks(cell, marks)).join("");
  }
  const words = cells.map((cell) => trimmed(inline(cell).replaceAll("<br>", " ")));
  return paragraphs(marked(words.join(" | "), marks), "p");
}

/** A run of words as blocks, parted where two breaks follow each other. */
function paragraphs(run, name) {
  const plain = name === "p" ? run : run.replace(/<\/?strong>/g, "");
  const parted = [[]];
  for (const line of plain.replace(/ {2,}/g, " ").split("<br>").map(trimmed)) {
    if (line) parted.at(-1).push(line);
    else if (parted.at(-1).length) parted.push([]);
  }
  return parted
    .map((lines) => lines.join("<br>"))
    .filter(hasWords)
    .map((one) => `<${name}>${one}</${name}>`)
    .join("");
}

/** Without the blanks at its ends. */
function trimmed(html) {
  let text = html.replace(/^(?:\s|&nbsp;)+/, "").trimEnd();
  while (text.endsWith("&nbsp;")) text = text.slice(0, -"&nbsp;".length).trimEnd();
  return text;
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
  if (node.matches("li")) return (node.previousElementSibling ? "; " : "") + words.trim();
  return node.matches(BLOCKS) ? ` ${words} ` : marked(words, marksOf(node));
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };
  return text.replace(/[&<>"\u00a0]/g, (one) => names[one]);
}

function marked(words, marks) {
  if (!hasWords(words)) return words;
  const inner = words.trim();
  const begin = words.length - words.trimStart().length;
  const [before, after] = [words.slice(0, begin), words.slice(begin + inner.length)];
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
  const level = element.matches(BLOCKS) ? undefined : levelOf(element);
  if (level) found.push([level]);
  return found;
}

/** Where a link leads in the end; of a mail link, the address alone. */
function meant(href) {
  return unwrapped(href.trim().replace(/^mailto:([^?]*).*/is, "mailto:$1"));
}
