// The first view: how much was asked for, what came of it, by whom and when, and the staffing behind it.
import { axis, bars, range, role_mark, roles, scale_for, stack, strip, years_of } from "./charts.js";
import { about, all_facts, docs } from "./data.js";
import { bdi, el, plain, tell } from "./dom.js";
import { fact_address, facts_address } from "./route.js";
import { amount, counted, how_many, kinds, one_line, spaced, statuses, unit_words } from "./words.js";

const rows_at_first = 12;
const of_kind = (name) => all_facts.filter((fact) => kinds[fact.is].name === name);
const last_first = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const tallied = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map());

// As `muster summary` counts: from the tallies of a document; where it has none, from its statements.
function by_status() {
  const sums = new Map(statuses.map((status) => [status, 0]));
  const add = (status, count) => sums.set(status, (sums.get(status) ?? 0) + count);
  for (const doc of docs) {
    const tallies = doc.facts.filter((fact) => fact.is === 2);
    for (const tally of tallies) for (const [status, count] of Object.entries(tally.by_status ?? {})) add(status, count);
    if (!tallies.length) for (const fact of doc.facts) if (fact.is === 1) add(fact.status, fact.count ?? 1);
  }
  return Object.fromEntries([...sums].filter(([, count]) => count > 0));
}

function section(title, lead, half, ...content) {
  const id = "s-" + title.toLowerCase().replace(/[^a-z]+/g, "-");
  return el("section.part" + (half ? ".half" : ""), { "aria-labelledby": id }, el("h2", { id }, title), lead ? el("p.lead", null, lead) : null, ...content);
}

// The first rows of a list, and a button for the rest.
function shortened_list(list, rows, draw, what) {
  list.append(...rows.slice(0, rows_at_first).map(draw));
  if (rows.length <= rows_at_first) return list;
  const rest = el("button.quiet.more", { type: "button", onclick: () => {
    const first = draw(rows[rows_at_first]);
    list.append(first, ...rows.slice(rows_at_first + 1).map(draw));
    rest.remove();
    first.querySelector("a")?.focus();
    tell("All " + rows.length + " are shown.");
  } }, "Show all " + counted(rows.length) + " " + what);
  return [list, rest];
}

function carried_out() {
  const sums = by_status(), whole = Object.values(sums).reduce((a, b) => a + b, 0);
  if (!whole) return null;
  const rows = Object.entries(sums).map(([status, value]) => ({ name: spaced(status), value, status, href: facts_address({ status }) }));
  return section("What came of earlier requests", "Each as the documents tally them: " + counted(whole) + " requests with a known outcome.", true, stack(sums, whole), bars(rows, whole));
}

function themes() {
  const rows = last_first(tallied(of_kind("recommendations").filter((fact) => !fact.repeats).flatMap((fact) => fact.themes ?? [])));
  if (!rows.length) return null;
  return section("What is asked for", "Recommendations, calls and commitments by theme; one may have several.", true,
    bars(rows.map(([theme, value]) => ({ name: spaced(theme), value, href: facts_address({ kind: "recommendations", theme }) }))));
}

// Bodies down, years across, the number of things asked for in each cell.
function bodies() {
  const years = [...new Set(docs.map((doc) => doc.year))].sort();
  if (years[0] === "") years.push(years.shift());
  const rows = new Map();
  for (const doc of docs) {
    if (doc.failed) continue;
    const row = rows.get(doc.body) ?? { body: doc.body, all: 0, documents: 0, years: new Map() };
    const asked = doc.facts.filter((fact) => fact.is === 0 && !fact.repeats).length;
    row.all += asked;
    row.documents += 1;
    row.years.set(doc.year, (row.years.get(doc.year) ?? 0) + asked);
    rows.set(doc.body, row);
  }
  const sorted = [...rows.values()].sort((a, b) => b.all - a.all || (a.body < b.body ? -1 : 1));
  if (!sorted.length) return null;
  const most = Math.max(1, ...sorted.flatMap((row) => [...row.years.values()]));
  const cell = (row, year) => {
    const value = row.years.get(year);
    if (value === undefined) return el("td", null, el("span.nothing", { "aria-label": "no document" }, "·"));
    return el("td", null, el("a.cell.h" + Math.ceil(4 * value / most), { href: facts_address({ kind: "recommendations", body: row.body || "?", year: year || "?" }) }, counted(value)));
  };
  const body = el("tbody");
  const drawn = shortened_list(body, sorted, (row) => el("tr", null,
    el("th", { scope: "row" }, row.body ? bdi(row.body, 60) : "no body named", row.documents > 1 ? el("span.faint", null, " " + row.documents + " documents") : null),
    el("td", null, counted(row.all)), ...years.map((year) => cell(row, year))), "bodies");
  const [, more] = [drawn].flat();
  return section("By body and year", "How many things each was asked to do, or was reported to have been asked.", false,
    el("div.wide", { tabindex: "0", role: "region", "aria-label": "Recommendations by body and year" }, el("table.matrix", null,
      el("thead", null, el("tr", null, el("th", { scope: "col" }, "Body"), el("th", { scope: "col" }, "All"), ...years.map((year) => el("th", { scope: "col" }, year || "undated")))), body)), more);
}

// A figure with those that its text compares it with.
function figures_of_staff(unit) {
  const taken = new Set(), rows = [];
  const facts = of_kind("staffing").filter((fact) => (fact.unit ?? "") === unit && (fact.low !== undefined || fact.high !== undefined));
  const by_doc = new Map();
  for (const fact of facts) by_doc.set(fact.doc, [...(by_doc.get(fact.doc) ?? []), fact].slice(-2000));
  for (const fact of facts.filter((fact) => (fact.role ?? "current") === "current")) {
    const beside = fact.pair || by_doc.get(fact.doc).length < 500
      ? by_doc.get(fact.doc).filter((other) => other !== fact && other.role !== "current" && (other.id === fact.pair || other.pair === fact.id)) : [];
    beside.forEach((other) => taken.add(other));
    rows.push([fact, ...beside]);
  }
  for (const fact of facts) if ((fact.role ?? "current") !== "current" && !taken.has(fact)) rows.push([fact]);
  return rows;
}

const ends = (fact) => ({ low: fact.low ?? fact.high, high: fact.high ?? fact.low, role: fact.role ?? "current" });

function staffing_rows(unit) {
  const rows = figures_of_staff(unit), scale = scale_for(rows.flat().flatMap((fact) => [ends(fact).low, ends(fact).high]), unit);
  const by_metric = new Map();
  for (const row of rows) by_metric.set(row[0].metric, [...(by_metric.get(row[0].metric) ?? []), row]);
  const uneven = scale.even ? [] : [el("p.faint", null, "The figures lie far apart: each step of the axis is ten times the one before.")];
  const words = (tick) => counted(tick) + (unit === "percent" ? " %" : "");
  return uneven.concat([...by_metric].sort((a, b) => b[1].length - a[1].length).flatMap(([metric, of_metric]) => {
    of_metric.sort((a, b) => ends(b[0]).high - ends(a[0]).high);
    const list = el("ol.ranges");
    const drawn = shortened_list(list, of_metric, (row) => el("li", null,
      el("a", { href: fact_address(row[0]) }, bdi(one_line(row[0].doc.body || row[0].doc.title), 44),
        el("span.faint", null, [row[0].doc.year, row[0].group].filter(Boolean).map((part) => " · " + plain(one_line(part)).slice(0, 40)).join(""))),
      range(row.map(ends), scale),
      el("span.value", null, row.map((fact, i) => (i || (fact.role ?? "current") !== "current" ? spaced(fact.role ?? "current") + " " : "") + amount(fact)).join(", "))), "figures");
    return [el("h3", null, spaced(metric), el("span.faint", null, " " + counted(of_metric.length))),
      el("div.axis-row", { "aria-hidden": "true" }, axis(scale, words)), ...[drawn].flat()];
  }));
}

function staffing() {
  const units = last_first(tallied(of_kind("staffing").filter((fact) => fact.low !== undefined).map((fact) => fact.unit ?? "")));
  if (!units.length) return null;
  if (units.some(([unit]) => unit === "percent")) units.unshift(...units.splice(units.findIndex(([unit]) => unit === "percent"), 1));
  const place = el("div", null, ...staffing_rows(units[0][0]));
  const choice = el("select", { id: "unit", onchange: () => place.replaceChildren(...staffing_rows(choice.value)) },
    ...units.map(([unit, count]) => el("option", { value: unit }, (unit_words(unit) || "no unit") + " (" + count + ")")));
  const legend = el("p.legend", null, ...roles.flatMap((role) => [role_mark(role), el("span", null, role)]));
  return section("Staffing", "Every figure on one axis; a line is a range.", false, el("p.choose", null, el("label", { for: "unit" }, "Measured in "), choice), legend, place);
}

const overall = (facts) => facts.find((fact) => /\boverall\b/i.test(fact.area ?? "")) ?? facts[0];
const scale_names = { "ofsted-4": "Ofsted, four grades", "cqc-4": "CQC, four ratings", "send-3": "SEND, three outcomes", progress: "Progress", ssi: "SSI", other: "Other scales" };

function grades() {
  const parts = [];
  for (const [scale] of last_first(tallied(of_kind("judgements").filter((fact) => fact.rank && fact.of_ranks <= 10).map((fact) => fact.scale ?? "other")))) {
    const rows = new Map();
    for (const doc of docs) {
      const here = doc.facts.filter((fact) => fact.is === 4 && (fact.scale ?? "other") === scale && fact.rank && fact.of_ranks <= 10);
      if (here.length) rows.set(doc.body || doc.title, [...(rows.get(doc.body || doc.title) ?? []), overall(here)]);
    }
    for (const facts of rows.values()) facts.sort((a, b) => (a.doc.date < b.doc.date ? -1 : 1));
    const dates = [...rows.values()].flat().filter((fact) => fact.doc.year).map((fact) => years_of(fact.doc.date));
    const from = Math.floor(Math.min(...dates)), to = Math.ceil(Math.max(...dates) + 0.01);
    const span = dates.length ? { at: (year) => (year - from) / (to - from), ticks: [from, ...(to - from > 3 ? [Math.round((from + to) / 2)] : []), to] } : null;
    const list = el("ol.ranges.grades");
    const drawn = shortened_list(list, [...rows].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)), ([body, facts]) => el("li", null,
      el("span", null, bdi(body, 60)),
      strip(facts.filter((fact) => fact.doc.year).map((fact) => ({ date: years_of(fact.doc.date), rank: fact.rank, of_ranks: fact.of_ranks })), from, to),
      el("span.value", null, ...facts.slice(-4).flatMap((fact, i) => [i ? " → " : null, el("a", { href: fact_address(fact) },
        (fact.doc.year ? fact.doc.year + " " : "") + plain(one_line(fact.grade)).slice(0, 40))]))), "bodies");
    parts.push(el("h3", null, scale_names[scale] ?? scale), span ? el("div.axis-row.grades", { "aria-hidden": "true" }, axis(span, String)) : null, ...[drawn].flat());
  }
  return parts.length ? section("Grades over time", "Of each document the overall grade, or its first; the fuller the ladder, the better.", false, ...parts) : null;
}

function numbers() {
  const asked = of_kind("recommendations").filter((fact) => !fact.repeats);
  const one = (value, words, href) => (value ? el("li", null, el("a", { href }, el("strong", null, counted(value)), " ", words)) : null);
  const count = (name) => of_kind(name).length;
  const by = (kind) => asked.filter((fact) => fact.kind === kind).length;
  const failed = docs.filter((doc) => doc.failed).length;
  return el("ul.numbers", null,
    one(docs.length - failed, docs.length - failed === 1 ? "document" : "documents", "#documents"), one(failed, "not read", "#documents"),
    one(by("recommendation"), "recommendations", facts_address({ kind: "recommendations" })), one(by("call"), "calls by others", facts_address({ kind: "recommendations" })),
    one(by("commitment"), "commitments", facts_address({ kind: "recommendations" })), one(count("statuses"), "statements on progress", facts_address({ kind: "statuses" })),
    one(count("responses"), "responses", facts_address({ kind: "responses" })), one(count("judgements"), "judgements", facts_address({ kind: "judgements" })),
    one(count("staffing"), "staffing figures", facts_address({ kind: "staffing" })), one(count("figures"), "proportions", facts_address({ kind: "figures" })));
}

export function overview() {
  const title = about.title ?? "";
  const heading = title || (docs.length === 1 ? docs[0].title : "What " + how_many(docs.length, "document says", "documents say"));
  const parts = [carried_out(), themes(), bodies(), staffing(), grades()].filter(Boolean);
  return el("div.view.overview", null, el("h1", { tabindex: "-1" }, bdi(heading)), numbers(),
    ...(parts.length ? parts : [el("p.lead", null, "Nothing was asked for, judged or counted in these documents.")]));
}
