// Messages at the foot of the window, with a way back: toast("3 people tagged", { step: 42 }).
// The words of the buttons and the mark of forms stand in the page, so no language is written here.
import { formToken } from "./post.js";

const region = () => document.querySelector("[data-toasts]");
const seconds = 12;

export function toast(text, { step, isFailure = false } = {}) {
  const place = region();
  if (!place) return;
  const message = document.createElement("div");
  message.className = isFailure ? "toast bad" : "toast";
  const words = document.createElement("span");
  words.textContent = text;
  message.append(words);
  if (step !== undefined) message.append(undoForm(step, place.dataset.undo));
  // What one may want to act on stays until it is put away; that something was copied need not.
  const isPassing = step === undefined && !isFailure;
  if (!isPassing) message.append(dismissal(place.dataset.dismiss));
  place.replaceChildren(message);
  if (isPassing) fade(message);
}

function undoForm(step, label) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/undo";
  form.dataset.undoForm = "";
  for (const [name, value] of [["step", step], ["to", location.pathname + location.search], formToken()]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  const button = document.createElement("button");
  button.className = "button";
  button.setAttribute("aria-keyshortcuts", "u");
  button.textContent = label;
  form.append(button);
  return form;
}

function dismissal(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button quiet";
  button.dataset.dismisses = "";
  button.setAttribute("aria-keyshortcuts", "Escape");
  button.setAttribute("aria-label", label);
  button.textContent = "×";
  return button;
}

function fade(message) {
  let timer;
  const start = () => { timer = setTimeout(() => message.remove(), seconds * 1000); };
  const stop = () => clearTimeout(timer);
  message.addEventListener("pointerenter", stop);
  message.addEventListener("pointerleave", start);
  start();
}

// Puts the message away; who was in it goes on with the page. False where there is none.
export function dismiss() {
  const place = region();
  const message = place?.querySelector(".toast");
  if (!message) return false;
  const hadFocus = place.contains(document.activeElement);
  message.remove();
  if (hadFocus) document.getElementById("main")?.focus({ preventScroll: true });
  return true;
}

// The message the server wrote into the page goes out of the address, so that it isn't shown again, and is told to those who listen: what
// stands in a page from the beginning is read out by nobody, what comes to it is.
export function watchNotices() {
  const place = region();
  place?.addEventListener("click", event => { if (event.target.closest("[data-dismisses]")) dismiss(); });
  const words = place?.querySelector(".toast > span")?.textContent;
  if (words === undefined) return;
  const address = new URL(location.href);
  for (const name of ["done", "undone"]) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
  const told = document.querySelector("[data-told]");
  setTimeout(() => { if (!place.contains(document.activeElement)) told.textContent = words; }, 150);
  setTimeout(() => { told.textContent = ""; }, 3000);
}
