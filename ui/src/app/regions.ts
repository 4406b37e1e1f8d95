/** F6: from one part of the page to the next. */

const REGIONS = "header, nav, main, footer";
const INSIDE = "h1, button, a[href], input, select, textarea, [tabindex]";

/** Moves the focus to the next part and round again. */
export function nextRegion(root: ParentNode = document): void {
  const regions = [...root.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => !region.closest("[hidden]") && region.querySelector(INSIDE),
  );
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  regions[(here + 1) % regions.length]?.querySelector<HTMLElement>(INSIDE)?.focus();
}
