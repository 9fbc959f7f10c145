// The records that lie in the page. Facts are read at once; a document's text and blocks only when somebody looks at them.
import { one_line } from "./words.js";

const block_kinds = ["title", "heading", "paragraph", "list_item", "quote", "table_row", "furniture"];

class Doc {
  constructor(record, element, index) {
    Object.assign(this, { index, source: record.source, link: record.link, about: record.document, failed: record.failed === true,
      warnings: record.warnings, facts: record.facts, element, whole: null, astral: null });
    for (const fact of this.facts) {
      fact.doc = this;
      fact.at ??= [0, 0];
    }
    this.facts.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.is - b.is);
    const { title, body, inspectorates, published, inspected_to, inspected_from } = this.about;
    this.path = this.source.path + (this.source.member !== undefined ? "!" + this.source.member : "") +
      (this.source.record !== undefined ? ":" + this.source.record : "");
    this.title = one_line(title ?? "") || this.path;
    this.body = one_line(body ?? inspectorates[0] ?? "");
    this.date = published ?? inspected_to ?? inspected_from ?? "";
    this.year = /^\d{4}/.exec(this.date)?.[0] ?? "";
  }

  // {text, blocks}: parsed once, then the element it came in is emptied.
  read() {
    if (!this.whole) {
      this.whole = JSON.parse(this.element.textContent);
      this.element.remove();
      this.element = null;
    }
    return this.whole;
  }

  // Offsets in facts and blocks count code points, strings here UTF-16 units: apart after each character beyond the first 65,536.
  unit(point) {
    if (!this.astral) {
      this.astral = [];
      let units = 0;
      for (const found of this.read().text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.astral.push(found.index - units++);
    }
    let low = 0, high = this.astral.length;   // how many such characters lie before
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.astral[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  cut([start, end], most = Infinity) {
    const from = this.unit(start);
    return this.read().text.slice(from, Math.min(this.unit(end), from + most));
  }

  blocks() {
    const flat = this.read().blocks, out = [];
    for (let i = 0; i < flat.length; i += 5)
      out.push({ kind: block_kinds[flat[i]] ?? "paragraph", start: flat[i + 1], end: flat[i + 2], level: flat[i + 3], page: flat[i + 4] });
    return out;
  }

  address(page) {
    if (!this.link) return null;
    return this.link + (page && this.source.media_type === "application/pdf" && this.source.member === undefined ? "#page=" + page : "");
  }
}

function read_data() {
  const records = document.querySelectorAll("script.facts"), texts = document.querySelectorAll("script.text");
  const docs = [];
  records.forEach((element, index) => {
    docs.push(new Doc(JSON.parse(element.textContent), texts[index], index));
    element.remove();
  });
  return docs;
}

export const docs = read_data();
export const all_facts = docs.flatMap((doc) => doc.facts);
all_facts.forEach((fact, index) => { fact.order = index; });
export const about = JSON.parse(document.querySelector("script.about").textContent);

export function fact_of(index, id) {
  return docs[index]?.facts.find((fact) => fact.id === id) ?? null;
}
