// What every page keeps to beyond axe: A4, A5, P5, P9. Gives back one line for each place where it does not.
const seen = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const labelled = (el) => (el.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText ?? "");
const name = (el) => (el.getAttribute("aria-label") || labelled(el).join(" ").trim() || el.innerText || "").replace(/\s+/g, " ").trim();
const where = (el) => `${el.localName} "${name(el).slice(0, 40)}"`;
const main = document.querySelector("main") ?? document.body;
const told = [];

// P9: no text under 16 px.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const el = text.parentElement;
  if (text.data.trim() === "" || !seen(el) || el.closest("script, style, noscript")) continue;
  const size = parseFloat(getComputedStyle(el).fontSize);
  if (size < 15.99) told.push(`P9 ${size} px: ${text.data.trim().slice(0, 40)}`);
}

// A4: one main heading; no two buttons of one name, unless one is in a section of its own, as a suggestion is.
const headings = [...document.querySelectorAll("h1")].filter(seen);
if (headings.length !== 1) told.push(`A4 ${headings.length} main headings`);
const names = new Map();
for (const button of [...main.querySelectorAll("button")].filter(seen)) {
  const key = name(button);
  if (key === "") told.push("A4 a button without a name");
  const section = button.closest("section");
  if (names.has(key) && names.get(key) === section) told.push(`A4 two buttons "${key}"`);
  names.set(key, section);
}

// A5: what is pressed is at least 44 by 44, its label or line counted in.
const pressed = 'button, select, summary, input:not([type="hidden"]), textarea, a[href]';
const reaches = (el, box) => {
  el.scrollIntoView({ block: "center" });
  const { left, width, top, height } = el.getBoundingClientRect();
  const at = (down) => document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2 + down);
  return box.width >= 43.5 && [-21, 21].every((down) => at(down) === el || el.contains(at(down)));
};
for (const el of [...document.querySelectorAll(pressed)].filter(seen)) {
  if (el.closest(".jump:not(:focus-within)")) continue;
  const label = el.type === "radio" || el.type === "checkbox" ? (el.labels?.[0] ?? el) : el;
  const boxes = [el.getBoundingClientRect(), label.getBoundingClientRect()];
  const box = { width: Math.max(...boxes.map((b) => b.width)), height: Math.max(...boxes.map((b) => b.height)) };
  if (box.width === 0 || (box.width >= 43.5 && box.height >= 43.5) || reaches(el, box)) continue;
  told.push(`A5 ${Math.round(box.width)} x ${Math.round(box.height)}: ${where(label)}`);
}
window.scrollTo(0, 0);

// P5: one question a page, so one way on that counts.
const on = [...main.querySelectorAll("[data-continue]")].filter(seen);
if (on.length > 1) told.push(`P5 ${on.length} ways on`);
return told;
