// Elements without markup. Text of documents enters the page as text nodes only, with what cannot be seen made visible.

// el("a.link", {href, onclick}, "text", child …); null children are left out.
export function el(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  return fill(document.createElement(tag), classes, attributes, children);
}

export function svg(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), classes, attributes, children);
}

function fill(node, classes, attributes, children) {
  if (classes.length) node.setAttribute("class", classes.join(" "));
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
  return node;
}

// Controls, marks of direction, zero-width characters, tags: none may act here, all are shown by name.
const unseen = /(?:[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}])+/gu;
const most_signs = 8;   // of a run, before it is counted only

const controls = "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(" ");
function sign_of(character) {
  const code = character.codePointAt(0);
  return controls[code] ?? "U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

// Appends a document's words to a node.
export function say(node, words) {
  let from = 0;
  for (const found of words.matchAll(unseen)) {
    if (found.index > from) node.append(words.slice(from, found.index));
    const run = [...found[0]];
    const shown = run.slice(0, most_signs).map(sign_of).join(" ") + (run.length > most_signs ? " ×" + run.length : "");
    node.append(el("span.sign", { title: "a character that cannot be seen" }, shown));
    from = found.index + found[0].length;
  }
  if (from < words.length) node.append(from ? words.slice(from) : words);
  return node;
}

// The same for attributes and other places that take no elements.
export function plain(words) {
  return words.replace(unseen, (run) => [...run].slice(0, most_signs).map(sign_of).join(" "));
}

// A document's words, isolated: their direction ends where they end.
export function bdi(words, most = Infinity) {
  return say(el("bdi"), shortened(words, most));
}

// At most `most` characters, no surrogate pair cut.
export function shortened(words, most) {
  if (words.length <= most) return words;
  const end = words.charCodeAt(most - 1) >= 0xd800 && words.charCodeAt(most - 1) < 0xdc00 ? most - 1 : most;
  return words.slice(0, end).trimEnd() + "…";
}

export function tell(words) {
  document.getElementById("told").textContent = words;
}

// Calls `work` again and again while it returns true, without holding up the page.
export function in_slices(work) {
  let stopped = false;
  const slice = () => {
    const until = performance.now() + 8;
    while (!stopped && performance.now() < until) if (!work()) return;
    if (!stopped) setTimeout(slice);
  };
  setTimeout(slice);
  return () => { stopped = true; };
}
