// Finds what a person would find: visible, not inert, by role and accessible name. Runs inside the page.
const [roles, wanted, pointed] = arguments;
const SELECTORS = {
  button: "button, [role=button], input[type=submit], summary",
  link: "a[href], [role=link]",
  tab: "[role=tab]",
  textbox: "input:not([type]), input[type=text], input[type=password], input[type=search], input[type=date], input[type=number], textarea, [role=textbox], [contenteditable=true]",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  combobox: "select, [role=combobox]",
  option: "option, [role=option]",
  slider: "input[type=range], [role=slider]",
};
// Fluent wraps what it inserts in invisible isolates; quotes come in two shapes.
const plain = (text) => (text ?? "").replace(/[\u2066-\u2069]/g, "").replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();
const byIds = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const name = (el) =>
  plain(
    el.getAttribute("aria-labelledby") ? byIds(el.getAttribute("aria-labelledby"))
    : el.getAttribute("aria-label") ? el.getAttribute("aria-label")
    : el.labels?.length ? [...el.labels].map((label) => label.innerText).join(" ")
    : el.innerText || el.textContent || el.value || el.title,
  );
const reachable = (el) =>
  !el.closest("[inert], [aria-hidden=true]") && (el.localName === "option" || (el.labels?.[0] ?? el).checkVisibility({ visibilityProperty: true }));
const found = roles.flatMap((role) => [...document.querySelectorAll(SELECTORS[role])]).filter(reachable);
const text = plain(wanted);
const one =
  found.find((el) => name(el) === text) ??
  // The beginning will do, but whole words: "Start" is not "Starting safely".
  found.find((el) => name(el).startsWith(text) && !/^[\p{L}\p{N}]/u.test(name(el).slice(text.length))) ??
  null;
if (!one) return { found: null, names: found.map(name) };
if (!pointed) return { found: one, names: [] };
// A choice is often drawn by its label, with the control itself out of sight.
const box = one.getBoundingClientRect();
const drawn = box.width > 4 && box.height > 4 && getComputedStyle(one).opacity !== "0";
one.scrollIntoView({ block: "center" });
return { found: drawn || !one.labels?.length ? one : one.labels[0], names: [] };
