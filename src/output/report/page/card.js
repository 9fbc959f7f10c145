// A fact laid open: what it says, its evidence, the rule that made it, where it stands; to be cited and marked.
import { bdi, el, plain, shortened, tell } from "./dom.js";
import { fact_address } from "./route.js";
import { mark, mark_of, note } from "./store.js";
import { counted, kinds, long_date, one_line, phrase, spaced, symbol_of } from "./words.js";

const shown_at_most = 1200;   // characters of a quote; the text beside has the rest
const confidence_words = { high: "high", medium: "medium: worth a look", low: "low: a guess" };

export function symbol(status) {
  return status ? el("span.symbol." + status, { "aria-hidden": "true" }, symbol_of(status)) : null;
}

export function headline(fact, most = 300) {
  const { label, said, status } = phrase(fact);
  return [symbol(status), el("span.label", null, plain(label)), " ", el("span.said", null, bdi(one_line(said), most))];
}

// Particulars of a document in one line.
export function particulars(doc) {
  return [spaced(doc.about.kind), ...doc.about.inspectorates, doc.about.body, long_date(doc.date)].filter(Boolean).map((part) => plain(one_line(part)));
}

export function citation(fact) {
  const { doc } = fact;
  const who = [...doc.about.inspectorates, doc.about.body].filter(Boolean).map(one_line).join(", ");
  const place = [fact.page ? "p. " + fact.page : "", "characters " + fact.at[0] + "–" + fact.at[1]].filter(Boolean).join(", ");
  return plain("“" + one_line(doc.cut(fact.at)) + "” " + [doc.title, who, long_date(doc.date), place].filter(Boolean).join(", ") + ". " + doc.path);
}

export async function copy_citation(fact) {
  const words = citation(fact);
  try {
    await navigator.clipboard.writeText(words);
    tell("Citation copied.");
  } catch {
    const box = el("textarea.unseen", { "aria-hidden": "true", tabindex: "-1" });
    box.value = words;
    document.body.append(box);
    box.select();
    tell(document.execCommand("copy") ? "Citation copied." : "This browser does not let the page copy.");
    box.remove();
  }
}

// ✓ and ✗, pressed or not. `after` is called when a mark has changed.
export function mark_buttons(fact, words_too, after) {
  const now = mark_of(fact).right;
  const button = (right) => el("button.mark." + (right ? "right" : "wrong"), { type: "button", "aria-pressed": String(now === right),
    "aria-label": (right ? "Right: " : "Wrong: ") + fact.id, onclick: () => { mark(fact, right); after(); } },
    el("span", { "aria-hidden": "true" }, right ? "✓" : "✗"), words_too ? (right ? " Right" : " Wrong") : null);
  return el("span.marks", { role: "group", "aria-label": "Is it right?" }, button(true), button(false));
}

function page_link(fact) {
  const address = fact.doc.address(fact.page);
  const words = fact.page ? "page " + fact.page : "source file";
  if (!address) return fact.page ? words : null;
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words, el("span.out", { "aria-hidden": "true" }, " ↗"));
}

// What else the fact says, in its own words.
function fields_of(fact) {
  const rows = [];
  const add = (name, value) => { if (value !== undefined && value !== null && value !== "") rows.push([name, value]); };
  for (const name of ["phrase", "subject", "strength", "level", "issuer", "addressee", "responder", "recommendation", "scale", "unit", "role", "group", "place", "when", "about"])
    if (fact[name] !== undefined) add(name, bdi(spaced(one_line(String(fact[name]))), 300));
  if (typeof fact.of === "string") add("of", bdi(one_line(fact.of), 300));
  if (fact.rank !== undefined) add("rank", counted(fact.rank) + " of " + counted(fact.of_ranks ?? 0));
  if (fact.deadline) add("deadline", bdi(one_line(fact.deadline.text ?? "") + (fact.deadline.date ? " (" + fact.deadline.date + ")" : "")));
  if (fact.themes) add("themes", fact.themes.map(spaced).join(", "));
  if (fact.given) add("status", [symbol(fact.given.status), spaced(fact.given.status)]);
  const link = (id) => el("a", { href: "#doc/" + fact.doc.index + "/" + encodeURIComponent(id) }, plain(id));
  if (fact.refers_to) add("refers to", fact.refers_to.flatMap((id, i) => [i ? ", " : null, link(id)]));
  if (fact.pair) add("compared with", link(fact.pair));
  if (fact.repeats) add("repeats", link(fact.repeats));
  return rows;
}

export function card(fact, after) {
  const quote = one_line(fact.doc.cut(fact.at, shown_at_most + 1)), { label, said, status } = phrase(fact);
  const only_quote = one_line(said).slice(0, shown_at_most) === quote.slice(0, shown_at_most);   // then it need not be said twice
  const row = (name, ...value) => (value.some((part) => part !== null) ? [el("dt", null, name), el("dd", null, ...value)] : []);
  const words = el("input", { type: "text", value: mark_of(fact).note, "aria-label": "Note on " + fact.id, placeholder: "Note", maxlength: 2000, autocomplete: "off" });
  words.addEventListener("input", () => note(fact, words.value));
  return [
    el("p.kind", null, el("span.id", null, plain(fact.id)), " ", kinds[fact.is].one),
    el("p.headline", null, ...(only_quote ? [symbol(status), el("span.label", null, plain(label))] : headline(fact))),
    el("blockquote", { dir: "auto" }, bdi(quote, shown_at_most)),
    el("dl", null,
      ...fields_of(fact).flatMap(([name, value]) => row(name, ...[value].flat())),
      ...row("section", fact.section ? bdi(one_line(fact.doc.cut(fact.section, 400)), 300) : null),
      ...row("speaker", fact.speaker ? bdi(one_line(fact.speaker), 200) : null),
      ...row("where", page_link(fact)),
      ...row("rule", fact.rule ? el("code", null, plain(fact.rule)) : null),
      ...row("confidence", confidence_words[fact.confidence] ?? fact.confidence)),
    el("div.actions", null, mark_buttons(fact, true, after), el("button.quiet", { type: "button", onclick: () => copy_citation(fact) }, "Copy citation")),
    el("label.note", null, el("span.unseen", null, "Note"), words),
  ];
}

export function fact_link(fact) {
  return el("a.fact", { href: fact_address(fact) }, ...headline(fact, 160));
}

export const short_title = (doc) => shortened(doc.title, 90);
