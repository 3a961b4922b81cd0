// Review by keys. Every act is a form of the page, sent without leaving it; without scripts the forms work alone.
"use strict";
document.documentElement.classList.add("script");
const box = document.getElementById("review");
const text = () => document.getElementById("text");
let current = "";
let picked = null; // the words selected last: {start, end, words}
let busy = false;
let keysOn = localStorage.getItem("desk-keys") !== "off";

const facts = () => [...box.querySelectorAll("[data-fact]")];
const fact = (key) => facts().find((one) => one.dataset.fact === key);

function show(key, scroll = true) {
  current = key;
  for (const one of facts()) one.classList.toggle("on", one.dataset.fact === key);
  let first = null;
  for (const mark of text().querySelectorAll("mark")) {
    const on = key !== "" && mark.dataset.facts.split(" ").includes(key);
    mark.classList.toggle("on", on);
    if (on && !first) first = mark;
  }
  const one = fact(key);
  if (!one) return;
  one.focus({ preventScroll: true });
  if (scroll) one.scrollIntoView({ block: "nearest" });
  if (first) {
    const pane = text();
    const above = first.offsetTop - pane.scrollTop;
    if (above < 20 || above > pane.clientHeight - 60) pane.scrollTop = first.offsetTop - pane.clientHeight / 3;
  }
}

function step(by) {
  const all = facts();
  if (!all.length) return;
  const at = all.findIndex((one) => one.dataset.fact === current);
  show(all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))].dataset.fact);
}

function nextOpen() {
  const all = facts();
  const at = all.findIndex((one) => one.dataset.fact === current);
  const open = (one) => one.classList.contains("unreviewed");
  const found = all.slice(at + 1).find(open) || all.slice(0, Math.max(at, 0)).find(open);
  show(found ? found.dataset.fact : current);
}

async function send(form, button) {
  if (busy) return;
  busy = true;
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  if (!data.get("act")) { const named = form.querySelector("button[name=act]"); if (named) data.set("act", named.value); }
  const key = data.get("key") || current;
  const act = data.get("act");
  try {
    const answer = await fetch(box.dataset.url, { method: "POST", body: data, headers: { "X-Desk": "part" }, credentials: "same-origin" });
    const onwards = answer.headers.get("X-Desk-Next");
    if (onwards) { location.assign(onwards); return; }
    if (answer.redirected || !(answer.headers.get("Content-Type") || "").startsWith("text/html")) { location.reload(); return; }
    if (![200, 409, 422].includes(answer.status)) { form.submit(); return; }
    const at = text().scrollTop;
    const inside = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    box.replaceChildren(...inside.childNodes);
    text().scrollTop = at;
    picked = null;
    listen();
    current = key;
    if (answer.status === 200 && (act === "accept" || act === "reject" || act === "correct")) nextOpen();
    else show(key);
  } catch {
    form.submit();
  } finally {
    busy = false;
  }
}

// Offsets are counted as Python counts them: in code points, not in UTF-16 units.
const points = (string) => [...string].length;
function offset(node, at) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece) return null;
  return Number(piece.dataset.start) + (node.nodeType === Node.TEXT_NODE ? points(node.data.slice(0, at)) : at ? points(piece.textContent) : 0);
}

function select() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !text().contains(selection.anchorNode) || !text().contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return;
  picked = { start, end, words: selection.toString().replace(/\s+/g, " ").trim() };
  for (const form of box.querySelectorAll("details[open] form")) put(form);
}

function put(form) {
  const words = form.querySelector("[data-words]");
  if (!words || !picked) return;
  words.value = picked.words;
  form.elements.start.value = picked.start;
  form.elements.end.value = picked.end;
}

function open(details) {
  details.open = true;
  const form = details.querySelector("form");
  if (picked) put(form);
  const first = form.querySelector("select, input:not([type=hidden])");
  first.focus();
  if (first.select) first.select();
  details.scrollIntoView({ block: "nearest" });
}

function listen() {
  for (const form of box.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form, event.submitter); });
    const words = form.querySelector("[data-words]");
    if (words) words.addEventListener("input", () => { form.elements.start.value = ""; form.elements.end.value = ""; });
  }
  for (const one of facts()) one.addEventListener("click", (event) => { if (!event.target.closest("button, a, input, select, summary, form")) show(one.dataset.fact, false); });
  for (const mark of text().querySelectorAll("mark")) mark.addEventListener("click", () => {
    if (!document.getSelection().isCollapsed) return;
    const keys = mark.dataset.facts.split(" ").filter(Boolean);
    if (keys.length) show(keys[(keys.indexOf(current) + 1) % keys.length]);
  });
  const help = box.querySelector("[data-key='?']");
  if (help) help.addEventListener("click", keys);
  const turn = document.getElementById("keys-switch");
  turn.textContent = keysOn ? "Turn the keys off" : "Turn the keys on";
  turn.addEventListener("click", () => {
    keysOn = !keysOn;
    localStorage.setItem("desk-keys", keysOn ? "on" : "off");
    turn.textContent = keysOn ? "Turn the keys off" : "Turn the keys on";
  });
}

function keys() { const list = document.getElementById("keys"); list.hidden = !list.hidden; }

document.addEventListener("selectionchange", select);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape") {
    const details = event.target.closest("details[open]");
    if (details) { details.open = false; show(current); }
    document.getElementById("keys").hidden = true;
    return;
  }
  if (typing && event.key === "Enter" && event.target.tagName === "SELECT") {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (typing || !keysOn || event.ctrlKey || event.metaKey || event.altKey) return;
  const one = fact(current);
  const acts = { j: () => step(1), k: () => step(-1), "?": keys };
  let act = acts[event.key];
  if (!act) {
    const here = one && one.querySelector(`[data-fact-key="${CSS.escape(event.key)}"]`);
    const form = one && one.querySelector(`[data-fact-open="${CSS.escape(event.key)}"]`);
    const page = box.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const fold = box.querySelector(`[data-open="${CSS.escape(event.key)}"]`);
    if (here) act = () => send(here.form, here);
    else if (form) act = () => open(form);
    else if (page && !page.disabled) act = () => send(page.form, page);
    else if (fold) act = () => open(fold);
  }
  if (act) { event.preventDefault(); act(); }
});
listen();
const wanted = location.hash.startsWith("#f-") ? location.hash.slice(3) : "";
if (wanted && fact(wanted)) show(wanted);
else if (facts().length) { nextOpen(); if (!current) show(facts()[0].dataset.fact, false); }
