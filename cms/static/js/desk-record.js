// The record of a lecture: kept in this phone while it is typed; sent when it is finished, or when the network is back. The form works without this.
import { drop, put, take } from "./desk-local.js";
import { offer } from "./desk-record-kept.js";
import { shelve, shelved, unshelve } from "./desk-shelf.js";
import { smaller } from "./desk-smaller.js";
import { groups, read, write } from "./desk-values.js";

const AGAIN = 15000;

class Sheet {
  constructor(form) {
    this.form = form;
    this.user = form.dataset.user;
    this.key = `record-${form.dataset.record}`;
    this.line = form.querySelector("[data-state]");
    this.photos = [];
    form.addEventListener("input", () => this.keep());
    form.addEventListener("submit", (event) => this.finish(event));
    window.addEventListener("online", () => this.waiting && this.send());
    this.restore();
  }

  keep() {
    const values = Object.fromEntries([...groups(this.form)].map((group) => [group, read(this.form, group)]));
    const about = { page: this.form.dataset.record, url: location.pathname, draft: this.form.elements.draft_key.value };
    return put(this.user, this.key, { ...about, values, waiting: this.waiting ?? false });
  }

  async finish(event) {
    event.preventDefault();
    const chosen = [...this.form.elements.photos.files];
    if (chosen.length) {
      await this.forgetPhotos();
      const made = chosen.map(async (file) => ({ name: file.name, blob: await smaller(file) }));
      this.photos = (await Promise.all(made)).map((photo, place) => ({ ...photo, id: `${this.key}-${place}`, draft: this.key }));
    }
    this.waiting = true;
    await this.send();
  }

  async send() {
    if (this.sending) return;
    clearTimeout(this.timer);
    this.sending = true;
    this.say("正在传……");
    await this.trySending();
    this.sending = false;
  }

  async trySending() {
    const body = new FormData(this.form);
    body.delete("photos");
    this.photos.forEach((photo) => body.append("photos", photo.blob, photo.name));
    let answer;
    try {
      answer = await fetch(this.form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      return this.away("没有网络");
    }
    if (answer.redirected || answer.status === 403) return this.signedOut();
    if (answer.status === 404) return this.stuck("这一场取消了，或者不归您记了，这份传不上去。");
    if (answer.status === 413) return this.refused("照片太大，网站收不下，少放一张再传。");
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return this.away("网站暂时没接上");
    const report = await answer.json();
    if (report.there) return this.stuck(report.refused, report.there);
    if (!answer.ok) return this.refused(report.refused);
    await this.forgetPhotos();
    drop(this.user, this.key);
    location.assign(report.done);
  }

  async away(why) {
    const kept = this.keep();
    const pictures = await Promise.all(this.photos.map(shelve));
    const all = kept && pictures.every(Boolean);
    this.say(all ? `${why}，先存在手机里。有网时回到这一页，会自己传上去。` : `${why}，请先不要关这一页。`, "away");
    this.timer = setTimeout(() => this.send(), AGAIN);
  }

  async signedOut() {
    const kept = this.keep();
    await Promise.all(this.photos.map(shelve));
    this.say(kept ? "登录过期了，写的先存在手机里。" : "登录过期了，手机里也存不下，请先抄下来。", "wrong");
    this.link("重新登录", location.href);
    this.offer();
  }

  // Sending again would change nothing: somebody has written the record, or there is none to write.
  stuck(why, there) {
    this.waiting = true;
    this.keep();
    this.say(`${why}写的还在手机里，可以抄下来，或者不要了。`, "wrong");
    if (there) this.link("看记好的那份", there);
    this.offer();
  }

  link(words, address) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    this.line.append(link);
  }

  offer() {
    offer(this.line, this.user, this.key, () => {
      this.waiting = false;
      this.form.reset();
      this.say("手机里那份扔掉了。");
    });
  }

  refused(reason) {
    this.waiting = false;
    this.keep();
    this.say(reason, "wrong");
  }

  async forgetPhotos() {
    await Promise.all((await shelved(this.key)).map((photo) => unshelve(photo.id)));
    this.photos = [];
  }

  say(words, tone = "") {
    this.line.textContent = words;
    this.line.className = `state ${tone}`;
  }

  // Brings back what this phone kept, under the key it was first sent with, and sends it when it was finished.
  async restore() {
    const entry = take(this.user, this.key);
    if (!entry || this.form.querySelector(".wrong")) return;
    this.form.elements.draft_key.value = entry.draft;
    for (const [group, values] of Object.entries(entry.values)) write(this.form, group, values, {});
    this.photos = await shelved(this.key);
    this.say(this.photos.length ? `找回了上次写的，带着 ${this.photos.length} 张照片。` : "找回了上次写的。", "away");
    this.waiting = entry.waiting;
    if (this.waiting) await this.send();
  }
}

const form = document.querySelector("form[data-record]");
if (form) new Sheet(form);
