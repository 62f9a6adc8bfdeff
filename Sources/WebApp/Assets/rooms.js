// On a phone the navigation shows the rooms one is in most; “More” shows the others above them.
export function moreRooms() {
  const button = document.querySelector("[data-more-rooms]");
  const rail = button?.closest("nav");
  if (!rail) return;
  const open = isOpen => {
    button.setAttribute("aria-expanded", String(isOpen));
    rail.classList.toggle("is-open", isOpen);
  };
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  rail.addEventListener("keydown", event => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    event.stopPropagation();
    open(false);
    button.focus();
  });
  document.addEventListener("click", event => { if (!rail.contains(event.target)) open(false); });
}
