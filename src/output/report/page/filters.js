// Which facts a reader wants to see. The filters are what stands in the address.
import { all_facts } from "./data.js";
import { in_slices } from "./dom.js";
import { mark_of } from "./store.js";
import { kinds, one_line, phrase, spaced, statuses } from "./words.js";

const none = "?";   // the value for "not known"

export const filters = [
  { name: "kind", label: "Kind", of: (fact) => [kinds[fact.is].name], words: (value) => kinds.find((kind) => kind.name === value)?.many ?? value },
  { name: "status", label: "Status", of: (fact) => (fact.is === 2 ? Object.keys(fact.by_status ?? {}) : [fact.status ?? fact.given?.status].filter(Boolean)), words: spaced, order: statuses },
  { name: "theme", label: "Theme", of: (fact) => fact.themes ?? [], words: spaced },
  { name: "metric", label: "Metric", of: (fact) => (fact.metric ? [fact.metric] : []), words: spaced },
  { name: "body", label: "Body", of: (fact) => [fact.doc.body || none], words: (value) => (value === none ? "no body named" : value) },
  { name: "year", label: "Year", of: (fact) => [fact.doc.year || none], words: (value) => (value === none ? "undated" : value) },
  { name: "confidence", label: "Confidence", of: (fact) => [fact.confidence], words: spaced, order: ["high", "medium", "low"] },
  { name: "marked", label: "Marked", of: (fact) => [mark_of(fact).right === null ? "no" : mark_of(fact).right ? "right" : "wrong"],
    words: (value) => ({ no: "not yet", right: "right", wrong: "wrong" })[value], order: ["no", "right", "wrong"] },
];

// The choices of a filter with how many facts have each, in a useful order.
export function choices(filter) {
  const counts = new Map();
  for (const fact of all_facts) for (const value of filter.of(fact)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const place = (value) => (filter.order ? filter.order.indexOf(value) : filter.name === "kind" ? kinds.findIndex((kind) => kind.name === value) : 0);
  const known = [...counts].sort((a, b) => place(a[0]) - place(b[0]) || (a[0] === none) - (b[0] === none) || (a[0] < b[0] ? -1 : 1));
  return known.map(([value, count]) => ({ value, count, words: filter.words(value) ?? value }));
}

// Everything that can be searched of a fact, in lower case; made once, when somebody searches.
function haystack(fact) {
  if (fact.haystack === undefined) {
    const { label, said } = phrase(fact);
    fact.haystack = one_line([label, said, fact.doc.cut(fact.at, 4000), fact.doc.title, fact.doc.body, fact.doc.path, fact.rule, fact.id].join(" ")).toLowerCase();
  }
  return fact.haystack;
}

// Made ready while nobody waits: the first search is then as quick as the others.
let ready = 0;
export function get_ready() {
  if (ready === 0) in_slices(() => ready < all_facts.length && haystack(all_facts[ready++]) !== undefined);
}

export function chosen(query) {
  const active = filters.filter((filter) => query.get(filter.name));
  const words = (query.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const only = query.has("doc") ? Number(query.get("doc")) : null;
  return all_facts.filter((fact) => (only === null || fact.doc.index === only) &&
    active.every((filter) => filter.of(fact).includes(query.get(filter.name))) && (!words.length || words.every((word) => haystack(fact).includes(word))));
}

const confidence_order = { high: 0, medium: 1, low: 2 };
const value_of = (fact) => fact.low ?? fact.count ?? fact.rank ?? 0;
export const orders = {
  fact: (a, b) => a.is - b.is || statuses.indexOf(a.status) - statuses.indexOf(b.status) || ((a.metric ?? "") < (b.metric ?? "") ? -1 : (a.metric ?? "") > (b.metric ?? "") ? 1 : value_of(a) - value_of(b)),
  document: (a, b) => a.order - b.order,
  date: (a, b) => (a.doc.date < b.doc.date ? -1 : a.doc.date > b.doc.date ? 1 : 0),
  confidence: (a, b) => confidence_order[a.confidence] - confidence_order[b.confidence],
};

// "-date" is date the other way round. Facts that are equal stay in the order of the documents.
export function sorted(facts, by) {
  const down = by.startsWith("-"), order = orders[down ? by.slice(1) : by];
  return order ? [...facts].sort((a, b) => (down ? -order(a, b) : order(a, b)) || a.order - b.order) : facts;
}
