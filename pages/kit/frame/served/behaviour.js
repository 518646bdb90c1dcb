// The one script of ours: what Streamlit cannot do by itself. Without it every link still leads where it says.
"use strict";

// WebAssembly: nothing here is made of it. What would try it on the way does without, and not against the policy.

delete globalThis.WebAssembly;

// Theme: what floats above the app follows the theme that Streamlit marks on its app element.

const APP = "[data-testid=stApp]";

function followTheme() {
  if (matchMedia("print").matches) return; // on paper the sheet makes everything light
  const app = document.querySelector(APP);
  const scheme = app ? getComputedStyle(app).colorScheme : "";
  if (scheme && document.documentElement.style.colorScheme !== scheme) document.documentElement.style.colorScheme = scheme;
}

// Moves inside: a link that bears data-inside changes the address, and Streamlit answers as to the button Back.

function moveInside(address) {
  const url = new URL(address, location.href);
  stepOn({}, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-inside]");
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.defaultPrevented || new URL(link.href).origin !== location.origin) return;
  event.preventDefault();
  moveInside(link.href);
});

// Menu: a page that is opened in another tab shows the month and the authority that are shown here.

function carryChoice(event) {
  const link = event.target.closest?.("a[data-testid^=stTopNav], a[data-testid=stSidebarNavLink]");
  if (!link) return;
  const [url, shown] = [new URL(link.href), new URL(location.href).searchParams];
  for (const name of ["month", "authority"]) if (shown.has(name)) url.searchParams.set(name, shown.get(name));
  link.href = url.href;
}

for (const kind of ["pointerdown", "contextmenu", "focusin"]) addEventListener(kind, carryChoice, true);

// Steps back: where an address only comes to say what is shown anyway, that is no step of its own.

const SAID_ANYWAY = ["month", "authority", "missing_page"];

function onlySaysMore(address) {
  const [now, next] = [new URL(location.href), new URL(address, location.href)];
  if (now.pathname !== next.pathname) return false;
  for (const name of SAID_ANYWAY) {
    if (name !== "missing_page" && now.searchParams.has(name) && now.searchParams.get(name) !== next.searchParams.get(name)) return false;
    for (const url of [now, next]) url.searchParams.delete(name);
  }
  now.searchParams.sort();
  next.searchParams.sort();
  return now.searchParams.toString() === next.searchParams.toString();
}

const stepOn = history.pushState.bind(history);
history.pushState = (state, title, address) => {
  if (address && onlySaysMore(address)) history.replaceState(state, title, address);
  else stepOn(state, title, address);
};

// Find: one box over measures, pages and words, in the bar of every page; the list of names is asked for when it is used.

const BASE = new URL("../", document.currentScript.src);
const MOST_FOUND = 12;
const KINDS = ["Measure", "Page", "Word"];

function made(tag, attributes, text) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

const box = made("div", { class: "find", role: "search" });
const field = made("input", {
  class: "find-field", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "80",
  placeholder: "Find a measure, page or word  /", "aria-label": "Find a measure, page or word", "aria-controls": "find-list",
  "aria-expanded": "false", "aria-autocomplete": "list", "aria-keyshortcuts": "/",
});
const list = made("ul", { class: "find-list", id: "find-list", role: "listbox", "aria-label": "Found", hidden: "" });
const said = made("p", { class: "find-said", role: "status" });
box.append(field, list, said);
document.addEventListener("DOMContentLoaded", () => document.body.prepend(box));

let names = null;
let found = [];
let chosen = -1;

async function readNames() {
  names ??= fetch(new URL("house/names.json", BASE)).then((answer) => answer.json());
  return names;
}

function rank(entry, words) {
  const [name, note] = [entry.name.toLowerCase(), entry.note.toLowerCase()];
  if (!words.every((word) => name.includes(word) || note.includes(word))) return -1;
  if (name.startsWith(words[0])) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}

function bestOf(all, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const ranked = all.map((entry) => [rank(entry, words), KINDS.indexOf(entry.kind), entry]).filter(([place]) => place >= 0);
  return ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1]).slice(0, MOST_FOUND).map((each) => each[2]);
}

function whereTo(entry) {
  const url = new URL(entry.to, BASE);
  const shown = new URL(location.href).searchParams;
  if (entry.kind === "Word") url.searchParams.set("word", entry.name);
  for (const name of ["month", "authority"]) if (shown.has(name)) url.searchParams.set(name, shown.get(name));
  return url.href;
}

function choose(place) {
  chosen = place;
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  if (place < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", `find-${place}`);
    list.children[place].scrollIntoView({ block: "nearest" });
  }
}

function showFound(text) {
  const entries = found.map((entry, at) => {
    const option = made("li", { class: "find-option", id: `find-${at}`, role: "option", "aria-selected": "false" });
    option.append(made("span", { class: "find-name" }, entry.name), made("span", { class: "find-kind" }, entry.kind));
    if (entry.note) option.append(made("span", { class: "find-note" }, entry.note));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => go(entry));
    return option;
  });
  list.replaceChildren(...entries);
  list.hidden = !entries.length;
  field.setAttribute("aria-expanded", String(Boolean(entries.length)));
  const none = `Nothing is called \u201c${text}\u201d; try \u201cplan\u201d, \u201cmissing\u201d or \u201ccaseload\u201d.`;
  said.textContent = !text ? "" : entries.length ? `${entries.length} found` : none;
  said.classList.toggle("find-said-none", Boolean(text) && !entries.length);
  choose(-1);
}

function close() {
  found = [];
  showFound("");
}

function go(entry) {
  field.value = "";
  field.blur();
  close();
  moveInside(whereTo(entry));
}

field.addEventListener("input", async () => {
  const text = field.value.trim();
  const all = text ? await readNames() : [];
  if (text !== field.value.trim()) return;
  found = bestOf(all, text);
  showFound(text);
});
field.addEventListener("focus", readNames);
field.addEventListener("blur", close);
field.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) choose((chosen + step + found.length + (chosen < 0 && step < 0 ? 1 : 0)) % found.length);
  else if (event.key === "Enter" && found.length) go(found[Math.max(chosen, 0)]);
  else if (event.key === "Escape" && field.value) [field.value, found] = ["", []], showFound("");
  else if (event.key === "Escape") field.blur();
  else return;
  event.preventDefault();
});
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable=true]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});

// Acts on every page: it is printed, and its link is copied, by one click each.

const acts = made("div", { class: "page-acts", role: "region", "aria-label": "This page" });
const printing = made("button", { type: "button" }, "Print");
const copying = made("button", { type: "button" }, "Copy link");
const copied = made("span", { class: "heard-only", role: "status" });
acts.append(printing, copying, copied);
document.addEventListener("DOMContentLoaded", () => document.body.prepend(acts));
printing.addEventListener("click", () => print());
copying.addEventListener("click", async () => {
  const written = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject();
  const text = await written.then(() => "Link copied", () => "Copy it from the address");
  copying.textContent = copied.textContent = text;
  setTimeout(() => (copying.textContent = "Copy link"), 3000);
});

// Focus: on another page it goes to the heading, as soon as that is there.

let place = location.pathname + new URL(location.href).searchParams.get("id");
let headingBefore = null;

function followPage() {
  const now = location.pathname + new URL(location.href).searchParams.get("id");
  const heading = document.querySelector("[data-testid=stMain] h1");
  if (now !== place) {
    place = now;
    headingBefore = headingSeen;
  }
  if (headingBefore !== null && heading && heading.textContent !== headingBefore) {
    headingBefore = null;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  }
  headingSeen = heading ? heading.textContent : headingSeen;
}

let headingSeen = "";

// Focus: what a check has found is gone to once, when it is said, and again where it is drawn anew under the focus.

let summarySeen = null;
let textSeen = "";

function followCheck() {
  const summary = document.getElementById("check-summary");
  const text = summary ? summary.textContent : "";
  const isDrawnAnew = summary !== summarySeen && document.activeElement === document.body; // and took the focus with it
  if (text && (text !== textSeen || isDrawnAnew)) summary.focus();
  [summarySeen, textSeen] = [summary, text];
}

// Paper: what the foot says stands below every sheet, beside the number of the sheet.

const sheets = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets];
let footSeen = "";

function followFoot() {
  const foot = document.querySelector(".st-key-foot");
  const text = foot ? foot.innerText.trim().split(/\s*\n\s*/).join(" \u00b7 ") : "";
  if (text === footSeen) return;
  footSeen = text;
  const content = text.replace(/["\\]/g, "\\$&");
  sheets.replaceSync(`@page { @bottom-left { content: "${content}"; font: 7.5pt sans-serif; width: 85%; } }`);
  document.documentElement.classList.toggle("foot-on-sheets", Boolean(text));
}

// What changes on the page is looked at once for each picture that the browser draws.

let looking = false;

function lookAgain() {
  looking = false;
  followTheme();
  followPage();
  followCheck();
  followFoot();
}

new MutationObserver(() => {
  if (looking) return;
  looking = true;
  requestAnimationFrame(lookAgain);
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: ["class"] });

// Finding among measures: what is typed, and what a measure does, hide whatever else stands on the board.

function findAmong(board) {
  const words = board.querySelector("[data-find]").value.toLowerCase().split(/\s+/).filter(Boolean);
  const state = board.querySelector("[data-find-state]").value;
  let found = 0;
  for (const measure of board.querySelectorAll("[data-find-state-of]")) {
    const text = measure.querySelector("a").textContent.toLowerCase();
    measure.hidden = !words.every((word) => text.includes(word)) || (state !== "" && measure.dataset.findStateOf !== state);
    found += measure.hidden ? 0 : 1;
  }
  for (const fold of board.querySelectorAll("[data-find-fold]")) fold.open = words.length > 0 || state !== "";
  for (const group of board.querySelectorAll("[data-find-group]")) {
    group.hidden = !group.querySelector("[data-find-state-of]:not([hidden])");
  }
  board.querySelector("[data-find-none]").hidden = found > 0;
}

for (const kind of ["input", "change"]) {
  addEventListener(kind, (event) => {
    const board = event.target.matches?.("[data-find], [data-find-state]") && event.target.closest("[data-find-among]");
    if (board) findAmong(board);
  });
}

// Visits: where one is over, its page goes away by itself. To ask how long it goes on does not make it longer.

const ASK_AGAIN = 30_000;
const ENDLESS = 86_400; // seconds: where nobody has to sign in, nothing ends
let [over, asking] = [Infinity, 0];

async function leaveWhenOver() {
  clearTimeout(asking);
  try {
    const answer = await fetch(new URL("house/still-here", BASE), { cache: "no-store" });
    const left = answer.ok ? Number(await answer.text()) : 0;
    if (left > ENDLESS) return;
    if (answer.ok || answer.status === 403) over = Date.now() + left * 1000;
  } catch {
    // A server that cannot be reached says nothing: what it said last holds.
  }
  if (Date.now() < over) {
    asking = setTimeout(leaveWhenOver, Math.min(ASK_AGAIN, over - Date.now()));
    return;
  }
  document.body.replaceChildren();
  location.reload();
}

addEventListener("visibilitychange", leaveWhenOver);
leaveWhenOver();
