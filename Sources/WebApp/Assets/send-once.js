// A form that is on its way is not sent a second time, and shows that something is being done. One whose answer is a download
// (data-downloads) leaves the page as it is, and may be sent again.

const sent = new Set();

export function sendOnce() {
  addEventListener("submit", event => {
    const form = event.target;
    if (sent.has(form)) { event.preventDefault(); return; }
    if (event.defaultPrevented || "downloads" in form.dataset) return;
    sent.add(form);
    form.ariaBusy = "true";
  });
  // A page that comes back from the browser's memory can be sent again; so can a form whose sending was stopped.
  addEventListener("pageshow", ready);
  addEventListener("keydown", event => { if (event.key === "Escape") ready(); });
  addEventListener("focus", ready);
}

function ready() {
  for (const form of sent) form.ariaBusy = null;
  sent.clear();
}
