// A person: `e` opens what can be put right, one field after another.
import { keys } from "./keyboard.js";

const edits = [...document.querySelectorAll(".value-edit")];

function edit(place) {
  const details = edits[place];
  if (!details) return false;
  for (const other of edits) other.open = other === details;
  begin(details);
  return true;
}

// One writes into the first field at once.
function begin(details) { details.querySelector("input:not([type=hidden]), textarea")?.select(); }

let next = 0;
keys({ e: () => { const isOpen = edit(next); next = (next + 1) % edits.length; return isOpen; } });
// Going to the fragment takes the focus; what is to be edited gets it afterwards.
if (location.hash === "#edit") {
  const later = () => setTimeout(() => edit(next++));
  if (document.readyState === "complete") later(); else addEventListener("load", later);
}
for (const details of edits) {
  // It is open only after the press; the one that closes it leaves the caret where it is.
  details.querySelector("summary").addEventListener("click", () => setTimeout(() => { if (details.open) begin(details); }));
  details.addEventListener("keydown", event => {
    if (event.key === "Escape" && details.open) { details.open = false; details.querySelector("summary").focus(); }
  });
}
