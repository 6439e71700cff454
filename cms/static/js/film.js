// The check-in's film: one large button over the poster, and the words that belong to it at hand. Without script the
// browser's own controls do the same.
const film = document.querySelector(".screen video");

function begin() {
  button.remove();
  film.controls = true;
  film.focus();
  film.play();
}

const button = document.createElement("button");
button.type = "button";
button.className = "play";
button.setAttribute("aria-label", `播放：${film.getAttribute("aria-label")}`);
button.addEventListener("click", begin);
film.controls = false;
film.tabIndex = -1;
film.addEventListener("play", () => button.isConnected && begin(), { once: true });
film.after(button);
