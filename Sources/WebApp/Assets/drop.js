// Files may be dropped anywhere on the page; what was chosen or dropped is sent at once, with the time each was last changed, which a
// browser keeps back otherwise and which often is all that tells the day of an export.
const form = document.querySelector("[data-drop-form]");
const zone = form?.querySelector("[data-drop]");
const input = form?.querySelector("input[type=file]");

if (zone && input) {
  const send = () => {
    if (!input.files.length) return;
    form.querySelector("[data-drop-names]").textContent = [...input.files].map(file => file.name).join(", ");
    form.querySelector("[data-drop-times]").value = [...input.files].map(file => file.lastModified).join(" ");
    form.setAttribute("aria-busy", "true");
    form.querySelector("[data-drop-busy]")?.removeAttribute("hidden");
    form.requestSubmit();
  };
  input.addEventListener("change", send);
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, event => {
      if (![...event.dataTransfer?.types ?? []].includes("Files")) return;
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  document.addEventListener("dragleave", event => { if (!event.relatedTarget) zone.classList.remove("is-over"); });
  document.addEventListener("drop", event => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    zone.classList.remove("is-over");
    input.files = event.dataTransfer.files;
    send();
  });
}
