// Duplicates by key: same, different, not sure (or asked about again), and on and back without a word.
import { keys } from "./keyboard.js";

const form = document.querySelector("[data-verdict]");
const say = (...verdicts) => () => {
  const button = form?.querySelector(verdicts.map(verdict => `button[value=${verdict}]`).join());
  if (!button) return false;
  form.requestSubmit(button);
};
const go = way => () => {
  const link = document.querySelector(`a[rel=${way}]`);
  if (!link) return false;
  link.click();
};

keys({ s: say("same"), d: say("different"), n: say("unsure", "again"), j: go("next"), k: go("prev") });
