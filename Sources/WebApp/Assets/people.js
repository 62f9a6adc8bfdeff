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
const keep = document.querySelector("[data-keep]");
const chips = () => document.querySelector("[data-chips]");

let query = search.value;
let asked;
// Whether everybody was looked at; who scrolls on may be answered by one who did not yet.
let isCounted = false;

async function page(path, signal) {
  const response = await fetch(path, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

async function ask(path, signal) {
  const list = (await page(path, signal)).querySelector("[data-people]");
  if (!list) throw new Error();
  return list;
}

const rows = (offset, signal) => ask(`/people/rows?q=${encodeURIComponent(query)}&offset=${offset}`, signal);

const list = new RowWindow(box, { load: rows, shown: tell });
const selection = new Selection(box, bulk, list);
document.documentElement.classList.add("is-windowed");

// What an answer says besides its rows.
function tell(data) {
  const isBehind = isCounted && data.complete === "false";
  if (data.summary !== undefined && !isBehind) summary.textContent = data.summary;
  problem.textContent = data.problem ?? "";
  search.setAttribute("aria-invalid", String(Boolean(data.problem)));
  respelt.textContent = data.respelt ?? "";
  respelt.hidden = !data.respelt;
  // Where not everybody was looked at yet, somebody may still be found.
  empty.hidden = Number(data.count) > 0 || Boolean(data.problem) || data.complete === "false";
  if (!isBehind) selection.matching(data.all);
  offer(!data.problem);
}

// A search that is understood and not kept yet can be kept; that of a chip is marked.
function offer(isUnderstood) {
  let isKept = false;
  for (const link of chips().querySelectorAll("a")) {
    const isHere = new URL(link.href).searchParams.get("q") === query;
    const chip = link.closest(".tag");
    if (isHere) chip.setAttribute("aria-current", "true"); else chip.removeAttribute("aria-current");
    isKept ||= isHere && chip !== link;
  }
  keep.elements.query.value = query;
  keep.hidden = query.trim() === "" || !isUnderstood || isKept;
}

// Where a condition looks at each person, the rest are counted, some thousand at a time, once nobody types.
async function count(isComplete, signal) {
  isCounted = isComplete === "true";
  try {
    await new Promise(resolve => setTimeout(resolve, 500));
    while (!isCounted && !signal.aborted) {
      const answer = await ask(`/people/count?q=${encodeURIComponent(query)}`, signal);
      isCounted = answer.dataset.complete === "true";
      list.counted(answer);
      // Told once, at the end: a screen reader would read every number out.
      if (isCounted) tell(answer.dataset);
    }
  } catch {
    // Then it stays at "more than".
  }
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
      isCounted = false;
      list.replace(answer);
      count(answer.dataset.complete, signal);
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

// A tag given to many is one to look for.
async function chipsAnew() {
  const fresh = (await page(`/people?q=${encodeURIComponent(query)}`)).querySelector("[data-chips]");
  if (fresh) chips().replaceWith(fresh);
}

async function change(deed) {
  const fields = new FormData(bulk);
  fields.set("do", deed);
  fields.delete("id");
  if (!selection.isEverybody) { fields.delete("all"); for (const id of selection.ids) fields.append("id", id); }
  bulk.ariaBusy = "true";
  const place = list.current;
  try {
    const answer = await post("/people/bulk", fields);
    selection.clear();
    await Promise.all([find(), chipsAnew().catch(() => {})]);
    toast(answer.text, { step: answer.step });
    // The bar with the button is gone: one goes on in the list, where one was.
    if (list.count > 0) await list.move(place); else search.focus();
  } catch (error) {
    toast(error.message, { isFailure: true });
  } finally {
    bulk.ariaBusy = null;
  }
}
bulk.addEventListener("submit", event => {
  event.preventDefault();
  if (bulk.ariaBusy !== "true") change(event.submitter?.value ?? "tag");
});

asked = new AbortController();
count(box.querySelector("[data-people]").dataset.complete, asked.signal);

keys({
  j: () => list.move(list.current + 1),
  k: () => list.move(list.current - 1),
  x: event => selection.toggle(list.current, event.shiftKey),
  X: () => selection.toggle(list.current, true),
  a: () => { location.href = document.querySelector("[data-add]").href; },
  e: () => { const link = list.link(); if (!link) return false; location.href = `${link.href}#edit`; },
  m: () => { if (selection.ids.size === 2 && !selection.isEverybody) change("merge"); else toast(bulk.dataset.two, { isFailure: true }); },
  Escape: () => { if (!selection.isAny) return false; selection.clear(); },
});
