/* The preview: a reader's page in a frame, as wide as a device, light, dark or printed.

   The page is the real one and knows nothing of this. Its width is the frame's, its colours
   are those of the scheme that is set on its root, and for print the rules of its own style
   sheets change sides. Links open elsewhere, so that the frame keeps showing the preview. */

const place = document.querySelector("[data-preview]");
const stage = place.querySelector(".stage");
const frame = stage.querySelector("iframe");
const SMALLEST = 0.5;

/** What was chosen in this tab, so that another moment is shown in the same way. */
const chosen = JSON.parse(sessionStorage.getItem("preview") ?? "{}");
let show = chosen.show ?? (matchMedia("(max-width: 50rem)").matches ? "phone" : "desktop");
let scheme =
  chosen.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** What each media list of the page said at first. */
const said = new WeakMap();

/** A media query as paper reads it. */
function onPaper(query) {
  return /^\s*screen\b/.test(query) ? "not all" : query.replace(/\bprint\b/, "all");
}

/** Turn the rules for print on and those for screens off, or all back as they were. */
function turnMedia(rules, printed) {
  for (const rule of rules) {
    if (rule.media) {
      if (!said.has(rule.media)) said.set(rule.media, rule.media.mediaText);
      const first = said.get(rule.media);
      rule.media.mediaText = printed ? first.split(",").map(onPaper).join(",") : first;
    }
    if (rule.cssRules) turnMedia(rule.cssRules, printed);
  }
}

/** Scale a page that is wider than the stage down to it; what is left over scrolls. */
function fit() {
  frame.style.transform = "";
  const scale = Math.max(SMALLEST, Math.min(1, stage.clientWidth / frame.offsetWidth));
  frame.style.transform = `scale(${scale})`;
  frame.style.height = `${stage.clientHeight / scale}px`;
}

/** Bring buttons and frame to what is chosen. */
function paint() {
  const printed = show === "print";
  for (const button of place.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === show));
  }
  for (const button of place.querySelectorAll("[data-scheme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.scheme === scheme));
    button.disabled = printed;
  }
  frame.className = show;
  fit();
  const page = frame.contentDocument;
  if (!page?.documentElement) return;
  page.documentElement.style.colorScheme = printed ? "light" : scheme;
  turnMedia(page.styleSheets, printed);
}

/** Links of the page open a tab of their own. */
function keepInPlace() {
  for (const link of frame.contentDocument?.querySelectorAll("a[href]") ?? []) {
    if (!link.getAttribute("href").startsWith("#")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  }
}

place.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show], [data-scheme]");
  if (!button) return;
  show = button.dataset.show ?? show;
  scheme = button.dataset.scheme ?? scheme;
  sessionStorage.setItem("preview", JSON.stringify({ show, scheme }));
  paint();
});
frame.addEventListener("load", () => {
  keepInPlace();
  paint();
});
new ResizeObserver(fit).observe(stage);
keepInPlace();
paint();
