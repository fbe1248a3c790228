/** Copies of unsaved forms on this computer: one for each person and part, for two weeks. */

import { editorOf } from "./editor.js";
import { screen } from "./said.js";

const PREFIX = "desk:";
const LONGEST = 14 * 24 * 3600 * 1000;
const NOT_TEXT = new Set(["sources-digest", "signatures-digest", "conflict-version"]);

const keyOf = (form) => `${PREFIX}${screen.dataset.as}:${form.dataset.uid}`;

function fieldsOf(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && value && !NOT_TEXT.has(name),
  );
}

const words = (fields) => JSON.stringify(fields.filter(([name]) => name !== "version"));

/** Keep what the form says, with the version it was typed on. */
export function keep(form) {
  if (!form.isConnected) return;
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
  } catch {
    // A full or forbidden store: the form itself still has the text.
  }
}

/** Forget the copy: the server has the text. */
export function drop(form) {
  localStorage.removeItem(keyOf(form));
}

/** Offer a kept copy beside a form that has just been opened, where it says something else. */
export function offerKept(form, touched) {
  const kept = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
  if (!kept) return;
  if (Date.now() - kept.at > LONGEST || words(kept.fields) === words(fieldsOf(form))) {
    drop(form);
    return;
  }
  const bar = form.querySelector(".kept-copy");
  bar.hidden = false;
  bar.querySelector("span").textContent = new Date(kept.at).toLocaleString();
  bar.querySelector("[data-use-copy]").onclick = () => {
    bar.hidden = true;
    use(form, kept.fields);
    touched(form);
  };
  bar.querySelector("[data-drop-copy]").onclick = () => {
    bar.hidden = true;
    drop(form);
  };
}

function use(form, fields) {
  for (const key of fields.filter(([name]) => name === "source").map(([, value]) => value)) {
    if (form.querySelector(`[data-key="${CSS.escape(key)}"]`)) continue;
    const blank = form.querySelector(".source.blank");
    blank?.dispatchEvent(new CustomEvent("desk:takes-key", { bubbles: true, detail: key }));
  }
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (!field || field instanceof RadioNodeList) continue;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
    editorOf(field)?.commands.setContent(value);
  }
}
