// From the address to the view.
import { about, docs, fact_of } from "./data.js";
import { bdi, el, plain, tell } from "./dom.js";
import { documents_view } from "./documents.js";
import { facts_view } from "./facts.js";
import { prepare_keys } from "./keys.js";
import { overview } from "./overview.js";
import { leave_reader, reader_now, reader_view } from "./reader.js";
import { here, how_far, remember_how_far } from "./route.js";
import { marked, on_marks, save_marks } from "./store.js";
import { how_many } from "./words.js";

const main = document.getElementById("main");
const page_title = about.title || "Evidence from " + how_many(docs.length, "document", "documents");

function view_of({ view, index, id }) {
  if (view === "doc" && docs[index]) return reader_view(docs[index], id);
  leave_reader();
  if (view === "facts") return facts_view();
  if (view === "documents") return documents_view();
  return overview();
}

function show(first) {
  const place = here(), reader = reader_now();
  // Another fact of the document that is open.
  if (place.view === "doc" && reader && reader.doc.index === place.index && place.id) return reader.go(fact_of(place.index, place.id));
  const view = view_of(place);
  main.replaceChildren(view);
  for (const link of document.querySelectorAll("nav [data-view]")) {
    const current = link.dataset.view === (place.view === "doc" ? "documents" : ["facts", "documents"].includes(place.view) ? place.view : "overview");
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const heading = view.querySelector("h1");
  document.title = plain(heading.textContent === page_title ? page_title : heading.textContent + " – " + page_title).slice(0, 200);
  if (first) return scrollTo(0, how_far());
  scrollTo(0, how_far());
  if (!place.id) heading.focus({ preventScroll: true });
}

function show_marks() {
  const right = marked().length;
  document.getElementById("marked").textContent = right ? how_many(right, "mark", "marks") : "";
  document.getElementById("export").disabled = !right;
}

document.getElementById("brand").replaceChildren(bdi(page_title, 80));
document.getElementById("foot").replaceChildren("Made by ", el("span", null, plain(about.made_by ?? "muster")), ". What a machine read is to be checked before it is quoted: each fact stands in its text.");
document.getElementById("export").addEventListener("click", () => { save_marks(); tell("Marks saved as marks.jsonl."); });
document.querySelector("a.skip").addEventListener("click", (event) => { event.preventDefault(); main.focus(); });
prepare_keys();
remember_how_far();
on_marks(show_marks);
show_marks();
addEventListener("hashchange", () => show(false));
show(true);
document.documentElement.setAttribute("data-ready", "");
