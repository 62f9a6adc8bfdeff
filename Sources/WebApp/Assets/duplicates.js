// Duplicates by key: same, different, not sure, and back.
import { keys } from "./keyboard.js";

const form = document.querySelector("[data-verdict]");
const say = verdict => () => {
  const button = form?.querySelector(`button[value=${verdict}]`);
  if (!button) return false;
  form.requestSubmit(button);
};

keys({
  s: say("same"),
  d: say("different"),
  n: say("unsure"),
  j: say("unsure"),
  k: () => { const link = document.querySelector("a[rel=prev]"); if (!link) return false; link.click(); },
});
