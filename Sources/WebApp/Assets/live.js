// Keeps a page about something under way up to date: asks how far it is, and loads the page anew when that is another stage.
const place = document.querySelector("[data-live]");

async function look(stage) {
  try {
    const answer = await fetch(place.dataset.live, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (answer.ok) {
      const state = await answer.json();
      if (stage !== undefined && state.stage !== stage || state.isDone) return location.reload();
      stage = state.stage;
      const text = place.querySelector("[data-live-text]");
      if (text.textContent !== state.text) text.textContent = state.text;
    } else if (answer.status === 404) {
      return location.reload();
    }
  } catch {
    // The server may be starting again; the next time will tell.
  }
  setTimeout(look, 600, stage);
}

if (place) look();
