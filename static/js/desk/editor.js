/** Rich text editors of the desk: opened below an element, named by their labels, closed again.
 *
 * The package makes the editor; this makes it one of ours. It works on whole pages and on
 * fragments that come and go: openEditors(fragment), closeEditors(fragment).
 */

import { tidied } from "./paste.js";
import { sayBelow, wordFor } from "./pasteword.js";

const FIELD = "textarea[data-django-prose-editor-configurable]";
const editors = new WeakMap();

/** Make an editor of every rich text field below `root` that is none yet. */
export async function openEditors(root) {
  const fields = fieldsBelow(root).filter((field) => !field.closest(".prose-editor"));
  if (!fields.length) return;
  const { createEditor } = await import("django-prose-editor/configurable");
  const made = await Promise.all(fields.map((field) => createEditor(field)));
  // A field that was taken out meanwhile is outside the document, and its event with it.
  fields.forEach((field, n) => made[n] && !field.isConnected && adopt(made[n], field));
}

/** The editor of a field, once it is ready. */
export function editorOf(textarea) {
  return editors.get(textarea);
}

/** Take down the editors below `root`; the fields stay, with their text. */
export function closeEditors(root) {
  for (const field of fieldsBelow(root)) {
    editors.get(field)?.destroy();
    editors.delete(field);
  }
}

function fieldsBelow(root) {
  const below = [...root.querySelectorAll(FIELD)].filter((one) => !one.id.includes("__prefix__"));
  return root.matches?.(FIELD) ? [root, ...below] : below;
}

function name(editor, textarea) {
  const text = editor.view.dom;
  text.setAttribute("aria-multiline", "true");
  const [label] = textarea.labels;
  if (!label) return;
  label.id ||= `${textarea.id}_label`;
  text.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => editor.isDestroyed || editor.commands.focus());
}

function tidyPastes(editor) {
  const already = editor.view.props.transformPastedHTML ?? ((html) => html);
  const { dom } = editor.view;
  const transformPastedHTML = (html, view) => {
    const pasted = tidied(html);
    sayBelow(dom, wordFor(pasted.left));
    return already(pasted.html, view);
  };
  editor.view.setProps({ transformPastedHTML });
  for (const way of ["paste", "drop"]) dom.addEventListener(way, () => sayBelow(dom, ""), true);
}

function adopt(editor, textarea) {
  // tiptap takes its style away with the last editor, and the policy lets no second one in.
  editor.css = null;
  if (!textarea.isConnected) {
    editor.destroy();
    return;
  }
  editors.set(textarea, editor);
  name(editor, textarea);
  tidyPastes(editor);
}

document.addEventListener("prose-editor:ready", ({ detail }) => {
  adopt(detail.editor, detail.textarea);
});
