// Plain SVG, drawn by hand. Every picture stands beside the same in words, so it is hidden from screen readers.
import { el, plain, svg } from "./dom.js";
import { counted, symbol_of } from "./words.js";

const percent = (share) => Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100 + "%";

// Rows of {name, value, href, status}: a label, a bar, the number, and of `whole` the share.
export function bars(rows, whole) {
  const most = Math.max(...rows.map((row) => row.value), 1e-9);
  return el("ol.bars", null, ...rows.map((row) => el("li", null,
    el("a", { href: row.href }, row.status ? el("span.symbol." + row.status, { "aria-hidden": "true" }, symbol_of(row.status)) : null, plain(row.name)),
    svg("svg.bar" + (row.status ? "." + row.status : ""), { "aria-hidden": "true", height: "10" },
      svg("rect.track", { width: "100%", height: "10", rx: "2" }), svg("rect.fill", { width: percent(row.value / most), height: "10", rx: "2" })),
    el("span.number", null, counted(row.value)),
    whole ? el("span.share", null, Math.round(100 * row.value / whole) + " %") : null)));
}

// One bar of all statuses, each part as wide as its share.
export function stack(by_status, whole) {
  let from = 0;
  const parts = Object.entries(by_status).map(([status, value]) => {
    const part = svg("svg." + status, { x: percent(from / whole), width: percent(value / whole), height: "28" },
      svg("rect.fill", { width: "100%", height: "28" }),
      value / whole > 0.05 ? svg("text", { x: "50%", y: "19", "text-anchor": "middle" }, symbol_of(status)) : null,
      svg("rect.edge", { x: "100%", width: "2", height: "28", transform: "translate(-2 0)" }));
    from += value;
    return part;
  });
  return svg("svg.stack", { "aria-hidden": "true", width: "100%", height: "28" }, ...parts);
}

// From nothing to the largest value; by orders of magnitude where one value would flatten all others.
export function scale_for(values, unit) {
  const most = Math.max(...values, 1);
  if (unit === "percent" && most <= 100) return { at: (value) => value / 100, ticks: [0, 25, 50, 75, 100], even: true };
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] || 1;
  const step = 10 ** Math.floor(Math.log10(most));
  if (most / middle > 40) {
    const top = Math.ceil(Math.log10(most + 1));
    return { at: (value) => Math.log10(value + 1) / top, ticks: [0, ...Array.from({ length: top }, (_, i) => 10 ** (i + 1))], even: false };
  }
  const end = [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((value) => value >= most);
  return { at: (value) => value / end, ticks: [0, end / 2, end], even: true };
}

const shapes = { current: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", previous: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0",
  comparator: "M0 -6L6 0L0 6L-6 0Z", target: "M-5.5 -5L5.5 -5L0 5Z" };
export const roles = Object.keys(shapes);

export function role_mark(role) {
  return svg("svg.role." + role, { "aria-hidden": "true", width: "14", height: "14", viewBox: "-7 -7 14 14" }, svg("path", { d: shapes[role] ?? shapes.current }));
}

// `figures`: [{low, high, role}], the first is what the others are compared with.
export function range(figures, scale) {
  const y = 12, parts = scale.ticks.map((tick) => svg("line.grid", { x1: percent(scale.at(tick)), x2: percent(scale.at(tick)), y1: "0", y2: "24" }));
  const middle = (figure) => scale.at((figure.low + figure.high) / 2);
  for (const other of figures.slice(1))
    parts.push(svg("line.tie", { x1: percent(middle(other)), x2: percent(middle(figures[0])), y1: y, y2: y }));
  for (const figure of [...figures].reverse()) {
    const role = shapes[figure.role] ? figure.role : "current";
    if (figure.low !== figure.high)
      parts.push(svg("line.span." + role, { x1: percent(scale.at(figure.low)), x2: percent(scale.at(figure.high)), y1: y, y2: y }));
    const ends = figure.low === figure.high ? [figure.low] : role === "current" ? [] : [(figure.low + figure.high) / 2];
    for (const end of ends) parts.push(svg("svg.role." + role, { x: percent(scale.at(end)), y, overflow: "visible", width: "1", height: "1" }, svg("path", { d: shapes[role] })));
  }
  return svg("svg.range", { "aria-hidden": "true", height: "24" }, ...parts);
}

export function axis(scale, words) {
  const last = scale.ticks.length - 1;
  return svg("svg.axis", { "aria-hidden": "true", height: "18" }, ...scale.ticks.map((tick, i) =>
    svg("text", { x: percent(scale.at(tick)), y: "13", "text-anchor": i === 0 ? "start" : i === last ? "end" : "middle" }, words(tick))));
}

// Grades on a strip of time: at each date a little ladder with as many rungs as the scale has, filled up to the grade.
export function strip(points, from, to) {
  const at = (date) => (to > from ? 0.02 + 0.96 * (date - from) / (to - from) : 0.5);
  const height = 26;
  return svg("svg.strip", { "aria-hidden": "true", height },
    svg("line.grid", { x1: "0", x2: "100%", y1: height - 1, y2: height - 1 }),
    ...points.map(({ date, rank, of_ranks }) => svg("svg", { x: percent(at(date)), y: 0, overflow: "visible", width: "1", height },
      ...Array.from({ length: of_ranks }, (_, i) => svg("rect" + (i < of_ranks - rank + 1 ? ".full" : ".empty"), { x: "-7", width: "14",
        height: Math.max(2, (height - 4) / of_ranks - 1.5), y: height - 3 - (i + 1) * ((height - 4) / of_ranks) })))));
}

// The date as a number of years.
export function years_of(iso) {
  const [year, month = "7", day = "1"] = iso.split("-");
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
}
