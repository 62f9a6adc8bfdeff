// Which rows are chosen: by check boxes, a range with Shift, or everybody a search finds.
export class Selection {
  #box; #bar; #list; #count; #all; #words; #last = -1;
  ids = new Set();

  constructor(box, bar, list) {
    this.#box = box;
    this.#bar = bar;
    this.#list = list;
    this.#count = bar.querySelector("[data-bulk-count]");
    this.#all = bar.querySelector("[data-bulk-all]");
    this.#words = bar.querySelector("[data-bulk-all-words]");
    box.addEventListener("click", event => {
      const mark = event.target.closest("input[name=id]");
      if (!mark) return;
      const index = Number(mark.closest("[data-position]").dataset.position) - 1;
      this.#set([this.#list.row(index)], mark.checked);
      if (event.shiftKey && this.#last >= 0) this.#range(index, mark.checked);
      this.#last = index;
    });
    this.#all.addEventListener("change", () => this.#show());
    bar.querySelector("[data-bulk-clear]").addEventListener("click", () => this.clear());
    new MutationObserver(() => this.#check()).observe(box, { childList: true, subtree: true });
    this.#show();
  }

  get isEverybody() { return this.#all.checked; }
  get isAny() { return this.ids.size > 0 || this.isEverybody; }

  matching(words) { if (words !== undefined) this.#words.textContent = words; }

  async toggle(index, isRange) {
    const row = this.#list.row(index);
    if (!row) return false;
    const isOn = !this.ids.has(row.dataset.id);
    this.#set([row], isOn);
    if (isRange && this.#last >= 0) await this.#range(index, isOn);
    this.#last = index;
    return true;
  }

  clear() {
    this.ids.clear();
    this.#all.checked = false;
    this.#last = -1;
    this.#show();
  }

  async #range(index, isOn) {
    this.#set(await this.#list.range(this.#last, index), isOn);
  }

  #set(rows, isOn) {
    for (const row of rows) {
      if (isOn) this.ids.add(row.dataset.id); else this.ids.delete(row.dataset.id);
    }
    this.#show();
  }

  #show() {
    const isAny = this.isAny;
    this.#bar.classList.toggle("is-shown", isAny);
    this.#box.classList.toggle("is-selecting", isAny);
    const { one, many } = this.#count.dataset;
    this.#count.textContent = this.isEverybody || !isAny ? ""
      : this.ids.size === 1 ? one : many.replace("{count}", this.ids.size.toLocaleString(document.documentElement.lang));
    this.#check();
  }

  #check() {
    for (const row of this.#list.rows) {
      const mark = row.querySelector("input[name=id]");
      if (mark) mark.checked = this.isEverybody || this.ids.has(row.dataset.id);
    }
  }
}
