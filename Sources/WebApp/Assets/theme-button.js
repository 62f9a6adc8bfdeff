// The button for light and dark: as the system, then the other one than it shows, then that for good, then as the system again.
const root = document.documentElement;
const button = document.querySelector("[data-theme-button]");
const system = matchMedia("(prefers-color-scheme: dark)");

const state = () => root.dataset.theme ?? "auto";

function show() {
  const words = button.dataset[state()];
  button.setAttribute("aria-label", words);
  button.title = words;
  const use = button.querySelector("use");
  const icon = { auto: "theme", light: "sun", dark: "moon" }[state()];
  use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${icon}`);
  return words;
}

function choose(theme) {
  if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
  try {
    if (theme === "auto") localStorage.removeItem("theme"); else localStorage.setItem("theme", theme);
  } catch {
    // Then it lasts as long as the page.
  }
}

export function themeButton() {
  if (!button) return;
  show();
  button.addEventListener("click", () => {
    const states = system.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    choose(states[(states.indexOf(state()) + 1) % states.length]);
    // That the name of a button with the focus has changed is read out by few.
    document.querySelector("[data-told]").textContent = show();
  });
}
