/** Copies of unsaved forms on this computer: one for each person and part, for two weeks. */

import { editorOf } from "./editor.js";
import { screen } from "./said.js";
import { read, remove, write } from "./store.js";

const PREFIX = "desk:";
const LONGEST = 14 * 24 * 3600 * 1000;
const NOT_TEXT = new Set(["sources-digest", "signatures-digest", "conflict-version"]);

const keyOf = (form) => `${PREFIX}${screen.dataset.as}:${form.dataset.uid}`;

function fieldsOf(form) {
  const texts = [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !NOT_TEXT.has(name),
  );
  const unticked = form.querySelectorAll("input[type=checkbox]:not(:checked)");
  return [...texts, ...[...unticked].map((one) => [one.name, ""])];
}

const words = (fields) =>
  JSON.stringify(fields.filter(([name, value]) => !["version", "source"].includes(name) && value));

/** Keep what the form says, with the version it was typed on; whether that could be done. */
export function keep(form) {
  if (!form.isConnected) return false;
  return write(keyOf(form), JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
}

/** Forget the copy: the server has the text. */
export function drop(form) {
  remove(keyOf(form));
}

/** Offer a kept copy beside a form that has just been opened, where it says something else.
 *
 * While nobody has answered it lies under a key of its own, so that typing does not write over it.
 */
export function offerKept(form, touched) {
  const offered = `${keyOf(form)}:offered`;
  const text = read(keyOf(form)) ?? read(offered);
  const kept = parsed(text);
  if (!kept) return;
  drop(form);
  if (Date.now() - kept.at > LONGEST || words(kept.fields) === words(fieldsOf(form))) {
    remove(offered);
    return;
  }
  if (!write(offered, text)) write(keyOf(form), text);
  const bar = form.querySelector(".kept-copy");
  bar.hidden = false;
  bar.querySelector("span").textContent = new Date(kept.at).toLocaleString();
  bar.querySelector("[data-use-copy]").onclick = () => {
    bar.hidden = true;
    use(form, kept.fields);
    remove(offered);
    touched(form);
  };
  bar.querySelector("[data-drop-copy]").onclick = () => {
    bar.hidden = true;
    remove(offered);
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function use(form, fields) {
  for (const key of fields.filter(([name]) => name === "source").map(([, value]) => value)) {
    if (form.querySelector(`[data-key="${CSS.escape(key)}"]`)) continue;
    const blank = form.querySelector(".source.blank");
    blank?.dispatchEvent(new CustomEvent("desk:takes-key", { bubbles: true, detail: key }));
  }
  const places = {};
  for (const [name, value] of fields) {
    places[name] = (places[name] ?? -1) + 1;
    if (name !== "source") enter(form, name, places[name], value);
  }
}

/** One value into the field of that name and place; rows grow, and topics get a field. */
function enter(form, name, place, value) {
  const named = () => form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  if (!named()[place] && name === "topic") {
    const topic = Object.assign(document.createElement("input"), { type: "hidden", name });
    form.querySelector(".topics").append(topic);
  }
  const field = named()[place];
  if (!field) return;
  if (field.type === "checkbox") field.checked = Boolean(value);
  else field.value = value;
  if (name === "byline-name" && value) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  editorOf(field)?.commands.setContent(value);
}
