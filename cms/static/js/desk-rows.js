// Key figures and authors: one empty row at a time instead of three, more at will, and a way to take one out.

const controls = (row) => [...row.querySelectorAll("input, select, textarea")];
const isEmpty = (row) => controls(row).every((control) => control.tagName === "SELECT" || !control.value.trim());

function changed(row) {
  controls(row)[0].dispatchEvent(new Event("input", { bubbles: true }));
}

class Rows {
  constructor(box) {
    this.box = box;
    this.total = box.querySelector(`[name="${box.dataset.rows}-TOTAL_FORMS"]`);
    this.most = Number(box.querySelector(`[name="${box.dataset.rows}-MAX_NUM_FORMS"]`).value);
    this.add = this.button(box.dataset.add, () => this.open());
    this.add.className = "button quiet wide";
    const field = document.createElement("div");
    field.className = "field";
    field.append(this.add);
    box.append(field);
    this.rows.forEach((row) => this.equip(row));
    this.tidy();
  }

  get rows() {
    return [...this.box.querySelectorAll("[data-row]")];
  }

  button(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  equip(row) {
    const out = this.button("去掉这一行", () => this.takeOut(row));
    out.className = "link";
    const tools = document.createElement("div");
    tools.className = "row-tools";
    tools.append(out);
    row.append(tools);
  }

  tidy() {
    const empty = this.rows.filter(isEmpty);
    empty.slice(this.rows.length === empty.length ? 1 : 0).forEach((row) => (row.hidden = true));
    this.number();
  }

  number() {
    this.rows.filter((row) => !row.hidden).forEach((row, place) => (row.querySelector("[data-number]").textContent = place + 1));
    this.add.hidden = this.rows.length >= this.most && this.rows.every((row) => !row.hidden);
  }

  open() {
    const row = this.rows.find((one) => one.hidden) ?? this.more();
    row.hidden = false;
    this.number();
    controls(row)[0].focus();
  }

  // Adds an empty copy of the last row, numbered on.
  more() {
    const last = this.rows.at(-1);
    const number = Number(this.total.value);
    const name = this.box.dataset.rows;
    const row = last.cloneNode(true);
    row.querySelectorAll(".error, .row-tools, .theirs").forEach((part) => part.remove());
    row.querySelectorAll(".wrong").forEach((part) => part.classList.remove("wrong"));
    for (const part of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
      for (const attribute of ["id", "name", "for", "aria-describedby"]) {
        const value = part.getAttribute(attribute);
        if (value) part.setAttribute(attribute, value.replace(new RegExp(`${name}-\\d+-`, "g"), `${name}-${number}-`));
      }
    }
    controls(row).forEach((control) => this.clear(control));
    last.after(row);
    this.equip(row);
    this.total.value = number + 1;
    return row;
  }

  clear(control) {
    if (control.tagName === "SELECT") control.selectedIndex = 0;
    else control.value = "";
    control.removeAttribute("aria-invalid");
  }

  takeOut(row) {
    controls(row).forEach((control) => this.clear(control));
    row.hidden = true;
    changed(row);
    this.number();
    this.add.focus();
  }

  // Makes room for what is brought back: at least so many rows.
  ensure(count) {
    while (Number(this.total.value) < Math.min(count, this.most)) this.more();
  }

  shown() {
    this.rows.forEach((row) => isEmpty(row) || (row.hidden = false));
    this.number();
  }
}

export function growRows(form) {
  const found = [...form.querySelectorAll("[data-rows]")].map((box) => [box.dataset.rows, new Rows(box)]);
  return Object.fromEntries(found);
}
