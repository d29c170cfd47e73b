// A link to a record's explanation opens it, where the browser does not do so itself.
"use strict";
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target && target.closest("details:not([open])");
  if (folded) { folded.open = true; target.scrollIntoView({ block: "nearest" }); }
}
addEventListener("hashchange", reveal);
addEventListener("DOMContentLoaded", reveal);
