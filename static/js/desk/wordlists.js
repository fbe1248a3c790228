/** Word's lists are paragraphs that only look like lists. Here they become lists.
 *
 * Word on a computer writes the level into a style ("mso-list: l0 level2 lfo1") and the bullet or
 * number into the text; Word on the web writes a list around each single item.
 */

const STYLE = /mso-list:\s*(l\d+)\s+level(\d+)\s+(lfo\d+)/i;
const MARKER = "[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]";
/** "1.", "(a)", "iv)"; a lone "o" is a bullet. */
const NUMBER = /^\(?([0-9]+|[a-z]{1,2}|[ivxlcdm]+)[.)]/i;

/** Put lists in the place of list paragraphs below `root`. */
export function makeLists(root) {
  for (const item of root.querySelectorAll("li[data-aria-level]")) loosen(item);
  let open = [];
  for (const paragraph of root.querySelectorAll("p")) {
    const item = read(paragraph);
    if (before(paragraph) !== open[0]?.list) open = [];
    if (item) open = place(paragraph, item, open);
    else if (open.length && /^MsoListParagraph/.test(paragraph.className)) {
      open.at(-1).list.lastElementChild.append(paragraph);
    }
  }
  for (const marker of root.querySelectorAll(MARKER)) marker.remove();
}

/** An item of Word on the web, as a paragraph that remembers where it belongs. */
function loosen(item) {
  const list = item.closest("ul, ol");
  const around = list.closest(".ListContainerWrapper") ?? list;
  const paragraph = item.ownerDocument.createElement("p");
  paragraph.dataset.level = item.dataset.ariaLevel;
  paragraph.dataset.kind = list.localName;
  paragraph.append(...(item.querySelector("p") ?? item).childNodes);
  around.before(paragraph);
  item.remove();
  if (!around.textContent.trim()) around.remove();
}

/** Level, kind and list of a list paragraph; null for any other. */
function read(paragraph) {
  const { level, kind } = paragraph.dataset;
  if (level) return { level: Number(level), kind, key: kind };
  const [, list, depth, format] = STYLE.exec(paragraph.getAttribute("style") ?? "") ?? [];
  if (!list) return null;
  const marker = paragraph.querySelector(MARKER)?.textContent.trim() ?? "";
  const found = NUMBER.test(marker) ? "ol" : "ul";
  return { level: Number(depth), kind: found, key: `${found} ${list} ${format}` };
}

/** The nearest thing before a node that is more than white space. */
function before(node) {
  let one = node.previousSibling;
  while (one && one.nodeType !== 1 && !(one.nodeType === 3 && one.data.trim())) {
    one = one.previousSibling;
  }
  return one;
}

/** Make an item of a paragraph; the lists that are open then, outermost first. */
function place(paragraph, { level, kind, key }, open) {
  const kept = open.filter((one) => one.level < level || (one.level === level && one.key === key));
  const document = paragraph.ownerDocument;
  if (kept.at(-1)?.level !== level) {
    const list = document.createElement(kind);
    if (kept.length) kept.at(-1).list.lastElementChild.append(list);
    else paragraph.before(list);
    kept.push({ list, level, key });
  }
  const item = document.createElement("li");
  item.append(...paragraph.childNodes);
  kept.at(-1).list.append(item);
  paragraph.remove();
  return kept;
}
