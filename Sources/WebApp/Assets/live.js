// Keeps a page about something under way up to date: asks how far it is, and loads the page anew when that is another stage.
const place = document.querySelector("[data-live]");

function tell(part, words) {
  const text = place.querySelector(part);
  if (text && words !== undefined && text.textContent !== words) text.textContent = words;
}

async function look(stage) {
  try {
    const answer = await fetch(place.dataset.live, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (answer.ok) {
      const state = await answer.json();
      if (stage !== undefined && state.stage !== stage || state.isDone) return location.reload();
      stage = state.stage;
      tell("[data-live-text]", state.text);
      tell("[data-live-since]", state.since);
      const bar = place.querySelector("[data-live-share]");
      if (bar && state.share !== undefined) bar.value = state.share;
    } else if (answer.status === 404) {
      return location.reload();
    }
  } catch {
    // The server may be starting again; the next time will tell.
  }
  setTimeout(look, 600, stage);
}

if (place) look();
