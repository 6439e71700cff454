// On the list: says when this phone still holds a draft that never reached the server.
import { newestUnsent } from "./desk-local.js";

const line = document.querySelector("[data-unsent]");
const found = line && newestUnsent(line.dataset.unsent);
if (found) {
  const title = found[1].values.title?.title?.[0] || "还没有题目";
  const link = document.createElement("a");
  link.href = line.dataset.new;
  link.textContent = "接着写，传上去";
  line.append(`手机里有一篇还没传上来的稿子《${title}》。`, link);
  line.hidden = false;
}
