// Whoever leaves a form that was changed and not sent is asked first.
"use strict";
(() => {
  let sent = null;
  const chosen = (select) => [...select.options].find((one) => one.defaultSelected) || select.options[0];
  const changed = (control) => {
    if (control.type === "hidden" || control.type === "submit" || control.type === "button") return false;
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    if (control.options) return control.options[control.selectedIndex] !== chosen(control);
    return control.value !== control.defaultValue;
  };
  // a form that came back unkept holds what was written as if it stood there
  const unkept = (form) => form !== sent && ("unkept" in form.dataset || [...form.elements].some(changed));
  addEventListener("submit", (event) => { sent = event.target; });
  addEventListener("beforeunload", (event) => {
    if (![...document.querySelectorAll("form[data-hold]")].some(unkept)) return;
    event.preventDefault();
    // runs where one stays
    setTimeout(() => { sent = null; dispatchEvent(new Event("stayed")); });
  });
  addEventListener("pageshow", () => { sent = null; });
})();
