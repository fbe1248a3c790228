/** Moving issues on the board: dragged, or carried by keys. Both lead to the page that asks. */

const board = document.getElementById("board");
const status = board?.querySelector("[role=status]");
const say = (words) => status && (status.textContent = words);
const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (all, name) => values[name] ?? all);

/** The slots to which an issue can go: those of its series, to come, and not left out. */
function open(slot) {
  const kinds = ["skipped", "live", "gone", "late"];
  return [...board.querySelectorAll(`.slot[data-series="${slot.dataset.series}"][data-day]`)].filter(
    (one) => one !== slot && !kinds.some((kind) => one.classList.contains(kind)),
  );
}

let carried = null;
function take(slot) {
  const title = slot.querySelector("[data-moves]");
  carried = { slot, title, places: open(slot), at: -1 };
  board.classList.add("carries");
  for (const place of carried.places) place.dataset.open = "";
}

function aim(place) {
  board.querySelector(".is-target")?.classList.remove("is-target");
  place?.classList.add("is-target");
}

function leave() {
  if (!carried) return;
  for (const place of carried.places) delete place.dataset.open;
  board.classList.remove("carries");
  status.classList.remove("shown");
  aim(null);
  carried = null;
}

function ask(place) {
  const { title } = carried;
  leave();
  location.assign(`${title.dataset.moves}?to=${place.dataset.day ?? "tray"}`);
}

board?.addEventListener("dragstart", (event) => {
  const title = event.target.closest?.("[data-moves]");
  if (!title) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", title.textContent);
  take(title.closest(".slot"));
});

/** Under the pointer: an open slot, or the tray for an issue that has a slot. */
function under(target) {
  const place = target.closest?.(".slot[data-open]");
  if (place) return place;
  return carried.slot.dataset.day ? target.closest?.(".tray") : null;
}

board?.addEventListener("dragover", (event) => {
  if (!carried) return;
  const place = under(event.target);
  aim(place);
  if (place) event.preventDefault();
});

board?.addEventListener("drop", (event) => {
  const place = carried && under(event.target);
  if (!place) return;
  event.preventDefault();
  ask(place);
});

board?.addEventListener("dragend", leave);

/** By keys: Enter on "Move" opens the form; the letter m there carries the issue. */
board?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const link = event.target.closest?.("[data-carries]");
  if (!carried) {
    if (!link || event.key !== "m") return;
    event.preventDefault();
    event.stopPropagation();
    take(link.closest(".slot"));
    status.classList.add("shown");
    say(fill(board.dataset.saidTaken, { what: carried.title.textContent }));
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && carried.places.length) {
    event.preventDefault();
    const all = carried.places.length;
    carried.at = carried.at < 0 ? (step > 0 ? 0 : all - 1) : (carried.at + step + all) % all;
    const place = carried.places[carried.at];
    aim(place);
    place.scrollIntoView({ block: "nearest" });
    say(fill(board.dataset.saidOver, { where: place.dataset.when, what: place.dataset.what }));
  } else if (event.key === "Enter" && carried.at >= 0) {
    event.preventDefault();
    ask(carried.places[carried.at]);
  } else if (event.key === "Escape" || event.key === "Tab") {
    leave();
    say(board.dataset.saidLeft);
  }
});

if (board) board.dataset.ready = "";
