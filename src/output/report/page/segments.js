// Where the evidence of facts begins and ends in a text. Facts overlap, nest and share sentences; the text is cut where any of
// them begins or ends, and each piece shows the fact that began last. n log n, also for thousands of facts on one sentence.

// `facts` sorted by start. -> {pieces: [{start, end, top}] in order, only where there is a fact; first, last: fact -> index of piece}
export function pieces_of(facts) {
  const cuts = [...new Set(facts.flatMap((fact) => fact.at))].sort((a, b) => a - b);
  const pieces = [], first = new Map(), last = new Map();
  const open = [];             // facts that have begun, the latest on top; those that ended are dropped when they come up
  let next = 0, living = 0;
  const ends = new Map();      // end -> how many facts end there
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const start = cuts[i], end = cuts[i + 1];
    living -= ends.get(start) ?? 0;
    for (; next < facts.length && facts[next].at[0] === start; ++next) {
      if (facts[next].at[1] <= start) continue;
      open.push(facts[next]);
      ends.set(facts[next].at[1], (ends.get(facts[next].at[1]) ?? 0) + 1);
      ++living;
    }
    if (living === 0) continue;
    while (open.length && open[open.length - 1].at[1] <= start) open.pop();
    pieces.push({ start, end, top: open[open.length - 1] });
  }
  const starts = pieces.map((piece) => piece.start), stops = pieces.map((piece) => piece.end);
  for (const fact of facts) {
    first.set(fact, lower_bound(starts, fact.at[0]));
    last.set(fact, lower_bound(stops, fact.at[1]));
  }
  return { pieces, first, last };
}

// Index of the first that is not below.
export function lower_bound(sorted_numbers, wanted) {
  let low = 0, high = sorted_numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted_numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Facts that begin at the same place, in order.
export function groups_of(facts) {
  const groups = [];
  for (const fact of facts) {
    const group = groups[groups.length - 1];
    if (group && group.at === fact.at[0]) group.facts.push(fact);
    else groups.push({ at: fact.at[0], facts: [fact] });
  }
  return groups;
}
