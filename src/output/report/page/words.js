// The vocabulary of the facts, in a reader's words. The order of kinds is that of the records.

export const kinds = [
  { name: "recommendations", one: "recommendation", many: "recommendations" },
  { name: "statuses", one: "status", many: "statuses" },
  { name: "tallies", one: "tally", many: "tallies" },
  { name: "responses", one: "response", many: "responses" },
  { name: "judgements", one: "judgement", many: "judgements" },
  { name: "staffing", one: "staffing figure", many: "staffing figures" },
  { name: "figures", one: "proportion", many: "proportions" },
];

export const statuses = ["met", "almost_met", "partly_met", "not_met", "in_progress", "superseded"];
const symbols = { met: "●", almost_met: "◕", partly_met: "◑", not_met: "○", in_progress: "◔", superseded: "×" };
export const symbol_of = (status) => symbols[status] ?? "";
export const spaced = (word) => word.replaceAll("_", " ");
export const counted = (number) => number.toLocaleString("en-GB", { maximumFractionDigits: 2 });
export const how_many = (number, one, many) => counted(number) + " " + (number === 1 ? one : many);
export const one_line = (words) => words.replace(/\s+/g, " ").trim();

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export function long_date(iso) {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(iso ?? "");
  if (!parts || !months[parts[2] - 1]) return iso ?? "";
  return (parts[3] ? Number(parts[3]) + " " : "") + months[parts[2] - 1] + " " + parts[1];
}

const bounds = { about: "about ", over: "over ", under: "under ", up_to: "up to ", at_least: "at least " };
const units = { percent: [" %", " %"], people: [" person", " people"], posts: [" post", " posts"], fte: [" FTE", " FTE"],
  cases: [" case", " cases"], days: [" day", " days"], years: [" year", " years"] };
export function unit_words(unit) {
  return unit === "percent" ? "per cent" : unit === "fte" ? "full-time equivalents" : unit === "ratio" ? "one to …" : unit ?? "";
}
export function amount(fact) {
  if (fact.low === undefined && fact.high === undefined) return fact.level ?? "";
  const low = fact.low ?? fact.high;
  const high = fact.high ?? low;
  const unit = (units[fact.unit] ?? ["", ""])[low === 1 && high === 1 ? 0 : 1];
  return (bounds[fact.bound] ?? "") + (fact.unit === "ratio" ? "1 to " : "") + counted(low) + (high !== low ? "–" + counted(high) : "") + unit;
}

const listed = (parts, between = ", ") => parts.filter(Boolean).join(between);

// What kind of thing, and what is said: as `muster extract --format table` has it.
export function phrase(fact) {
  switch (kinds[fact.is].name) {
    case "recommendations":
      return { label: listed([fact.kind, fact.number], " "), said: fact.doc.cut(fact.text, 4000), status: fact.given?.status };
    case "statuses": {
      const many = fact.count !== undefined ? counted(fact.count) + (fact.of !== undefined ? " of " + counted(fact.of) : "") : fact.share ? "(" + spaced(fact.share) + ")" : "";
      return { label: listed([spaced(fact.status), many], " "), said: fact.subject ?? fact.doc.cut(fact.at, 4000), status: fact.status };
    }
    case "tallies": {
      const by = Object.entries(fact.by_status ?? {}).map(([status, count]) => counted(count) + " " + spaced(status));
      const made = fact.made !== undefined ? counted(fact.accounted) + " of " + counted(fact.made) + " accounted for" : "";
      return { label: "tally", said: listed([listed([fact.issuer, ...by]), made], "; ") + (fact.consistent === false ? " (does not add up)" : "") };
    }
    case "responses":
      return { label: spaced(fact.response), said: listed([fact.recommendation, fact.responder, fact.text]) };
    case "judgements":
      return { label: "judgement", said: listed([fact.area, fact.grade + (fact.previous ? " (was " + fact.previous + ")" : "")], ": ") };
    case "staffing":
      return { label: spaced(fact.metric), said: listed([amount(fact) + (fact.role && fact.role !== "current" ? " (" + fact.role + ")" : ""),
        listed([fact.of && "of " + fact.of, fact.of?.includes(fact.group) ? "" : fact.group, fact.place, fact.when])], " · ") };
    default:
      return { label: "proportion", said: amount(fact) + (fact.count !== undefined && fact.total !== undefined ? " (" + counted(fact.count) + " of " + counted(fact.total) + ")" : "") +
        (fact.of ? " of " + fact.of : "") + ": " + (fact.about ?? fact.doc.cut(fact.at, 4000)) };
  }
}
