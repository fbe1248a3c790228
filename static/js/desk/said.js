/** The screen, and what it says aloud. Sentences come from the page, in its language. */

export const screen = document.querySelector(".screen");

/** Say a sentence of the page to those who listen; %(name)s is filled in. */
export function say(name, values = {}) {
  const words = screen.dataset[name].replace(/%\((\w+)\)s/g, (_, key) => values[key] ?? "");
  document.getElementById("desk-said").textContent = words;
  return words;
}

/** A cookie's value, read for each request: logging in elsewhere gives a new token. */
export function cookie(name) {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
