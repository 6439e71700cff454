// The keyboard on a wide screen: j next, k previous; on a page in review also a (approve) and r (send back).
// Everything it does can be done without it.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

function walk(step) {
  const links = [...document.querySelectorAll("[data-queue] h2 a")];
  if (links.length) {
    const here = links.indexOf(document.activeElement);
    links[Math.min(Math.max(here + step, 0), links.length - 1)].focus();
    return;
  }
  document.querySelector(step > 0 ? 'a[rel="next"]' : 'a[rel="prev"]')?.click();
}

function open(selector, inside) {
  const sheet = document.querySelector(selector);
  if (!sheet) return;
  sheet.open = true;
  sheet.querySelector(inside).focus();
}

const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  a: () => open("[data-approve]", "button"),
  r: () => open("[data-return]", "textarea"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// One press of a button is one decision, and a note half written is not lost to a stray tap on a link.
const form = document.querySelector("[data-decide]");
let sent = false;
form?.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });
window.addEventListener("beforeunload", (event) => {
  const written = form && !sent && [...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
  if (written) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
