// Keeps what is typed: on the server after two quiet seconds and on leaving, in this phone while the server cannot be reached.
import { drop, newestUnsent, put, take } from "./desk-local.js";
import { groupOf, groups, read, same, write } from "./desk-values.js";

const QUIET = 2000;
const AGAIN = 15000;
const IGNORED = new Set(["photos", "act"]);

class Draft {
  constructor(form, rows) {
    this.form = form;
    this.rows = rows;
    this.user = form.dataset.user;
    this.line = form.querySelector("[data-state]");
    this.changes = new Map(); // group → number of its newest change
    this.count = 0;
    this.sent = {};
    this.restore();
    form.addEventListener("input", (event) => this.note(event.target));
    form.addEventListener("change", (event) => this.note(event.target));
    form.addEventListener("submit", () => this.keep());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    window.addEventListener("online", () => this.save());
  }

  get key() {
    return this.form.elements.draft_key.value;
  }

  note(control) {
    if (!control.name || IGNORED.has(control.name)) return;
    this.count += 1;
    this.changes.set(groupOf(control.name), this.count);
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 300);
    this.later(QUIET);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // Writes the changes that the server has not confirmed into this phone; says whether that worked.
  keep() {
    clearTimeout(this.keeping);
    if (!this.changes.size) return true;
    const values = Object.fromEntries([...this.changes.keys()].map((group) => [group, read(this.form, group)]));
    const base = this.form.elements.base.value;
    return put(this.user, this.key, { page: this.form.dataset.page ?? "", values, base, sent: this.sent });
  }

  leave() {
    this.keep();
    if (!this.saving) this.save(true);
  }

  // Sends everything; resolves to true once the server has it.
  async save(leaving = false, extra = {}) {
    if (this.saving) {
      await this.saving;
      return this.changes.size || Object.keys(extra).length ? this.save(leaving, extra) : true;
    }
    if (!this.changes.size && !Object.keys(extra).length) return true;
    this.saving = this.send(leaving, extra);
    try {
      return await this.saving;
    } finally {
      this.saving = null;
    }
  }

  async send(leaving, extra) {
    clearTimeout(this.timer);
    const upTo = this.count;
    const body = new FormData(this.form);
    body.delete("photos");
    Object.entries(extra).forEach(([name, value]) => body.set(name, value));
    for (const group of this.changes.keys()) this.sent[group] = read(this.form, group);
    this.keep();
    let answer;
    try {
      answer = await fetch(this.form.action, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: leaving });
    } catch {
      return this.away("没有网络");
    }
    if (answer.status >= 500) return this.away("网站暂时没接上");
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return this.signedOut();
    const report = await answer.json();
    return answer.ok ? this.confirmed(report, upTo) : this.refused(report.refused);
  }

  confirmed(report, upTo) {
    for (const [group, count] of this.changes) {
      if (count <= upTo) {
        this.changes.delete(group);
        delete this.sent[group];
      }
    }
    this.form.elements.base.value = JSON.stringify(report.base);
    if (!this.form.dataset.page) this.nowAt(report);
    if (this.changes.size) this.keep();
    else if (!report.errors && !report.conflicts) drop(this.user, this.key);
    this.say(...this.words(report));
    return true;
  }

  nowAt(report) {
    drop(this.user, this.key);
    this.form.action = report.url;
    this.form.dataset.page = report.page;
    this.form.dataset.photos = report.photos;
    history.replaceState(null, "", report.url);
  }

  words(report) {
    if (report.conflicts) return [`有 ${report.conflicts} 处别处刚才也改了，您写的没有丢。点“存草稿”，看看两边。`, "wrong"];
    if (report.errors) return [`已保存 ${report.saved}，有 ${report.errors} 处还没填对。`, "away"];
    return [`已保存 ${report.saved}`, ""];
  }

  away(why) {
    const kept = this.keep();
    this.say(kept ? `${why}，先存在手机里` : `${why}，请先不要关这一页`, "away");
    this.later(AGAIN);
    return false;
  }

  signedOut() {
    const kept = this.keep();
    this.say(kept ? "登录过期了，写的先存在手机里。" : "登录过期了，请先不要关这一页。", "wrong");
    const link = document.createElement("a");
    link.href = this.form.action || location.href;
    link.textContent = "重新登录";
    this.line.append(link);
    return false;
  }

  refused(reason) {
    const kept = this.keep();
    this.say(kept ? `${reason}（您写的先存在手机里）` : reason, "wrong");
    return false;
  }

  say(words, tone) {
    this.line.textContent = words;
    this.line.className = `state ${tone}`;
  }

  // Brings back what this phone kept from last time. A field that somebody changed on the server meanwhile keeps the mark of the text
  // that the change began from, so that the server shows both.
  restore() {
    if (!this.form.dataset.page) this.adopt();
    const entry = take(this.user, this.key);
    if (!entry) return;
    const unsettled = this.form.querySelector(".wrong, .theirs") !== null;
    const base = JSON.parse(this.form.elements.base.value);
    const began = JSON.parse(entry.base || "{}");
    const known = groups(this.form);
    let brought = 0;
    for (const [group, values] of Object.entries(entry.values)) {
      const here = read(this.form, group);
      if (!known.has(group) || same(here, values)) continue;
      if (began[group] && !same(here, entry.sent?.[group])) base[group] = began[group];
      write(this.form, group, values, this.rows);
      this.changes.set(group, (this.count += 1));
      brought += 1;
    }
    if (!brought) return unsettled ? undefined : drop(this.user, this.key);
    this.form.elements.base.value = JSON.stringify(base);
    this.say("找回了上次没传上来的内容", "away");
    this.later(QUIET);
  }

  adopt() {
    const found = newestUnsent(this.user);
    if (found) this.form.elements.draft_key.value = found[0];
  }
}

export function keepDraft(form, rows) {
  return new Draft(form, rows);
}
