// The one script of ours: what Streamlit cannot do by itself. Without it every link still leads where it says.
"use strict";

// Theme: what floats above the app follows the theme that Streamlit marks on its app element.

const APP = "[data-testid=stApp]";

function followTheme() {
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

// What changes on the page is looked at once for each picture that the browser draws.

let looking = false;

function lookAgain() {
  looking = false;
  followTheme();
}

new MutationObserver(() => {
  if (looking) return;
  looking = true;
  requestAnimationFrame(lookAgain);
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: ["class"] });
