/** Puts the display settings on the page's root. Attributes and one size, so the strict style policy holds. */
import type { Display } from "../api/generated.ts";

const MORNING = 6;

/** The colours at this hour: evening ones from the set hour until morning. */
export function themeAt(display: Display, hour: number): Display["theme"] {
  const from = display.evening_from;
  if (from === null) return display.theme;
  return hour >= from || hour < MORNING ? "evening" : display.theme;
}

/** Shows the page as set. */
export function applyDisplay(root: HTMLElement, display: Display, hour: number): void {
  mark(root, "theme", themeAt(display, hour), "system");
  mark(root, "contrast", display.contrast, "system");
  mark(root, "motion", display.motion, "system");
  mark(root, "font", display.system_font ? "system" : "own", "own");
  mark(root, "space", display.more_space ? "more" : "usual", "usual");
  root.style.setProperty("font-size", `${display.text}%`);
}

function mark(root: HTMLElement, name: string, value: string, usual: string): void {
  if (value === usual) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}

const SIZES = [100, 110, 125, 150, 175, 200, 250, 300, 400] as const;

/** The next text size up or down (100 to 400 %), or back to 100. */
export function nextSize(now: number, step: "larger" | "smaller" | "usual"): number {
  if (step === "usual") return 100;
  if (step === "larger") return SIZES.find((size) => size > now) ?? 400;
  return SIZES.findLast((size) => size < now) ?? 100;
}
