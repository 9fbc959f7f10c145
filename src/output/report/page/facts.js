// The table of facts: filters that stay in sight, sorting, fifty rows a page.
import { fact_link, mark_buttons, short_title } from "./card.js";
import { docs } from "./data.js";
import { bdi, el, plain, tell } from "./dom.js";
import { chosen, choices, filters, get_ready, sorted } from "./filters.js";
import { doc_address, here, settle } from "./route.js";
import { counted, how_many, long_date, one_line } from "./words.js";

const a_page = 50;
const columns = [["fact", "Fact"], [null, "Evidence"], ["document", "Document"], ["date", "Date"], ["confidence", "Confidence"], [null, "Right?"]];

export function facts_view() {
  let { query } = here();
  let page = Math.max(0, Number(query.get("page") ?? 1) - 1) || 0;
  const body = el("tbody", { role: "rowgroup" }), count = el("p.count", { role: "status" }), pager = el("nav.pager", { "aria-label": "Pages of the table" });
  const head = el("tr", { role: "row" });
  const chips = el("ul.chosen", { "aria-label": "Filters in use" });

  function set(name, value) {
    if (value) query.set(name, value);
    else query.delete(name);
    if (name !== "page") query.delete("page"), page = 0;
    const words = query.toString();
    settle("#facts" + (words ? "?" + words : ""));
    draw();
  }

  const search = el("input", { type: "search", id: "q", value: query.get("q") ?? "", placeholder: "Words in facts, quotes, titles", autocomplete: "off", spellcheck: "false" });
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => set("q", search.value.trim()), 150);
  });
  const selects = filters.map((filter) => {
    const values = choices(filter);
    if (values.length < 2 && filter.name !== "marked") return null;
    const select = el("select", { id: "f-" + filter.name, onchange: () => set(filter.name, select.value) }, el("option", { value: "" }, "any"),
      ...values.map(({ value, count: facts, words }) => el("option", { value }, plain(words).slice(0, 60) + (filter.name === "marked" ? "" : " (" + counted(facts) + ")"))));
    select.value = query.get(filter.name) ?? "";
    return el("div.filter", null, el("label", { for: "f-" + filter.name }, filter.label), select);
  }).filter(Boolean);
  const more = el("details.more-filters", null, el("summary", null, "Filters"), el("div.selects", null, ...selects));
  more.open = matchMedia("(min-width: 60rem)").matches;
  const bar = el("form.filters", { role: "search", "aria-label": "Filter the facts", onsubmit: (event) => event.preventDefault() },
    el("div.search", null, el("label.unseen", { for: "q" }, "Search"), search), more, el("div.summary-row", null, count, chips));

  function draw_head(by) {
    head.replaceChildren(...columns.map(([name, words]) => {
      if (!name) return el("th", { scope: "col", role: "columnheader" }, words);
      const up = by === name, down = by === "-" + name;
      return el("th", { scope: "col", role: "columnheader", "aria-sort": up ? "ascending" : down ? "descending" : "none" },
        el("button.sort", { type: "button", "data-sort": name, onclick: () => { set("sort", up ? "-" + name : name); head.querySelector('[data-sort="' + name + '"]').focus(); } },
          words, el("span", { "aria-hidden": "true" }, up ? " ↑" : down ? " ↓" : " ↕")));
    }));
  }

  function row(fact) {
    const marks = el("td.c-mark", { role: "cell" });
    const refresh = () => {
      const focused = marks.contains(document.activeElement) ? [...marks.querySelectorAll("button")].indexOf(document.activeElement) : -1;
      marks.replaceChildren(mark_buttons(fact, false, refresh));
      if (focused >= 0) marks.querySelectorAll("button")[focused].focus();
    };
    refresh();
    return el("tr", { role: "row" },
      el("td.c-fact", { role: "cell" }, fact_link(fact)),
      el("td.c-quote", { role: "cell" }, bdi(one_line(fact.doc.cut(fact.at, 400)), 280)),
      el("td.c-doc", { role: "cell" }, el("a", { href: doc_address(fact.doc) }, bdi(short_title(fact.doc))), fact.page ? el("span.faint", null, " p. " + fact.page) : null),
      el("td.c-date", { role: "cell" }, long_date(fact.doc.date) || "–"),
      el("td.c-confidence", { role: "cell" }, fact.confidence), marks);
  }

  function draw_pager(pages) {
    const step = (to, words, label) => el("button.quiet", { type: "button", disabled: to < 0 || to >= pages, "aria-label": label,
      onclick: () => { page = to; set("page", to ? String(to + 1) : ""); table.scrollIntoView(); tell("Page " + (to + 1) + " of " + pages); } }, words);
    pager.replaceChildren(step(0, "«", "First page"), step(page - 1, "‹", "Page before"), el("span", null, "Page " + counted(page + 1) + " of " + counted(pages)),
      step(page + 1, "›", "Next page"), step(pages - 1, "»", "Last page"));
    pager.hidden = pages < 2;
  }

  function draw_chips() {
    const shown = filters.filter((filter) => query.get(filter.name)).map((filter) => [filter.name, filter.label + ": " + plain(filter.words(query.get(filter.name)) ?? "")]);
    if (query.has("doc")) shown.unshift(["doc", "in " + plain(docs[Number(query.get("doc"))]?.title ?? "?").slice(0, 50)]);
    chips.replaceChildren(...shown.map(([name, words]) => el("li", null, el("button.chosen-one", { type: "button", "aria-label": "Remove " + words, onclick: () => {
      const select = document.getElementById("f-" + name);
      if (select) select.value = "";
      set(name, "");
      search.focus();
    } }, words, el("span", { "aria-hidden": "true" }, " ×")))));
    chips.hidden = !shown.length;
  }

  function draw() {
    const by = query.get("sort") ?? "document";
    const facts = sorted(chosen(query), by), pages = Math.max(1, Math.ceil(facts.length / a_page));
    page = Math.min(page, pages - 1);
    draw_head(by);
    body.replaceChildren(...facts.slice(page * a_page, (page + 1) * a_page).map(row));
    if (!facts.length) body.append(el("tr", { role: "row" }, el("td.none", { role: "cell", colspan: columns.length }, "No fact is like that. Take a filter away.")));
    count.textContent = how_many(facts.length, "fact", "facts") + " in " + how_many(new Set(facts.map((fact) => fact.doc)).size, "document", "documents");
    draw_chips();
    draw_pager(pages);
  }

  const table = el("table.facts", { role: "table", "aria-label": "Facts" }, el("thead", { role: "rowgroup" }, head), body);
  draw();
  get_ready();
  return el("div.view.facts-view", null, el("h1", { tabindex: "-1" }, "Facts"), bar, table, pager);
}
