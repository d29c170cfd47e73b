// Keys of the review. Each one presses what the page shows: without this file, everything is still there to be pressed.
"use strict";
(() => {
  let sent = false;
  const keyed = (name) => document.querySelector(`[data-key="${CSS.escape(name)}"], [data-key-too="${CSS.escape(name)}"]`);
  const acts = {
    // a reason is asked for first
    x: (button) => {
      const reason = button.form.elements.reason;
      if (reason.value.trim()) button.click(); else reason.focus();
    },
    e: (summary) => {
      summary.parentElement.open = true;
      summary.parentElement.querySelector("input:not([type=hidden]), select").focus();
    },
    "?": (summary) => {
      summary.parentElement.open = !summary.parentElement.open;
      summary.focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (at.closest("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    // a focused button is pressed by the space bar
    if (event.key === " " && at.closest("button, summary")) return;
    const found = keyed(event.key);
    if (!found || sent) return;
    event.preventDefault();
    (acts[event.key] || ((one) => one.click()))(found);
  });
  document.addEventListener("submit", (event) => {
    // the same judgement sent twice would look like somebody else's
    if (sent) event.preventDefault();
    sent = true;
  });
  for (const again of ["pageshow", "stayed"]) window.addEventListener(again, () => { sent = false; });
})();
