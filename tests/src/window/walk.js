// Where the focus is, which key leads from there to the wanted control, and what a person at the keyboard would miss
// here. Reads the page and changes nothing.
const [wanted] = arguments;
const at = document.activeElement;
const lost = !at || at === document.body || at === document.documentElement;
const plain = (text) => (text ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const heading = [...document.querySelectorAll("h1")].find((h) => h.checkVisibility()) ?? null;
const told = (el) => {
  const label = el.labels?.length ? [...el.labels].map((l) => l.innerText).join(" ") : "";
  const by = (el.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "");
  return plain(el.getAttribute("aria-label") || by.join(" ") || label || el.innerText);
};
const after = (el, other) => Boolean(el.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
const sameGroup = (one, other) => one.type === "radio" && other.type === "radio" && one.name === other.name && one.form === other.form;

function key() {
  if (!wanted || at === wanted) return null;
  if (lost) return "Tab";
  if (sameGroup(at, wanted)) return after(at, wanted) ? "Down" : "Up";
  return after(at, wanted) ? "Tab" : "Shift+Tab";
}

// What the ring is drawn round: the control, or the label that is drawn in its place.
const ringed = (el) => [el, el.closest("label")].filter((one) => one && ring(one) >= 2)[0];
const ring = (el) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(el);
  return outlineStyle === "none" || /, 0\)$/.test(outlineColor) ? 0 : parseFloat(outlineWidth);
};

const inSight = (el) => {
  const { top, bottom, height } = el.getBoundingClientRect();
  return top >= 0 && (bottom <= innerHeight || height > innerHeight);
};

function missing() {
  if (lost) return ["the focus is lost"];
  if (at.tabIndex < 0) return [];
  const found = [];
  const name = told(at);
  if (!name) found.push("it has no name");
  if (at.tabIndex > 0) found.push("it is out of the reading order");
  const drawn = ringed(at);
  if (!drawn) found.push("no ring is drawn round it");
  const box = (drawn ?? at).getClientRects()[0];
  if (!box || box.width < 4 || box.height < 4) return [...found, "it is not drawn"];
  const tall = box.height > innerHeight * 0.6;
  if (!tall && (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth))
    found.push(`it is outside the window: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`);
  // Along its middle and its edges, clear of round corners.
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const spots = [[x, y], [x, box.top + 2], [x, box.bottom - 2], [box.left + 2, y], [box.right - 2, y]];
  const inside = spots.filter(([sx, sy]) => sx > 0 && sy > 0 && sx < innerWidth && sy < innerHeight);
  for (const [sx, sy] of inside) {
    const top = document.elementFromPoint(sx, sy);
    const whole = drawn ?? at;
    if (top && !whole.contains(top) && !top.contains(whole)) found.push(`${plain(top.innerText).slice(0, 40) || top.localName} covers it`);
  }
  return [...new Set(found)];
}

return {
  at,
  here: at === wanted,
  key: key(),
  stop: lost ? "nothing" : `${at.localName} "${told(at).slice(0, 60)}"`,
  missing: missing(),
  lost,
  heading,
  // A page that was opened to type into its one box begins there.
  onHeading: heading !== null && (at === heading || at?.closest("main search") != null) && inSight(heading),
  checked: wanted?.checked ?? null,
};
