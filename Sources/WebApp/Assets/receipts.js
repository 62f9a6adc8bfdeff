// The receipt of a file is kept once all of it went out: after a download began the page asks for it, less and less often, and shows it.
const place = document.querySelector("[data-receipts]");
const waits = [400, 800, 1500, 3000, 5000, 10000, 20000, 40000, 60000, 120000];
const pause = length => new Promise(resolve => setTimeout(resolve, length));

async function fresh() {
  const answer = await fetch("/hand-over", { credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-receipts]");
}

const told = receipts => receipts?.querySelector("tbody")?.textContent;

async function follow() {
  const known = told(place);
  for (const wait of waits) {
    await pause(wait);
    try {
      const found = await fresh();
      if (told(place) !== known) return;
      if (told(found) === undefined || told(found) === known) continue;
      place.replaceChildren(...found.childNodes);
      document.querySelector("[data-told]").textContent = place.dataset.receipts;
      return;
    } catch {
      // The next time will tell.
    }
  }
}

document.querySelector("form[data-downloads][action='/hand-over/file']")?.addEventListener("submit", () => { follow(); });
