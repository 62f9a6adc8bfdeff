// A form that is on its way is not sent a second time, and shows that something is being done.

export function sendOnce() {
  addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.ariaBusy === "true") { event.preventDefault(); return; }
    form.ariaBusy = "true";
  });
  // A page that comes back from the browser's memory can be sent again; so can a form whose answer is a download.
  addEventListener("pageshow", ready);
  addEventListener("focus", ready);
}

function ready() {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.ariaBusy = null;
}
