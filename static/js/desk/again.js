/** Who comes back to a page that answered a form meets things as they are, with no old button. */

// The entry in the history is the page itself, and no longer the form that was sent to it.
history.replaceState(null, "", location.href);

addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.replace(location.href);
});
