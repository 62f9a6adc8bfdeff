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

// What is typed, and what the people shown were found by.
let query = search.value;
let answered = query;
// The question under way, whether another is to follow, and the counting of everybody behind an answer.
let asking;
let isAskedAgain = false;
let counting;
let isLooking = false;
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

const rows = (text, offset, signal) => ask(`/people/rows?q=${encodeURIComponent(text)}&offset=${offset}`, signal);

const list = new RowWindow(box, { load: (offset, signal) => rows(answered, offset, signal), shown: tell });
const selection = new Selection(box, bulk, list);
document.documentElement.classList.add("is-windowed");

// What an answer says besides its rows.
function tell(data) {
  const isBehind = isCounted && data.complete === "false";
  if (!isBehind) say(data);
  problem.textContent = data.problem ?? "";
  search.setAttribute("aria-invalid", String(Boolean(data.problem)));
  respelt.textContent = data.respelt ?? "";
  respelt.hidden = !data.respelt;
  // Where not everybody was looked at yet, somebody may still be found.
  empty.hidden = Number(data.count) > 0 || Boolean(data.problem) || data.complete === "false";
  bulk.hidden = Number(data.count) === 0;
  if (!isBehind) selection.matching(data.all);
  offer(!data.problem);
}

// How many there are; while everybody is still looked at, that they are.
function say({ summary: words, complete, count }) {
  const looking = isLooking && complete === "false" ? summary.dataset.looking : "";
  const text = !looking ? words : Number(count) > 0 ? `${words} · ${looking}` : looking;
  // A screen reader reads out what is put there anew.
  if (summary.textContent !== text) summary.textContent = text;
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
  document.querySelector("[data-print-link]").href = `/people/print?q=${encodeURIComponent(query)}`;
  keep.hidden = query.trim() === "" || !isUnderstood || isKept;
}

// Where a condition looks at each person, the rest are counted, some thousand at a time, once nobody types.
async function count(first) {
  counting?.abort();
  counting = new AbortController();
  const { signal } = counting;
  isCounted = first.complete === "true";
  if (isCounted) return;
  let known = first;
  try {
    await new Promise(resolve => setTimeout(resolve, 500));
    while (!isCounted && !signal.aborted) {
      const answer = await ask(`/people/count?q=${encodeURIComponent(answered)}`, signal);
      if (signal.aborted) return;
      known = answer.dataset;
      isCounted = known.complete === "true";
      list.counted(answer);
      // Told once, at the end: a screen reader would read every number out.
      if (isCounted) tell(known);
    }
  } catch {
    // Then it stays at "more than", and nobody is said to look.
    if (!signal.aborted) { isLooking = false; say(known); }
  }
}

// Asks at once. Who types on while an answer is under way is asked for next, with all that was typed by then: one question at a time.
function find() {
  isAskedAgain = true;
  counting?.abort();
  asking ??= askOn();
  return asking;
}

async function askOn() {
  box.classList.add("is-loading");
  while (isAskedAgain) {
    isAskedAgain = false;
    await look();
  }
  box.classList.remove("is-loading");
  asking = undefined;
}

async function look() {
  try {
    const text = query;
    const answer = await rows(text, 0);
    // Half a condition, and more of it is there by now.
    if (isAskedAgain && answer.dataset.problem) return;
    isCounted = false;
    isLooking = answer.dataset.complete === "false";
    answered = text;
    list.replace(answer);
    if (!isAskedAgain) count(answer.dataset);
    const address = new URL(location.href);
    address.search = text === "" ? "" : `?q=${encodeURIComponent(text)}`;
    history.replaceState(history.state, "", address);
  } catch (error) {
    if (!isAskedAgain) problem.textContent = error.message;
  }
}

search.addEventListener("input", () => {
  query = search.value;
  selection.clear();
  bulk.elements.q.value = query;
  find();
});
search.form.addEventListener("submit", event => {
  event.preventDefault();
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

const first = box.querySelector("[data-people]").dataset;
isLooking = first.complete === "false";
if (isLooking) say(first);
count(first);

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
