// The screen of writing: everything here is help; the form works without it.
import { countWords } from "./desk-counter.js";
import { growRows } from "./desk-rows.js";
import { keepDraft } from "./desk-draft.js";
import { sendPhotos } from "./desk-photos.js";

const form = document.querySelector("form[data-draft]");
if (form) {
  const rows = growRows(form);
  countWords(form);
  const draft = keepDraft(form, rows);
  sendPhotos(form, draft);
}
