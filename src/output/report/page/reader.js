// A document's text with its facts marked in place, and beside it the fact that the reader is at.
import { card, copy_citation, particulars } from "./card.js";
import { docs } from "./data.js";
import { bdi, el, in_slices, plain, say, tell } from "./dom.js";
import { doc_address, fact_address, facts_address, settle } from "./route.js";
import { groups_of, lower_bound, pieces_of } from "./segments.js";
import { mark } from "./store.js";
import { counted, kinds, long_date, one_line, phrase, symbol_of } from "./words.js";

const chips_a_place = 4;
let reading = null;   // what the keys act on
export const reader_now = () => reading;
export function leave_reader() {
  reading?.stop();
  reading = null;
}

function chip_words(fact) {
  const { label, said } = phrase(fact);
  return plain(fact.id + ", " + kinds[fact.is].one + ": " + one_line(label + " " + said).slice(0, 120));
}

class Reader {
  constructor(doc) {
    this.doc = doc;
    this.shown = new Set(doc.facts.map((fact) => fact.is));
    this.text = el("article.text", { "aria-label": "Text of the document", lang: doc.source.language && doc.source.language !== "und" ? doc.source.language : null });
    this.body = el("div.fact-body");
    this.where = el("p.where", { role: "status" });
    this.aside = el("aside.card", { "aria-label": "The fact" });
    this.text.addEventListener("pointerover", (event) => this.hover(event));
    this.text.addEventListener("pointerleave", () => this.draw_card(this.at));
    this.text.addEventListener("click", (event) => this.click(event));
    this.stop = () => {};
    this.prepare();
  }

  // Everything about positions; again when other kinds are shown.
  prepare() {
    this.stop();
    this.facts = this.doc.facts.filter((fact) => this.shown.has(fact.is) && fact.at[1] > fact.at[0]);
    this.places = new Map(this.facts.map((fact, index) => [fact, index]));
    Object.assign(this, pieces_of(this.facts));
    this.ends = this.pieces.map((piece) => piece.end);
    this.groups = groups_of(this.facts);
    this.elements = this.pieces.map(() => []);
    this.chips = new Map();
    this.now = [];
    this.blocks = this.doc.blocks();
    this.drawn = 0;
    this.group = 0;
    this.page = 0;
    this.text.replaceChildren();
    this.at = this.places.has(this.at) ? this.at : null;
    this.stop = in_slices(() => this.draw_block());
  }

  // Draws the next block; false when there is none.
  draw_block() {
    if (this.drawn >= this.blocks.length) return false;
    const block = this.blocks[this.drawn++];
    if (block.page && block.page !== this.page) this.text.append(this.page_break(block.page));
    this.page = block.page || this.page;
    const tag = block.kind === "heading" || block.kind === "title" ? "h2" : block.kind === "quote" ? "blockquote" : "p";
    const node = el(tag + ".b-" + block.kind + (block.level > 0 ? ".l" + Math.min(block.level, 6) : ""), { dir: "auto" });
    const last = this.drawn === this.blocks.length;
    const put = (start, end) => { if (end > start) say(node, this.doc.cut([start, end])); };
    let at = block.start, piece = lower_bound(this.ends, block.start + 1);
    while (this.group < this.groups.length && (this.groups[this.group].at < block.start)) node.append(this.chip_group(this.groups[this.group++]));
    while (at < block.end) {
      const next = this.pieces[piece];
      const start = next ? Math.max(next.start, at) : block.end;
      if (start >= block.end) {
        put(at, block.end);
        break;
      }
      put(at, start);
      while (this.group < this.groups.length && this.groups[this.group].at <= start) node.append(this.chip_group(this.groups[this.group++]));
      const end = Math.min(next.end, block.end);
      const status = next.top.status ?? next.top.given?.status;
      const marked = el("mark" + (status ? "." + status : ""), { "data-piece": piece });
      say(marked, this.doc.cut([start, end]));
      this.elements[piece].push(marked);
      node.append(marked);
      at = end;
      ++piece;
    }
    if (last) while (this.group < this.groups.length) node.append(this.chip_group(this.groups[this.group++]));
    this.text.append(node);
    return true;
  }

  page_break(page) {
    const address = this.doc.address(page);
    return el("div.page-break", null, address ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, "page " + page) : "page " + page);
  }

  chip_group(group) {
    const chip = (fact) => {
      const status = fact.status ?? fact.given?.status;
      const button = el("button.chip" + (status ? "." + status : ""), { type: "button", "aria-label": chip_words(fact), "data-id": fact.id },
        status ? symbol_of(status) + " " : null, plain(fact.id));
      this.chips.set(fact, button);
      return button;
    };
    const shown = group.facts.length > chips_a_place + 1 ? group.facts.slice(0, chips_a_place) : group.facts;
    const rest = group.facts.slice(shown.length);
    const box = el("span.chips", null, ...shown.map(chip));
    if (rest.length) {
      const more = el("button.chip", { type: "button", "data-id": rest[0].id, "aria-label": counted(rest.length) + " more facts here" }, "+" + counted(rest.length));
      for (const fact of rest) this.chips.set(fact, more);
      box.append(more);
    }
    return box;
  }

  fact_at(target) {
    const id = target.closest("[data-id]")?.dataset.id;
    if (id) return this.facts.find((fact) => fact.id === id);
    const piece = target.closest("[data-piece]")?.dataset.piece;
    return piece ? this.pieces[piece].top : null;
  }

  hover(event) {
    const fact = this.fact_at(event.target);
    if (fact && event.pointerType === "mouse") this.draw_card(fact);
  }

  click(event) {
    if (String(getSelection())) return;
    const button = event.target.closest("button.chip");
    let fact = this.fact_at(event.target);
    if (!fact) return;
    // A chip of many facts goes on to the next of them.
    if (button && this.at && this.chips.get(this.at) === button && this.chips.get(this.facts[this.places.get(this.at) + 1]) === button)
      fact = this.facts[this.places.get(this.at) + 1];
    this.go(fact, !button);
  }

  go(fact, keep_still) {
    if (!fact || !this.places.has(fact)) return;
    while (!this.chips.has(fact) && this.draw_block());
    for (const element of this.now) element.classList.remove("now");
    this.now = this.elements.slice(this.first.get(fact), this.last.get(fact) + 1).flat();
    for (const element of this.now) element.classList.add("now");
    this.chips.get(this.at)?.removeAttribute("aria-current");
    this.at = fact;
    const chip = this.chips.get(fact);
    chip.setAttribute("aria-current", "true");
    if (!keep_still) {
      chip.focus({ preventScroll: true });
      chip.scrollIntoView({ block: "center" });
    }
    settle(fact_address(fact));
    this.draw_card(fact);
  }

  step(by) {
    if (!this.facts.length) return tell("There is no fact in this document.");
    const place = this.at ? this.places.get(this.at) + by : by > 0 ? 0 : this.facts.length - 1;
    if (place < 0 || place >= this.facts.length) return tell(by > 0 ? "That was the last fact." : "That was the first fact.");
    this.go(this.facts[place]);
  }

  draw_card(fact) {
    if (this.carded === fact && fact && this.body.contains(document.activeElement)) return;
    this.carded = fact;
    this.where.textContent = this.at ? counted(this.places.get(this.at) + 1) + " of " + counted(this.facts.length) : counted(this.facts.length) + (this.facts.length === 1 ? " fact" : " facts");
    if (!fact) return this.body.replaceChildren(el("p.faint", null, this.facts.length ? "Choose a mark in the text, or go on to the first with › or the key n." : "Nothing is marked."));
    this.body.replaceChildren(...card(fact, () => this.again(fact)));
  }

  // After a mark: the same card, with the focus where it was.
  again(fact) {
    const right = document.activeElement?.classList.contains("right"), wrong = document.activeElement?.classList.contains("wrong");
    this.carded = null;
    this.draw_card(fact);
    if (right || wrong) this.body.querySelector(right ? ".mark.right" : ".mark.wrong")?.focus();
  }

  mark(right) {
    if (!this.at) return;
    mark(this.at, right);
    this.again(this.at);
    tell(this.at.id + (right ? " right" : " wrong"));
  }

  copy() { if (this.at) copy_citation(this.at); }
  open() {
    const address = this.doc.address(this.at?.page);
    if (address) window.open(address, "_blank", "noopener,noreferrer");
  }
  all_drawn() { while (this.draw_block()); }
}

function source_lines(doc) {
  const { source } = doc;
  const rows = [["path", doc.path], ["media type", source.media_type], ["size", source.bytes !== undefined ? counted(source.bytes) + " bytes" : ""], ["pages", source.pages],
    ["charset", source.charset], ["sha256", source.sha256], ["inspected", [doc.about.inspected_from, doc.about.inspected_to].filter(Boolean).map(long_date).join(" to ")],
    ["lead inspector", doc.about.lead_inspector]];
  return el("details.source", null, el("summary", null, "About the source"), el("dl", null, ...rows.filter(([, value]) => value !== undefined && value !== "")
    .flatMap(([name, value]) => [el("dt", null, name), el("dd", null, bdi(String(value), 400))])));
}

// Which kinds are marked; at least one says anything only if there are two.
function kind_choice(reader) {
  const counts = kinds.map((_, is) => reader.doc.facts.filter((fact) => fact.is === is).length);
  const boxes = kinds.flatMap((kind, is) => {
    if (!counts[is]) return [];
    const box = el("input", { type: "checkbox", checked: true, onchange: () => {
      if (box.checked) reader.shown.add(is);
      else reader.shown.delete(is);
      reader.prepare();
      reader.draw_card(reader.at);
    } });
    return [el("label", null, box, " ", counted(counts[is]) + " " + (counts[is] === 1 ? kind.one : kind.many))];
  });
  return boxes.length ? el("fieldset.kinds", null, el("legend.unseen", null, "Marked in the text"), ...boxes) : null;
}

export function reader_view(doc, id) {
  leave_reader();
  const reader = reading = new Reader(doc);
  const neighbour = (other, words, label) => (other ? el("a.quiet", { href: doc_address(other), "aria-label": label }, words) : null);
  const address = doc.address();
  reader.aside.append(el("div.stepper", null,
    el("button.quiet", { type: "button", "aria-label": "Fact before", title: "p", onclick: () => reader.step(-1) }, "‹"), reader.where,
    el("button.quiet", { type: "button", "aria-label": "Next fact", title: "n", onclick: () => reader.step(1) }, "›")), reader.body);
  reader.draw_card(null);
  const warnings = doc.warnings.length ? el("ul.warnings", { "aria-label": "Doubts" }, ...doc.warnings.slice(0, 20).map((warning) => el("li", null, el("span", { "aria-hidden": "true" }, "! "), bdi(one_line(warning.message), 300)))) : null;
  const view = el("div.view.reader", null,
    el("header.doc-head", null, el("h1", { tabindex: "-1" }, bdi(doc.title, 240)),
      el("p.particulars", null, ...particulars(doc).flatMap((part, i) => [i ? " · " : null, bdi(part, 160)])),
      el("p.links", null, address ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, "Open the source", el("span", { "aria-hidden": "true" }, " ↗")) : null,
        doc.facts.length ? el("a", { href: facts_address({ doc: String(doc.index) }) }, "Its facts as a table") : null,
        neighbour(docs[doc.index - 1], "‹ Previous document", "Previous document"), neighbour(docs[doc.index + 1], "Next document ›", "Next document")),
      warnings, kind_choice(reader), source_lines(doc)),
    el("div.columns", null, reader.text, reader.aside));
  while (reader.drawn < 40 && reader.draw_block());
  const fact = id ? doc.facts.find((one) => one.id === id) : null;
  if (fact) requestAnimationFrame(() => reader.go(fact));
  return view;
}
window.addEventListener("beforeprint", () => reading?.all_drawn());
