// Sends photos one by one with true progress; each waits in this phone until the server has it, and is tried again when the network is back.
import { shelve, shelved, unshelve } from "./desk-shelf.js";
import { smaller } from "./desk-smaller.js";

const AGAIN = 15000;

function element(name, words = "", className = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
}

class Line {
  constructor(list, photo, onDrop, onAgain) {
    this.item = element("li", "", "sending");
    this.picture = document.createElement("img");
    this.picture.alt = "";
    this.picture.src = URL.createObjectURL(photo.blob);
    this.words = element("p", `${photo.name}：等着传`);
    this.words.setAttribute("role", "status");
    this.bar = element("progress");
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", photo.name);
    this.button = element("button", "不传了", "link");
    this.button.type = "button";
    this.button.addEventListener("click", () => (this.stuck ? onAgain() : onDrop()));
    this.item.append(this.picture, this.words, this.button, this.bar);
    list.append(this.item);
    this.name = photo.name;
  }

  say(words, { stuck = false, done = false } = {}) {
    this.words.textContent = done ? words : `${this.name}：${words}`;
    this.stuck = stuck;
    this.button.textContent = stuck ? "再试一次" : done ? "知道了" : "不传了";
    this.bar.hidden = done;
  }

  progress(part) {
    this.bar.value = part;
    this.say(part < 1 ? `已传 ${Math.round(part * 100)}%` : "传完了，正在收下");
  }

  become(html) {
    URL.revokeObjectURL(this.picture.src);
    this.item.className = "";
    this.item.innerHTML = html;
  }

  gone() {
    URL.revokeObjectURL(this.picture.src);
    this.item.remove();
  }
}

class Photos {
  constructor(form, draft) {
    this.form = form;
    this.draft = draft;
    this.list = form.querySelector("[data-photo-list]");
    this.input = form.elements.photos;
    this.queue = [];
    this.input.addEventListener("change", () => this.choose([...this.input.files]));
    window.addEventListener("online", () => this.run());
    shelved(draft.key).then((photos) => photos.forEach((photo) => this.line(photo)));
  }

  async choose(files) {
    this.input.value = "";
    for (const file of files) {
      const blob = await smaller(file);
      const photo = { id: `${Date.now()}-${Math.random()}`, draft: this.draft.key, name: file.name, blob };
      await shelve(photo);
      this.line(photo);
    }
  }

  line(photo) {
    photo.line = new Line(this.list, photo, () => this.dropOut(photo), () => this.run());
    this.queue.push(photo);
    this.run();
  }

  dropOut(photo) {
    photo.request?.abort();
    this.forget(photo);
    photo.line.gone();
  }

  forget(photo) {
    this.queue = this.queue.filter((one) => one !== photo);
    unshelve(photo.id);
  }

  async run() {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    while (this.queue.length && (await this.next(this.queue[0])));
    this.running = false;
  }

  // Sends one; says whether to go on with the rest.
  async next(photo) {
    if (!this.form.dataset.photos && !(await this.draft.save(false, { photos_waiting: "1" }))) return this.stuck(photo);
    const answer = await this.send(photo);
    if (!this.queue.includes(photo)) return true;
    if (!answer?.body || answer.status >= 500) return this.stuck(photo);
    this.forget(photo);
    if (answer.body.html) this.arrived(photo, answer.body);
    else photo.line.say(answer.body.refused, { done: true });
    return true;
  }

  stuck(photo) {
    photo.line.say("没传上去，有网会接着传", { stuck: true });
    this.timer = setTimeout(() => this.run(), AGAIN);
    return false;
  }

  arrived(photo, body) {
    if (this.list.querySelector(`[data-photo="${body.key}"]`)) return photo.line.gone(); // chosen twice
    photo.line.become(body.html);
    const base = JSON.parse(this.form.elements.base.value);
    base[body.key] = body.mark;
    this.form.elements.base.value = JSON.stringify(base);
  }

  send(photo) {
    return new Promise((resolve) => {
      const request = (photo.request = new XMLHttpRequest());
      const body = new FormData();
      body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
      body.set("photo", photo.blob, photo.name);
      request.open("POST", this.form.dataset.photos);
      request.responseType = "json";
      request.upload.onprogress = (event) => event.lengthComputable && photo.line.progress(event.loaded / event.total);
      request.onload = () => resolve({ status: request.status, body: request.response });
      request.onerror = request.onabort = () => resolve(null);
      request.send(body);
    });
  }
}

export function sendPhotos(form, draft) {
  return new Photos(form, draft);
}
