// What every page gets. The page reads and works without this; it only makes it quicker to use.
import { openDialogs } from "./dialog.js";
import { keys } from "./keyboard.js";
import { dismiss, watchNotices } from "./toast.js";
import { copyButtons } from "./copy.js";
import { sendOnce } from "./send-once.js";
import { themeButton } from "./theme-button.js";
import { moreRooms } from "./rooms.js";

// A page that loads itself anew, because something under way is done, leads to its place again, as it did the first time.
const place = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
if (place?.tabIndex === -1 && performance.getEntriesByType("navigation")[0]?.type === "reload") {
  addEventListener("load", () => place.focus({ preventScroll: true }));
}

themeButton();
moreRooms();
openDialogs();
copyButtons();
sendOnce();
watchNotices();

const search = document.querySelector("[data-search]");
keys({
  "/": () => { search?.focus(); search?.select(); },
  "?": () => document.getElementById("keys")?.showModal(),
  // Takes back what the last notice tells of.
  u: () => { const form = document.querySelector("[data-undo-form]"); if (!form) return false; form.requestSubmit(); },
  Escape: dismiss,
});
search?.addEventListener("keydown", event => {
  if (event.key === "Escape") { event.preventDefault(); search.blur(); }
});
