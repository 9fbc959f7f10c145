// Marks (right, wrong, a note) and choices, kept by the browser where it lets us; else for as long as the page is open.
import { all_facts, docs } from "./data.js";
import { kinds } from "./words.js";

// Pages made of other documents have other marks.
function name_of_set() {
  let hash = 0x811c9dc5;
  for (const doc of docs)
    for (const character of doc.source.sha256 + doc.path) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return "muster-marks-" + hash.toString(16);
}
const set = name_of_set();

export function recall(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}
export function keep(name, value) {
  try { localStorage.setItem(name, value); } catch { /* no room or no leave: it lives as long as the page */ }
}

const marks = new Map();   // "3.r2" -> {right: true | false | null, note: ""}
const key_of = (fact) => fact.doc.index + "." + fact.id;
const listeners = [];

function load() {
  let saved = null;
  try { saved = JSON.parse(recall(set) ?? "{}"); } catch { saved = {}; }
  for (const [key, value] of Object.entries(saved ?? {}))
    if (value && typeof value.note === "string") marks.set(key, { right: value.right === true ? true : value.right === false ? false : null, note: value.note });
}
load();

let saving = 0;
function save_here() {
  clearTimeout(saving);
  saving = 0;
  keep(set, JSON.stringify(Object.fromEntries(marks)));
}
function changed() {
  clearTimeout(saving);
  saving = setTimeout(save_here, 150);
  for (const listener of listeners) listener();
}
window.addEventListener("pagehide", () => { if (saving) save_here(); });

export const on_marks = (listener) => listeners.push(listener);
export const mark_of = (fact) => marks.get(key_of(fact)) ?? { right: null, note: "" };
export const marked = () => all_facts.filter((fact) => mark_of(fact).right !== null);

// The same mark again takes it back.
export function mark(fact, right) {
  const now = mark_of(fact);
  marks.set(key_of(fact), { ...now, right: now.right === right ? null : right });
  changed();
}
export function note(fact, words) {
  marks.set(key_of(fact), { ...mark_of(fact), note: words });
  changed();
}

// One line a mark, as `muster eval` reads them.
export function marks_as_lines() {
  return marked().map((fact) => {
    const { path, member = null, record = null } = fact.doc.source;
    const { right, note } = mark_of(fact);
    return JSON.stringify({ path, member, record, kind: kinds[fact.is].name, id: fact.id, start: fact.at[0], end: fact.at[1],
      quote: fact.doc.cut(fact.at), right, note }) + "\n";
  }).join("");
}

// Marks that were saved before, by anybody, on a page of the same documents. -> how many fit a fact here, and how many do not
export function load_marks(lines) {
  const place_of = (source) => JSON.stringify([source.path, source.member ?? null, source.record ?? null]);
  const by_place = new Map(docs.map((doc) => [place_of(doc.source), doc]));
  let fit = 0, strange = 0;
  for (const line of lines.split("\n").filter((one) => one.trim())) {
    let saved = null;
    try { saved = JSON.parse(line); } catch { /* counted below */ }
    const fact = saved && by_place.get(place_of(saved))?.facts.find((one) => one.id === saved.id && kinds[one.is].name === saved.kind && one.at[0] === saved.start && one.at[1] === saved.end);
    if (!fact || typeof saved.right !== "boolean") { strange += 1; continue; }
    marks.set(key_of(fact), { right: saved.right, note: typeof saved.note === "string" ? saved.note.slice(0, 2000) : "" });
    fit += 1;
  }
  changed();
  return { fit, strange };
}

export function save_marks() {
  const url = URL.createObjectURL(new Blob([marks_as_lines()], { type: "application/jsonl" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "marks.jsonl";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
