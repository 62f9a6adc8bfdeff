// Buttons that copy a value: <button data-copy="value" data-copied="Copied">. Shown only where copying works.
import { toast } from "./toast.js";

export function copyButtons() {
  document.addEventListener("click", async event => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : undefined;
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      toast(button.dataset.copied);
    } catch {
      // Copying may be forbidden; the value can still be marked by hand.
    }
  });
}
