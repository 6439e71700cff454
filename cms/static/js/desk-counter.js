// 字数 under a field, as Word counts it: the same rule as cms/core/han.py.
const WIDE =
  "\\u1100-\\u11ff\\u2e80-\\u2fdf\\u3001-\\u312f\\u3130-\\u318f\\u31a0-\\u31bf\\u31c0-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
  "\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uffef\\u{20000}-\\u{3ffff}" +
  "\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u00b7";
const COUNTED = new RegExp(`(?:[A-Za-z]\\u2019(?=[A-Za-z])|[^\\s${WIDE}])+|[${WIDE}]`, "gu");

export function wordsIn(text) {
  return text.normalize("NFC").match(COUNTED)?.length ?? 0;
}

function show(counter, control) {
  const { suggested, most } = counter.dataset;
  const limit = most ? `最多 ${most} 字` : `建议 ${suggested} 字上下`;
  counter.textContent = `${wordsIn(control.value)} 字，${limit}`;
}

export function countWords(form) {
  for (const counter of form.querySelectorAll("[data-counter]")) {
    const control = document.getElementById(counter.dataset.counter);
    if (!control) continue;
    control.addEventListener("input", () => show(counter, control));
    show(counter, control);
  }
}
