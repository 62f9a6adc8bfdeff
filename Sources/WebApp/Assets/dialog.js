// Buttons that open a dialog (data-opens="ID") and close the one they are in (data-closes); a click beside a dialog closes it.
export function openDialogs(within = document) {
  within.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : undefined;
    const opener = target?.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (target?.closest("[data-closes]")) target.closest("dialog")?.close();
    if (target instanceof HTMLDialogElement) {
      const box = target.getBoundingClientRect();
      const isBeside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
      if (isBeside && event.detail > 0) target.close();
    }
  });
}
