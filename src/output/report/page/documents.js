// The list of documents.
import { particulars } from "./card.js";
import { docs } from "./data.js";
import { bdi, el, plain } from "./dom.js";
import { doc_address } from "./route.js";
import { counted, how_many, kinds, one_line } from "./words.js";

const drawn_at_once = 200;

// "5 recommendations · 3 statuses", only what is there
function inventory(doc) {
  const counts = kinds.map(() => 0);
  for (const fact of doc.facts) counts[fact.is] += 1;
  const words = kinds.flatMap((kind, i) => (counts[i] ? [how_many(counts[i], kind.one, kind.many)] : []));
  return words.length ? words.flatMap((word, i) => [i ? " · " : null, el("span", null, word)]) : ["no facts"];
}

export function documents_view() {
  const list = el("ol.documents"), count = el("p.count", { role: "status" });
  const more = el("button.quiet.more", { type: "button", onclick: () => draw(drawn + drawn_at_once) }, "Show more");
  let found = docs, drawn = 0;

  const item = (doc) => el("li" + (doc.failed ? ".failed" : ""), null,
    el("a", { href: doc_address(doc) }, bdi(doc.title, 160)),
    el("p.particulars", null, ...particulars(doc).flatMap((part, i) => [i ? " · " : null, bdi(part, 120)])),
    doc.failed ? el("p.trouble", null, "Not read: ", bdi(one_line(doc.warnings[0]?.message ?? ""), 300)) : el("p.inventory", null, ...inventory(doc)),
    doc.title === doc.path ? null : el("p.path", null, bdi(plain(doc.path), 200)));

  function draw(upto) {
    list.append(...found.slice(drawn, upto).map(item));
    drawn = Math.min(upto, found.length);
    more.hidden = drawn >= found.length;
    count.textContent = how_many(found.length, "document", "documents");
  }
  const search = el("input", { type: "search", id: "q", placeholder: "Title, body, year, path", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = docs.filter((doc) => words.every((word) => [doc.title, doc.path, ...particulars(doc)].join(" ").toLowerCase().includes(word)));
    list.replaceChildren();
    drawn = 0;
    draw(drawn_at_once);
  });
  draw(drawn_at_once);
  const facts = docs.reduce((sum, doc) => sum + doc.facts.length, 0);
  return el("div.view.documents-view", null, el("h1", { tabindex: "-1" }, "Documents"),
    el("form.filters", { role: "search", "aria-label": "Find a document", onsubmit: (event) => event.preventDefault() },
      el("div.search", null, el("label.unseen", { for: "q" }, "Search"), search), el("div.summary-row", null, count, el("span.faint", null, counted(facts) + " facts in all"))),
    list, more);
}
