// Suggestions for the search box. Without scripts the box works as it is.
"use strict";
for (const box of document.querySelectorAll("[data-suggest]")) {
  const list = document.getElementById(box.getAttribute("list"));
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    const words = box.value.trim();
    if (words.length < 2) { list.replaceChildren(); return; }
    waiting = setTimeout(async () => {
      const answer = await fetch(box.dataset.suggest + "?q=" + encodeURIComponent(words));
      if (!answer.ok || box.value.trim() !== words) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(({ label, kind }) => {
        const option = document.createElement("option");
        option.value = label; option.label = kind;
        return option;
      }));
    }, 150);
  });
}
