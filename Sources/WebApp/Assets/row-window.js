// A list of very many rows of one height: those in sight and some around are in the page, the others are empty space.
//
//   const list = new RowWindow(box, { load: async (offset, signal) => ul, shown: dataset => {} })
//
// `load` gives a <ul data-count data-complete> with the rows from an offset on. Rows are told apart by data-position, from 1.
export class RowWindow {
  #box; #load; #shown; #stretch; #list; #above; #below; #count = 0; #isCounted = false; #height = 64; #rows = new Map(); #loading = new Map(); #frame;
  current = -1;

  constructor(box, { load, shown }) {
    this.#box = box;
    this.#load = load;
    this.#shown = shown;
    this.#stretch = Number(box.dataset.stretch);
    this.#above = RowWindow.#gap();
    this.#below = RowWindow.#gap();
    this.replace(box.querySelector("[data-people]"), true);
    addEventListener("scroll", () => this.#soon(), { passive: true });
    addEventListener("resize", () => { this.#measure(); this.#soon(); });
    // Paper takes all that are loaded, not only those in sight.
    addEventListener("beforeprint", () => this.#draw(true));
    addEventListener("afterprint", () => this.#draw());
    box.addEventListener("focusin", event => {
      const row = event.target.closest("[data-position]");
      if (row) this.#mark(Number(row.dataset.position) - 1);
    });
  }

  // Shows another list, from its beginning.
  replace(list, isFirst = false) {
    for (const controller of this.#loading.values()) controller.abort();
    this.#loading.clear();
    this.#rows.clear();
    this.#count = 0;
    this.#isCounted = false;
    this.current = -1;
    this.#keep(list);
    this.#list?.remove();
    this.#list = list;
    if (!isFirst) {
      this.#box.replaceChildren(list);
      if (this.#box.getBoundingClientRect().top < 0) this.#box.scrollIntoView({ block: "start", behavior: "instant" });
      this.#shown(list.dataset);
    }
    this.#measure();
    this.#draw();
  }

  // Takes over how many there are from a list without rows.
  counted(list) {
    this.#keep(list);
    this.#soon();
  }

  get rows() { return [...this.#rows.values()]; }
  get count() { return this.#count; }
  row(index) { return this.#rows.get(index); }
  link() { return this.#rows.get(this.current)?.querySelector(".person-link"); }

  // The rows from one place to another, loaded where they are not there yet.
  async range(from, to) {
    const [first, last] = [Math.max(0, Math.min(from, to)), Math.min(this.#count - 1, Math.max(from, to))];
    for (let index = first; index <= last; index += 1) {
      if (!this.#rows.has(index)) await this.#fetch(index - index % this.#stretch);
    }
    return Array.from({ length: last - first + 1 }, (_, step) => this.#rows.get(first + step)).filter(Boolean);
  }

  // Goes to a row and gives its link the focus.
  async move(index) {
    const place = Math.max(0, Math.min(index, this.#count - 1));
    if (this.#count === 0) return;
    const top = this.#top() + place * this.#height;
    // Room for what lies over the list: the bar above, a message below.
    const [above, below] = [140, document.querySelector(".toast") ? 150 : 80];
    if (top < scrollY + above) scrollTo({ top: top - above, behavior: "instant" });
    if (top > scrollY + innerHeight - this.#height - below) {
      scrollTo({ top: top - innerHeight + this.#height + below, behavior: "instant" });
    }
    this.#mark(place);
    if (!this.#rows.has(place)) await this.#fetch(place - place % this.#stretch);
    this.#draw();
    this.#rows.get(place)?.querySelector(".person-link")?.focus({ preventScroll: true });
  }

  static #gap() {
    const gap = document.createElement("li");
    gap.className = "people-gap";
    gap.setAttribute("aria-hidden", "true");
    return gap;
  }

  #mark(index) {
    this.#rows.get(this.current)?.classList.remove("is-current");
    this.current = index;
    this.#rows.get(index)?.classList.add("is-current");
  }

  #keep(list) {
    const isComplete = list.dataset.complete === "true";
    // Where nobody knows how many come, there is always another stretch until one is empty.
    // One who looked less far knows of fewer, and takes nobody away.
    const count = Number(list.dataset.count) + (isComplete ? 0 : this.#stretch);
    if (isComplete || !this.#isCounted && count > this.#count) this.#count = count;
    const size = isComplete || this.#isCounted ? this.#count : -1;
    if (isComplete && !this.#isCounted) for (const row of this.#rows.values()) row.setAttribute("aria-setsize", size);
    this.#isCounted ||= isComplete;
    for (const row of list.querySelectorAll("[data-position]")) {
      row.setAttribute("aria-posinset", row.dataset.position);
      row.setAttribute("aria-setsize", size);
      this.#rows.set(Number(row.dataset.position) - 1, row);
    }
  }

  #measure() {
    const row = this.#rows.values().next().value;
    if (row?.isConnected) this.#height = row.getBoundingClientRect().height || this.#height;
  }

  #top() { return this.#list.getBoundingClientRect().top + scrollY; }

  #soon() {
    this.#frame ??= requestAnimationFrame(() => { this.#frame = undefined; this.#draw(); });
  }

  #draw(isForPaper = false) {
    const above = Math.floor((scrollY - this.#top()) / this.#height);
    const screen = Math.ceil(innerHeight / this.#height);
    const first = isForPaper ? 0 : Math.max(0, Math.min(above - screen, this.#count - 2 * screen));
    const last = isForPaper ? this.#count : Math.min(this.#count, Math.max(0, above) + 2 * screen);
    const focused = document.activeElement?.closest?.("[data-position]");
    const shown = [];
    for (let index = first; index < last; index += 1) {
      const row = this.#rows.get(index);
      if (row) { shown.push(row); continue; }
      if (isForPaper) break;
      this.#fetch(index - index % this.#stretch);
      break;
    }
    // The row with the focus stays, wherever it is.
    this.#above.style.height = `${first * this.#height}px`;
    this.#below.style.height = `${Math.max(0, this.#count - first - shown.length) * this.#height}px`;
    // Paper does not scroll: it says that there are more.
    const count = number => number.toLocaleString(document.documentElement.lang);
    if (shown.length < this.#count) {
      const words = this.#box.dataset.printed ?? "";
      const all = this.#isCounted ? count(this.#count) : `${count(this.#rows.size)}+`;
      this.#box.dataset.partial = words.replace("{shown}", count(shown.length)).replace("{count}", all);
    } else {
      delete this.#box.dataset.partial;
    }
    const wanted = [this.#above, ...shown, this.#below];
    const isSame = this.#list.children.length === wanted.length && wanted.every((row, place) => this.#list.children[place] === row);
    if (!isSame) {
      this.#list.replaceChildren(...wanted);
      if (focused?.isConnected && document.activeElement === document.body) focused.querySelector(".person-link")?.focus({ preventScroll: true });
    }
  }

  async #fetch(offset) {
    if (this.#loading.has(offset)) return this.#loading.get(offset).done;
    const controller = new AbortController();
    const list = this.#list;
    controller.done = (async () => {
      try {
        const answer = await this.#load(offset, controller.signal);
        if (list !== this.#list) return;
        this.#keep(answer);
        this.#shown(answer.dataset);
        this.#list.dataset.count = this.#isCounted ? this.#count : this.#rows.size;
        this.#soon();
      } catch {
        // Scrolling on asks again.
      } finally {
        this.#loading.delete(offset);
      }
    })();
    this.#loading.set(offset, controller);
    return controller.done;
  }
}
