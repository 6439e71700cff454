// 念给我听: reads the page's main text aloud, only where the browser can. Everything else works without script.
const button = document.querySelector(".listen");
const speech = window.speechSynthesis;

// Sentences, since browsers fall silent in the middle of a long text.
function sentences(root) {
  const parts = [...root.querySelectorAll("h1, h2, h3, p, li, figcaption, blockquote, dt, dd")];
  return parts
    .filter((part) => !part.closest("nav, form, .hidden") && !part.querySelector("p, li"))
    .flatMap((part) => part.innerText.match(/[^。！？；\n]+[。！？；]?/g) ?? [])
    .map((text) => text.trim())
    .filter(Boolean);
}

function show(reading) {
  button.textContent = reading ? "停下" : "念给我听";
  button.setAttribute("aria-pressed", String(reading));
}

function read() {
  const voice = speech.getVoices().find((one) => one.lang.replace("_", "-").toLowerCase().startsWith("zh"));
  const texts = sentences(document.querySelector("main"));
  texts.forEach((text, place) => {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = "zh-CN";
    said.rate = 0.9;
    if (voice) said.voice = voice;
    if (place === texts.length - 1) said.onend = () => show(false);
    speech.speak(said);
  });
  show(texts.length > 0);
}

if (button && speech && window.SpeechSynthesisUtterance) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const reading = button.getAttribute("aria-pressed") === "true";
    speech.cancel();
    if (reading) show(false);
    else read();
  });
  window.addEventListener("pagehide", () => speech.cancel());
}
