/** Compact rows beside a form: sources, bylines, topics; and fields with suggestions. */

import { flush, touched } from "./autosave.js";

const PAUSE = 180;
let asking;

/** A blank row that is typed into becomes a row, and a new blank one follows it. */
function grow(row, key = crypto.randomUUID()) {
  row.classList.remove("blank");
  const template = row.parentElement.querySelector("template");
  if (template) {
    const next = template.content.firstElementChild.cloneNode(true);
    give(next, key);
    template.before(next);
  } else {
    const next = row.cloneNode(true);
    next.classList.add("blank");
    for (const field of next.querySelectorAll("input")) field.value = "";
    row.after(next);
  }
}

function give(row, key) {
  const old = row.dataset.key;
  for (const one of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of one.attributes) {
      if (attribute.value.includes(old)) attribute.value = attribute.value.replaceAll(old, key);
    }
  }
}

document.addEventListener("input", ({ target }) => {
  const row = target.closest(".row.blank");
  if (row && target.value) grow(row);
});
document.addEventListener("desk:takes-key", ({ target, detail }) => {
  grow(target);
  give(target, detail);
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-takes-out]");
  if (!button) return;
  const form = button.form ?? button.closest("form");
  const row = button.closest(".row");
  if (row.classList.contains("blank")) return;
  const next = row.nextElementSibling?.querySelector("input:not([type=hidden]), button");
  row.remove();
  next?.focus();
  touched(form);
});

/** Enter does what is offered beside the row: one key adds an unknown outlet. */
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || !field.matches?.("input") || !field.form) return;
  if (!field.form.matches("form.part-form")) return;
  event.preventDefault();
  if (field.dataset.enter === "topic") flush(field.form, { do: "topic" });
  const offer = field.closest(".row")?.querySelector("[data-do]");
  if (offer && field.dataset.enter !== "topic") offer.click();
});

/** Options for what is typed. */
document.addEventListener("input", ({ target }) => {
  const what = target.dataset?.suggest;
  if (!what || !target.value) return;
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const words = encodeURIComponent(target.value);
    const answer = await fetch(`/admin/newsroom/issue/suggest/${what}/?q=${words}`);
    if (answer.ok) document.getElementById(`suggested-${what}`).innerHTML = await answer.text();
  }, PAUSE);
});
