// Keys, and the dialog that tells of them. Single keys can be switched off there; they never act while somebody types.
import { docs } from "./data.js";
import { el } from "./dom.js";
import { doc_address } from "./route.js";
import { reader_now } from "./reader.js";
import { keep, load_marks, recall } from "./store.js";
import { how_many } from "./words.js";

const colours = ["auto", "dark", "light"];
let theme = colours.includes(recall("muster-theme")) ? recall("muster-theme") : "auto";
let keys_on = recall("muster-keys") !== "off";

export function show_theme() {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
  const button = document.getElementById("theme");
  button.textContent = { auto: "◐", dark: "●", light: "○" }[theme];
  button.setAttribute("aria-label", "Colours: " + { auto: "as the system has them", dark: "dark", light: "light" }[theme]);
  button.title = button.getAttribute("aria-label") + " (t)";
}
export function next_theme() {
  theme = colours[(colours.indexOf(theme) + 1) % colours.length];
  keep("muster-theme", theme);
  show_theme();
}

function neighbour(by) {
  const other = docs[(reader_now()?.doc.index ?? -by) + by];
  if (reader_now() && other) location.hash = doc_address(other);
}
const search = () => {
  const box = document.getElementById("q");
  if (box) box.focus();
  else location.hash = "#facts";
};

// [keys, what they do, how]
const actions = [
  [["n", "j"], "next fact", () => reader_now()?.step(1)],
  [["p", "k"], "fact before", () => reader_now()?.step(-1)],
  [["r"], "mark the fact as right, or take that back", () => reader_now()?.mark(true)],
  [["w"], "mark the fact as wrong, or take that back", () => reader_now()?.mark(false)],
  [["c"], "copy a citation of the fact", () => reader_now()?.copy()],
  [["o"], "open the source, at the fact's page", () => reader_now()?.open()],
  [["]"], "next document", () => neighbour(1)],
  [["["], "document before", () => neighbour(-1)],
  [["1"], "overview", () => { location.hash = "#overview"; }],
  [["2"], "facts", () => { location.hash = "#facts"; }],
  [["3"], "documents", () => { location.hash = "#documents"; }],
  [["/"], "search", search],
  [["t"], "light, dark, or as the system has it", next_theme],
  [["?"], "this help", () => show_help()],
];
const action_of = new Map(actions.flatMap(([keys, , act]) => keys.map((key) => [key, act])));

function on_key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const act = action_of.get(event.key);
  if (!act || (!keys_on && event.key !== "?")) return;
  event.preventDefault();
  act();
}

export function show_help() {
  document.getElementById("keys").showModal();
}

export function prepare_keys() {
  const dialog = document.getElementById("keys");
  const box = el("input", { type: "checkbox", checked: keys_on, onchange: () => {
    keys_on = box.checked;
    keep("muster-keys", keys_on ? "on" : "off");
  } });
  const file = el("input", { type: "file", id: "load", accept: ".jsonl,.json,.txt" });
  const loaded = el("span", { role: "status" });
  file.addEventListener("change", async () => {
    const { fit, strange } = load_marks(await file.files[0].text());
    loaded.textContent = " " + how_many(fit, "mark fits", "marks fit") + (strange ? ", " + how_many(strange, "line does not", "lines do not") : "") + ".";
  });
  dialog.append(el("h2", { id: "keys-title" }, "How this page works"),
    el("p", null, "Every fact has its exact words. In a document they are underlined, with a small label before them; the card beside shows what was read from them, and by which rule."),
    el("p", null, "Mark facts right or wrong, then save the marks: one JSON object a line. They stay in this browser until you clear them there."),
    el("p", null, el("label", { for: "load" }, "Load marks that were saved: "), file, loaded),
    el("table.keys", null, el("caption", null, "Keys"), el("tbody", null, ...actions.map(([keys, words]) => el("tr", null,
      el("th", { scope: "row" }, ...keys.flatMap((key, i) => [i ? " or " : null, el("kbd", null, key)])), el("td", null, words))))),
    el("p", null, el("label", null, box, " Single keys act (but for ?)")),
    el("form", { method: "dialog" }, el("button", { type: "submit" }, "Close")));
  document.addEventListener("keydown", on_key);
  document.getElementById("help").addEventListener("click", show_help);
  document.getElementById("theme").addEventListener("click", next_theme);
  show_theme();
}
