// What every page gets. The page reads and works without this; it only makes it quicker to use.
import { openDialogs } from "./dialog.js";
import { keys } from "./keyboard.js";
import { dismiss, watchNotices } from "./toast.js";
import { copyButtons } from "./copy.js";
import { sendOnce } from "./send-once.js";

const root = document.documentElement;

document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
  const isDark = getComputedStyle(root).colorScheme === "dark"
    || (root.dataset.theme === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = isDark ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Then it lasts as long as the page.
  }
});

// On a phone the navigation is wider than the screen: the room one is in is in sight.
const here = document.querySelector(".rail [aria-current]")?.parentElement;
if (here) here.parentElement.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - here.parentElement.clientWidth / 2;

// A page that loads itself anew, because something under way is done, leads to its place again, as it did the first time.
const place = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
if (place?.tabIndex === -1 && performance.getEntriesByType("navigation")[0]?.type === "reload") {
  addEventListener("load", () => place.focus({ preventScroll: true }));
}

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
