// A form with counters and nothing else to help with.
import { countWords } from "./desk-counter.js";

for (const form of document.querySelectorAll("form[data-counted]")) countWords(form);
