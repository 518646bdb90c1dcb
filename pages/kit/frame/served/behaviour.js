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
  history.pushState({}, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-inside]");
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.defaultPrevented || new URL(link.href).origin !== location.origin) return;
  event.preventDefault();
  moveInside(link.href);
});

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
