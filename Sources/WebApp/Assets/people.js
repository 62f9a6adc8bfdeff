// The list of people: search as one types, a window over all rows, selecting and changing many, keys.
import { keys } from "./keyboard.js";
import { post } from "./post.js";
import { toast } from "./toast.js";
import { RowWindow } from "./row-window.js";
import { Selection } from "./selection.js";

const box = document.querySelector("[data-list]");
const search = document.querySelector("[data-search]");
const summary = document.querySelector("[data-summary]");
const problem = document.querySelector("p[data-problem]");
const respelt = document.querySelector("p[data-respelt]");
const empty = document.querySelector("[data-empty]");
const bulk = document.querySelector("[data-bulk]");

let query = search.value;
let asked;

async function rows(offset, signal) {
  const response = await fetch(`/people/rows?q=${encodeURIComponent(query)}&offset=${offset}`, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(response.statusText);
  const list = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-people]");
  if (!list) throw new Error();
  return list;
}

const list = new RowWindow(box, { load: rows, shown: tell });
const selection = new Selection(box, bulk, list);
document.documentElement.classList.add("is-windowed");

// What an answer says besides its rows.
function tell(data) {
  if (data.summary !== undefined) summary.textContent = data.summary;
  problem.textContent = data.problem ?? "";
  search.setAttribute("aria-invalid", String(Boolean(data.problem)));
  respelt.textContent = data.respelt ?? "";
  respelt.hidden = !data.respelt;
  // Where not everybody was looked at yet, somebody may still be found.
  empty.hidden = Number(data.count) > 0 || Boolean(data.problem) || data.complete === "false";
  selection.matching(data.all);
}

async function find() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  box.classList.add("is-loading");
  try {
    const answer = await rows(0, signal);
    // What was found so far stays while a condition is being typed.
    if (answer.dataset.problem) {
      tell({ ...answer.dataset, summary: undefined, count: 1, all: undefined });
    } else {
      list.replace(answer);
    }
    const address = new URL(location.href);
    address.search = query === "" ? "" : `?q=${encodeURIComponent(query)}`;
    history.replaceState(history.state, "", address);
  } catch (error) {
    if (error.name !== "AbortError") problem.textContent = error.message;
  } finally {
    if (!signal.aborted) box.classList.remove("is-loading");
  }
}

let pause;
search.addEventListener("input", () => {
  query = search.value;
  selection.clear();
  bulk.elements.q.value = query;
  clearTimeout(pause);
  pause = setTimeout(find, 60);
});
search.form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(pause);
  query = search.value;
  find().then(() => list.move(0));
});
search.addEventListener("keydown", event => {
  if (event.key === "ArrowDown") { event.preventDefault(); list.move(0); }
});

async function change(deed) {
  const fields = new FormData(bulk);
  fields.set("do", deed);
  fields.delete("id");
  if (!selection.isEverybody) { fields.delete("all"); for (const id of selection.ids) fields.append("id", id); }
  try {
    const answer = await post("/people/bulk", fields);
    selection.clear();
    list.replace(await rows(0));
    toast(answer.text, { step: answer.step });
  } catch (error) {
    toast(error.message, { isFailure: true });
  }
}
bulk.addEventListener("submit", event => {
  event.preventDefault();
  change(event.submitter?.value ?? "tag");
});

keys({
  j: () => list.move(list.current + 1),
  k: () => list.move(list.current - 1),
  x: event => selection.toggle(list.current, event.shiftKey),
  X: () => selection.toggle(list.current, true),
  e: () => { const link = list.link(); if (!link) return false; location.href = `${link.href}#edit`; },
  m: () => { if (selection.ids.size !== 2) return false; change("merge"); },
  Escape: () => selection.clear(),
});
