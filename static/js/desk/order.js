/** Moving parts: by buttons, by keys, by mouse or finger. The server is told "after this one". */

import { cookie, say, screen } from "./said.js";

const EDGE = 60;
const siblings = (list) => [...list.children].filter((one) => one.classList.contains("part"));
const put = (list, part, before) =>
  list.moveBefore && part.isConnected ? list.moveBefore(part, before) : list.insertBefore(part, before);

async function tell(part, from, before) {
  const list = part.parentElement;
  if (!list) return;
  const after = siblings(list)[siblings(list).indexOf(part) - 1];
  const data = new FormData();
  data.set("after", after?.dataset.pk ?? "");
  if (list.dataset.section) data.set("section", list.dataset.section);
  const headers = { "X-CSRFToken": cookie("csrftoken"), "Desk-As": screen.dataset.as };
  const answer = await fetch(`${part.dataset.at}move/`, {
    method: "POST",
    body: data,
    headers,
  }).catch(() => null);
  if (answer?.ok) {
    const all = siblings(list);
    const where = list.dataset.name;
    say("saidMoved", { place: all.indexOf(part) + 1, all: all.length, where });
    document.body.dispatchEvent(new CustomEvent("desk:changed"));
    return;
  }
  put(from, part, before?.parentElement === from ? before : null);
  say("saidNotMoved");
}

let queue = Promise.resolve();
function moved(part, from, before) {
  queue = queue.then(() => tell(part, from, before)).catch(() => say("saidNotMoved"));
}

function lists(part) {
  return [...screen.querySelectorAll(`.list[data-list="${part.dataset.kind}"]`)];
}

/** One place up or down; a brief goes on into the next section. */
export function step(part, direction) {
  const list = part.parentElement;
  const next = part.nextElementSibling;
  const all = siblings(list);
  const to = all.indexOf(part) + direction;
  if (all[to]) {
    put(list, part, direction < 0 ? all[to] : all[to].nextElementSibling);
  } else {
    const every = lists(part);
    const other = every[every.indexOf(list) + direction];
    if (!other) return;
    put(other, part, direction < 0 ? null : (siblings(other)[0] ?? null));
  }
  part.scrollIntoView({ block: "nearest" });
  moved(part, list, next);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-move]");
  if (!button) return;
  step(button.closest(".part"), button.dataset.move === "up" ? -1 : 1);
  button.focus();
});

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const part = event.target.closest?.(".part:is(.brief, .section, .link)");
  // There the keys open a list.
  if (!part || event.target.matches("select, input[list]")) return;
  event.preventDefault();
  const field = document.activeElement;
  step(part, event.key === "ArrowUp" ? -1 : 1);
  field.focus();
});

/** Dragging by the grip: the part moves as the pointer does; Escape puts it back. */
document.addEventListener("pointerdown", (down) => {
  const grip = down.target.closest(".grip");
  if (!grip || down.button) return;
  const part = grip.closest(".part");
  const from = part.parentElement;
  const before = part.nextElementSibling;
  let y = down.clientY;
  let frame = requestAnimationFrame(follow);
  grip.setPointerCapture(down.pointerId);
  part.classList.add("dragged");

  function follow() {
    // The page scrolls on while the hand rests at its edge.
    if (y < EDGE) scrollBy(0, -10);
    if (y > innerHeight - EDGE) scrollBy(0, 10);
    place();
    frame = requestAnimationFrame(follow);
  }

  function place() {
    const list = lists(part).find((one) => {
      const box = one.getBoundingClientRect();
      return y >= box.top - 20 && y <= box.bottom + 20;
    });
    if (!list || part.contains(list)) return;
    const next = siblings(list).find((one) => {
      const box = one.getBoundingClientRect();
      return one !== part && y < box.top + box.height / 2;
    });
    if (part.nextElementSibling !== (next ?? null) || part.parentElement !== list) {
      put(list, part, next ?? null);
    }
  }

  function end(isDropped) {
    cancelAnimationFrame(frame);
    part.classList.remove("dragged");
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", up);
    grip.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    if (!isDropped) put(from, part, before);
    else if (part.parentElement !== from || part.nextElementSibling !== before) {
      moved(part, from, before);
    }
  }
  const move = (event) => (y = event.clientY);
  const up = () => end(true);
  const cancel = () => end(false);
  const escape = (event) => event.key === "Escape" && end(false);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", up);
  grip.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
});
