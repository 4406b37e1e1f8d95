let begun = 0;

/** How many pages have begun: the same number means that the page is still the same. */
export const pagesBegun = (): number => begun;

/** Begins a page: at its top, with the focus on its heading, which large text may have pushed below the window. */
export function beginAt(heading: HTMLElement): void {
  begun += 1;
  heading.focus({ preventScroll: true });
  globalThis.scrollTo?.(0, 0);
  heading.scrollIntoView({ block: "nearest" });
}
