// What does not fit on the page: sideways scrolling, and words cut off or pushed out of the window.
const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
const found = wide > 0 ? [`the page scrolls sideways by ${wide}`] : [];
for (const el of document.querySelectorAll("body *")) {
  const own = [...el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!own || !el.checkVisibility() || el.closest(".sr, .jump, [hidden], [aria-hidden=true]")) continue;
  const told = `${el.localName} "${el.textContent.trim().slice(0, 40)}"`;
  const box = el.getBoundingClientRect();
  if (box.left < -1 || box.right > innerWidth + 1) found.push(`${told} reaches out of the window`);
  const { overflowX, overflowY } = getComputedStyle(el);
  if (overflowX !== "visible" && el.scrollWidth > el.clientWidth + 1) found.push(`${told} is cut off`);
  if (overflowY !== "visible" && el.scrollHeight > el.clientHeight + 1) found.push(`${told} is cut off below`);
}
return found;
