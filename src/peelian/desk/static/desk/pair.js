// Judging by keys: 1 same, 2 different, 3 not sure, 0 later, j next, r to the reason.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("desk-keys") === "off") return;
  if (event.target.closest("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
  if (event.key === "r") { event.preventDefault(); document.getElementById("reason")?.focus(); return; }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  const reason = document.getElementById("reason");
  if ((event.key === "1" || event.key === "2") && reason && !reason.value.trim()) { reason.focus(); return; }
  button.click();
});
