/**
 * Keyboard shortcuts of the desk. The list that `?` opens is their one register: a row with
 * data-keys acts, and a page adds rows of its own in the template's block "shortcuts". Each
 * use is also an event, "desk:shortcut", on its row, for pages with scripts of their own.
 *
 * Single keys act only while nothing is being typed, and can be switched off (WCAG 2.1.4).
 */
const PAUSE = 1200;
const SETTING = "desk.singleKeys";
const FIELDS =
  "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable=true]";
/** What saves, best first: staying beats leaving. Nothing else is ever pressed for saving. */
const SAVERS = ["[data-save]", "[name=_continue]", "[name=_save]"];

const dialog = document.getElementById("shortcuts");
const opener = document.getElementById("show-shortcuts");
const setting = document.getElementById("single-keys");
let begun = "";
let timer = 0;

const row = (keys) => dialog.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
const isBeginning = (key) => dialog.querySelector(`[data-keys^="${CSS.escape(key)} "]`) !== null;

/** Press what saves the form that is being written in, else the page's own. True if found. */
function save() {
  const places = [
    document.activeElement?.closest("form[method=post]"),
    document.getElementById("content"),
  ];
  const find = (place) => SAVERS.map((saver) => place?.querySelector(saver)).find(Boolean);
  const button = places.map(find).find(Boolean);
  button?.click();
  return Boolean(button);
}

function act(one) {
  one.dispatchEvent(new CustomEvent("desk:shortcut", { bubbles: true, detail: one.dataset.keys }));
  if (one.dataset.focus) {
    document.querySelector(one.dataset.focus)?.focus();
  } else if (one.dataset.press) {
    document.querySelector(one.dataset.press)?.click();
  } else {
    one.querySelector("a[href]")?.click();
  }
}

function show() {
  if (!dialog.open) {
    dialog.showModal();
  }
}

/** Where the browser's store is closed to us, nothing is remembered, and all keys act. */
function isOff() {
  try {
    return localStorage.getItem(SETTING) === "off";
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(SETTING, setting.checked ? "on" : "off");
  } catch {
    // It holds until the page is left.
  }
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    if (event.key.toLowerCase() === "s" && save()) {
      event.preventDefault();
    }
    return;
  }
  const typing = event.target.closest?.(FIELDS);
  if (event.ctrlKey || event.metaKey || event.altKey || typing || dialog.open || !setting.checked) {
    return;
  }
  const keys = begun ? `${begun} ${event.key}` : event.key;
  const found = row(keys) ?? row(event.key);
  clearTimeout(timer);
  begun = "";
  if (event.key === "?") {
    show();
  } else if (found) {
    act(found);
  } else if (isBeginning(event.key)) {
    begun = event.key;
    timer = setTimeout(() => (begun = ""), PAUSE);
    return;
  } else {
    return;
  }
  event.preventDefault();
}

if (dialog) {
  setting.checked = !isOff();
  setting.addEventListener("change", remember);
  opener.hidden = false;
  opener.addEventListener("click", show);
  document.addEventListener("keydown", onKey);
}
