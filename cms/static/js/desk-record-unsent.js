// On the list of sessions: says when this phone still holds a record that never reached the server, and leads to it.
import { waiting } from "./desk-local.js";

const line = document.querySelector("[data-unsent-records]");
const found = line ? waiting(line.dataset.unsentRecords, "record-") : [];
if (found.length) {
  line.textContent = `手机里有 ${found.length} 份记录还没传上来。`;
  const link = document.createElement("a");
  link.href = found[0].url;
  link.textContent = "现在传";
  line.append(link);
  line.hidden = false;
}
