// Short messages at the foot of the window, with a way back: toast("3 people tagged", { step: 42 }).
// The words of the undo button and the mark of forms stand in the page, so no language is written here.
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
  place.replaceChildren(message);
  fade(message);
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
  button.textContent = label;
  form.append(button);
  return form;
}

// A message goes by itself, but not while it is read: with the pointer on it or the focus in it.
function fade(message) {
  let timer;
  const start = () => { timer = setTimeout(() => message.remove(), seconds * 1000); };
  const stop = () => clearTimeout(timer);
  message.addEventListener("pointerenter", stop);
  message.addEventListener("pointerleave", start);
  message.addEventListener("focusin", stop);
  message.addEventListener("focusout", start);
  start();
}

// The message the server wrote into the page goes like the others, and out of the address, so that it isn't shown again.
export function watchNotices() {
  for (const message of region()?.querySelectorAll(".toast") ?? []) {
    fade(message);
    const address = new URL(location.href);
    for (const name of ["done", "undone"]) address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
  }
}
