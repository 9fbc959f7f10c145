// Where the reader is, in the address: #overview, #facts?kind=statuses&q=…, #documents, #doc/3, #doc/3/r2. So links, the back
// button and bookmarks work without a server.
export function here() {
  const [path, query] = location.hash.slice(1).split("?");
  const [view, index, id] = path.split("/");
  return { view: view || "overview", index: Number(index), id: id ?? null, query: new URLSearchParams(query ?? "") };
}

export function facts_address(wanted) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  const words = query.toString();
  return "#facts" + (words ? "?" + words : "");
}

export const doc_address = (doc) => "#doc/" + doc.index;
export const fact_address = (fact) => "#doc/" + fact.doc.index + "/" + fact.id;

// Changes the address without going anywhere: the back button skips it.
export function settle(address) {
  history.replaceState(history.state, "", address);
}

// How far down the reader was is kept with each step of the way, so that going back leads to the same row.
export function remember_how_far() {
  let waiting = 0;
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    const address = location.hash;
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (location.hash === address) history.replaceState({ down: scrollY }, ""); }, 150);
  }, { passive: true });
}
export const how_far = () => history.state?.down ?? 0;
