// All that stands on the page between its bars: words, and what is typed and chosen. A passphrase is left out: no page
// keeps one while another page is open.
const main = document.querySelector("main");
const fields = [...main.querySelectorAll("input:not([type=password]), textarea, select")];
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const filled = (el) => (/^(radio|checkbox)$/.test(el.type) ? `(${el.checked ? "x" : " "})` : `[${el.value}]`);
return [plain(main.innerText), ...fields.map(filled)].join(" ");
