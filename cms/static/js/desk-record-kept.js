// A record that this phone keeps and that can go nowhere: its words to take away, and a way to be rid of it. Nobody is ever stuck with one.
import { drop, take } from "./desk-local.js";
import { shelved, unshelve } from "./desk-shelf.js";

const ASK = "手机里这份就没有了，要不要先抄下来？再点一次就扔掉。";

// Returns what was typed, as one would say it.
export function wordsOf({ values }) {
  const said = (name) => values[name]?.[name]?.[0]?.trim() ?? "";
  const voice = said("voice") && `${said("voice_from") || "听的人"}说：${said("voice")}`;
  return [said("head_count") && `来了 ${said("head_count")} 人`, said("sentence"), voice].filter(Boolean).join("\n");
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = words;
  made.addEventListener("click", () => act(made));
  return made;
}

function copier(box) {
  return button("抄下来", async (pressed) => {
    box.focus();
    box.select();
    const done = await navigator.clipboard?.writeText(box.value).then(() => true, () => false);
    pressed.textContent = done ? "抄好了，可以贴到别处" : "选好了，请按住复制";
  });
}

// Shows the words below `line`, with buttons to copy them and to drop the record; `done` runs once it is dropped.
export function offer(line, user, key, done) {
  const entry = take(user, key);
  if (!entry) return;
  document.querySelector(`[data-kept="${key}"]`)?.remove();
  const part = document.createElement("section");
  part.className = "kept-record";
  part.dataset.kept = key;
  const box = document.createElement("textarea");
  Object.assign(box, { readOnly: true, rows: 3, value: wordsOf(entry) });
  box.setAttribute("aria-label", "手机里写的");
  const sure = document.createElement("p");
  sure.setAttribute("role", "status");
  const away = button("不要手机里这份了", async () => {
    if (!sure.textContent) return void (sure.textContent = ASK);
    await Promise.all((await shelved(key)).map((photo) => unshelve(photo.id)));
    drop(user, key);
    part.remove();
    done();
  });
  part.append(box, copier(box), away, sure);
  line.after(part);
}

// On the page of a record that somebody has written meanwhile: what this phone still holds for the same session.
const line = document.querySelector("[data-kept-record]");
if (line) {
  const { user, keptRecord } = line.dataset;
  const key = `record-${keptRecord}`;
  if (take(user, key)) {
    line.textContent = "这一场已经有记录了。您手机里还有一份没传上去，要补的可以抄到下面更正，或者不要了。";
    offer(line, user, key, () => (line.textContent = "手机里那份扔掉了。"));
  }
}
