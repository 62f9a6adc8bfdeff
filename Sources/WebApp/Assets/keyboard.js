// Keys that do something while nobody is writing: keys({ j: down, "/": focusSearch }). A later call's keys come before an earlier one's;
// a function that returns false leaves the key to the others. Shift and letters are told apart by what they write ("?" and "J").
const layers = [];

export function keys(actions) {
  layers.unshift(actions);
}

function isWriting(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
  for (const actions of layers) {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (action && action(event) !== false) {
      event.preventDefault();
      return;
    }
  }
});
