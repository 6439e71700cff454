// Reading and writing the controls of a form by name. Rows (figures, authors) and a photo are one group each: kept and brought back whole.

export const groupOf = (name) => name.match(/^(figures|authors|photo-[0-9a-f-]{36})-/)?.[1] ?? name;
const ours = (name) => !["csrfmiddlewaretoken", "base", "draft_key", "window", "act", "photos", "photos_waiting"].includes(name);

const controlsOf = (form, group) => [...form.elements].filter((control) => control.name && groupOf(control.name) === group);
const isChoice = (control) => control.type === "radio" || control.type === "checkbox";

export function groups(form) {
  return new Set([...form.elements].map((control) => control.name).filter((name) => name && ours(name)).map(groupOf));
}

// Returns a group's values as {name: [values]}.
export function read(form, group) {
  const values = {};
  for (const control of controlsOf(form, group)) {
    values[control.name] ??= [];
    if (!isChoice(control) || control.checked) values[control.name].push(control.value);
  }
  return values;
}

export function same(a, b) {
  const plain = (values) => {
    const filled = Object.entries(values ?? {}).filter(([name, list]) => !/_FORMS$/.test(name) && list.some((one) => one.trim()));
    return JSON.stringify(filled.map(([name, list]) => [name, list.map((one) => one.trim())]).sort());
  };
  return plain(a) === plain(b);
}

export function write(form, group, values, rows) {
  rows[group]?.ensure(Number(values[`${group}-TOTAL_FORMS`]?.[0] ?? 0));
  for (const control of controlsOf(form, group)) {
    if (control.type === "hidden") continue;
    const list = values[control.name];
    if (isChoice(control)) control.checked = (list ?? []).includes(control.value);
    else control.value = list?.[0] ?? "";
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  rows[group]?.shown();
}
