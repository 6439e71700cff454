// On the list of sessions: says when this phone still holds records that never reached the server, leads to each, and lets go of any.
import { waiting } from "./desk-local.js";
import { offer } from "./desk-record-kept.js";

const line = document.querySelector("[data-unsent-records]");
const user = line?.dataset.unsentRecords;

function told() {
  const found = waiting(user, "record-");
  line.hidden = !found.length;
  line.textContent = `手机里有 ${found.length} 份记录还没传上来。`;
  for (const entry of found) {
    const link = document.createElement("a");
    link.href = entry.url;
    link.textContent = "现在传";
    const other = document.createElement("button");
    Object.assign(other, { type: "button", className: "plain", textContent: "传不上去？" });
    other.addEventListener("click", () => offer(line, user, `record-${entry.page}`, told));
    line.append(link, other);
  }
}

if (line) told();
