// What a willing person would do on the page that is open: a list of presses, choices and typing, by visible names.
// Reads the page and changes nothing.
const [canary, pointed] = arguments;
const wrapper = document.querySelector("[data-phase]");
const main = document.querySelector("main") ?? document.body;
const plain = (text) => (text ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const seen = (el) => el.checkVisibility();
const all = (selector) => [...main.querySelectorAll(selector)].filter((el) => seen(el.labels?.[0] ?? el));
const label = (el) => plain(el.labels?.[0]?.innerText ?? el.getAttribute("aria-label") ?? el.innerText);
const buttons = all("button").map((el) => plain(el.innerText));
const go = all("[data-continue]").map((el) => plain(el.innerText))[0];
const phase = wrapper?.dataset.phase ?? (buttons.some((b) => /^I am /.test(b)) ? "cover" : "other");
const step = wrapper?.dataset.step ?? "";
const acts = [];
const target = (el) => {
  if (!pointed) return el;
  const box = el.getBoundingClientRect();
  const drawn = box.width > 4 && box.height > 4 && getComputedStyle(el).opacity !== "0";
  return drawn || !el.labels?.length ? el : el.labels[0];
};
const click = (el) => acts.push(["click", target(el)]);
const type = (el, text) => acts.push(["type", el, text]);
const button = (name) => all("button").find((el) => plain(el.innerText) === name);
const press = (name) => (button(name) ? click(button(name)) : acts.push(["missing", name ?? "", buttons]));

const cover = buttons.find((b) => /^I am /.test(b));
const ready = buttons.find((b) => / ready$/.test(b) && !/ is ready$/.test(b));
const first = buttons.find((b) => /[’'] ?s? ?first$/.test(b));
const agrees = buttons.find((b) => /I agree to this text$/.test(b));
const keep = ["Seal my answers", "Keep", "Done"].find((b) => buttons.includes(b));
const answerRow = all("fieldset").find((f) => /answer to row/.test(f.innerText) && !f.querySelector("input:checked"));

if (phase === "cover") press(cover);
else if (phase === "check") press(keep);
else if (agrees) press(agrees);
else if (ready) press(ready);
else if (first) press(first);
else if (buttons.includes("Yes, that’s it") || buttons.includes("Yes, that's it")) press(buttons.find((b) => /^Yes, that.s it$/.test(b)));
else if (phase === "talk") press(go ?? buttons.find((b) => b === "Next" || b === "Continue"));
else if (phase === "page") {
  const addRow = buttons.includes("Add a row") && !main.querySelector("fieldset.line, .line");
  if (addRow) press("Add a row");
  else if (answerRow && step === "deal" && all("textarea, input[type=text], input:not([type])").some((el) => el.value)) click([...answerRow.querySelectorAll("input")].find((el) => label(el) === "Agree"));
  else {
    const groups = new Map();
    for (const el of all("input[type=radio]")) {
      if (/-reply$|^review$/.test(el.name)) continue;
      groups.set(el.name, [...(groups.get(el.name) ?? []), el]);
    }
    for (const [, radios] of groups) {
      if (radios.some((r) => r.checked)) continue;
      const eight = radios.length > 10 ? radios[8] : undefined;
      click(eight ?? radios.find((r) => /open/i.test(label(r))) ?? radios[0]);
    }
    const boxes = all("input[type=checkbox]");
    const none = boxes.find((el) => /^(None of these|No|No, .*|Yes, .*|I am calm .*)$/.test(label(el)));
    if (none) { if (!none.checked) click(none); }
    else {
      const told = plain(main.innerText).match(/(?:Choose (?:up to )?(?:\d+ to )?|You can tick up to )(\d+)/);
      const many = told ? Number(told[1]) : step === "rules" || step === "check" || step === "test" ? boxes.length : step === "limit" || step === "read" || step === "share" ? 1 : step === "hear" ? 2 : 3;
      const groups = Map.groupBy ? [...Map.groupBy(boxes, (el) => el.name).values()] : [boxes];
      for (const group of groups) group.slice(0, many).filter((el) => !el.checked).forEach(click);
    }
    for (const el of all("textarea, input[type=text], input:not([type])")) {
      const name = label(el);
      if (el.value || /own|else|time/i.test(name)) continue;
      const text = /Day/.test(name) ? "20" : /Month/.test(name) ? "4" : /Year/.test(name) ? "2027" : el.inputMode === "numeric" ? "7" : /I will/.test(name) ? "I will step outside " + canary : canary;
      type(el, text);
    }
    const equal = all(".equal button").map((el) => plain(el.innerText));
    // A row is answered by the other one before it goes on.
    if (step === "deal" && acts.some(([kind]) => kind === "type")) return { phase, step, heading: plain(document.querySelector("h1")?.innerText), acts, text: plain(main.innerText) };
    const show = ["Show what I ticked", "Mark what I ticked"].find((b) => buttons.includes(b));
    if (boxes.length && show) press(show);
    else if (go) press(go);
    else if (equal.length) press(equal[0]);
    else press(["I have read this", "Continue", "Go on", "Keep my answers", "Done"].find((b) => buttons.includes(b)) ?? "Continue");
  }
}
return { phase, step, heading: plain(document.querySelector("h1")?.innerText), acts, text: plain(main.innerText) + all("[aria-pressed=true], :checked").length };
