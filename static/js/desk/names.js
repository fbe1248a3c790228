/**
 * Names for the admin's autocomplete fields: its select2 puts a combobox of its own beside the
 * select, without the label. Rows that are added later get theirs as they appear.
 */
function nameOf(select) {
  return select?.labels?.[0]?.textContent.replace(/:\s*$/, "").trim() || select?.ariaLabel || "";
}

function name(container) {
  const words = nameOf(container.previousElementSibling);
  const box = container.querySelector(".select2-selection");
  const shown = container.querySelector(".select2-selection__rendered");
  if (!words || !box || box.dataset.named) {
    return;
  }
  box.dataset.named = "yes";
  box.setAttribute("aria-label", words);
  if (shown) {
    shown.setAttribute("aria-label", words);
    box.id ||= `${shown.id}-box`;
    box.setAttribute("aria-labelledby", `${box.id} ${shown.id}`);
  }
}

const nameAll = () => document.querySelectorAll(".select2-container").forEach(name);

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
