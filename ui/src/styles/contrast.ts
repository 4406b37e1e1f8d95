/** Reads colours out of tokens.css and computes WCAG contrast, for the test that keeps the floor. */

export type Theme = "light" | "dark" | "evening";
export type Colours = ReadonlyMap<string, string>;

/** Every colour token of a theme; evening overrides dark by name. */
export function coloursOf(css: string, theme: Theme): Colours {
  const found = new Map<string, string>();
  const [root = "", evening = ""] = css.split(':root[data-theme="evening"]');
  for (const [, name = "", light = "", dark = ""] of root.matchAll(/--([\w-]+):\s+light-dark\((#\w{6}), (#\w{6})\)/g))
    found.set(name, theme === "light" ? light : dark);
  if (theme !== "evening") return found;
  for (const [, name = "", hex = ""] of evening.split("}")[0]?.matchAll(/--([\w-]+):\s+(#\w{6});/g) ?? [])
    found.set(name, hex);
  return found;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast of two colours. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}
