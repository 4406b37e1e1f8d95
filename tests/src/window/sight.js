// Brings a control clear of the bars, and remembers whether a press arrives from now on. Runs inside the page.
const [control] = arguments;
control.scrollIntoView({ block: "center" });
window.pressed = false;
addEventListener("click", () => (window.pressed = true), { capture: true, once: true });
return control.localName === "option";
