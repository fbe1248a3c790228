/**
 * Filters of a list, and what can be done with a part: an open menu closes with Escape, when
 * something else is clicked, and once a deed was chosen. The focus does not go with it.
 */
const open = () => document.querySelectorAll("details:is(.menu, .more)[open]");

function close(menu) {
  const summary = menu.querySelector("summary");
  if (menu.contains(document.activeElement)) summary.focus();
  menu.open = false;
}

document.addEventListener("click", ({ target }) => {
  for (const menu of open()) {
    if (!menu.contains(target) || target.closest(".more .menu button")) close(menu);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of open()) {
      menu.querySelector("summary").focus();
      close(menu);
    }
  }
});
