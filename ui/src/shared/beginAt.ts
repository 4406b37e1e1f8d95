/** Begins a page: at its top, with the focus on its heading, which large text may have pushed below the window. */
export function beginAt(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  globalThis.scrollTo?.(0, 0);
  heading.scrollIntoView({ block: "nearest" });
}
