/** What was left out of a paste, or became something else, in one line below what was pasted into.
 *
 * It stays until the next paste there: whoever types on at once can still read it.
 */

const gettext = globalThis.gettext ?? ((words) => words);

/** What -> the words for one of them, and for more. */
const LEFT = {
  struck: [gettext("1 struck-out passage"), gettext("%s struck-out passages")],
  pictures: [gettext("1 picture"), gettext("%s pictures")],
  films: [gettext("1 film or other insert"), gettext("%s films or other inserts")],
  formulas: [gettext("1 formula"), gettext("%s formulas")],
  footnotes: [gettext("1 footnote mark"), gettext("%s footnote marks")],
  comments: [gettext("1 comment"), gettext("%s comments")],
  links: [gettext("1 link that leads nowhere"), gettext("%s links that lead nowhere")],
};
const CHANGED = {
  tables: [gettext("A table became lines."), gettext("%s tables became lines.")],
  codes: [gettext("Code became plain lines."), gettext("%s passages of code became plain lines.")],
};

/** The sentence for what `tidied` counted; "" where all came along. */
export function wordFor(left) {
  const named = (words) =>
    Object.entries(words)
      .filter(([what]) => left[what])
      .map(([what, [one, more]]) => (left[what] === 1 ? one : more.replace("%s", left[what])));
  const out = named(LEFT);
  const sentence = out.length ? `${gettext("Not taken along:")} ${out.join(", ")}.` : "";
  return [sentence, ...named(CHANGED)].filter(Boolean).join(" ");
}

/** Say it below `element`, a plain field or an editor's text, or below its row; "" says nothing. */
export function sayBelow(element, sentence) {
  const above = element.closest(".row, .flex-container") ?? element;
  const there = above.nextElementSibling;
  if (there?.matches(".paste-word")) there.remove();
  if (!sentence) return;
  const place = Object.assign(document.createElement("p"), { className: "paste-word" });
  place.role = "status";
  above.after(place);
  // A frame later: for those who listen the place must be there before its words.
  requestAnimationFrame(() => (place.textContent = sentence));
}
