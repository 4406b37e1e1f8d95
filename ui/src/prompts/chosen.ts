/** Choosing among options: one or several, with options that clear the others. */
import type { Opt, Picked } from "../api/generated.ts";
import { t } from "../i18n/words.ts";

/** What is chosen after this option was pressed. `most` is judged by the vault; one means "instead". */
export function press(options: readonly Opt[], chosen: readonly string[], id: string, most: number): string[] {
  if (most === 1) return [id];
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  const alone = new Set(options.filter((option) => option.exclusive).map((option) => option.id));
  if (alone.has(id)) return [id];
  return [...chosen.filter((other) => !alone.has(other)), id];
}

/** The answer's shape, without a free line nobody wrote. */
export function picked(chosen: readonly string[], other = ""): Picked {
  const line = other.trim();
  return line === "" ? { picked: [...chosen] } : { picked: [...chosen], other: line };
}

/** One place earlier or later. */
export function move(chosen: readonly string[], id: string, by: -1 | 1): string[] {
  const from = chosen.indexOf(id);
  const to = from + by;
  const moved = [...chosen];
  if (from < 0 || to < 0 || to >= moved.length) return moved;
  moved.splice(from, 1);
  moved.splice(to, 0, id);
  return moved;
}

/** How many of so many may be chosen, in words; nothing where it is one, as radios say so themselves. */
export function howMany(min: number, max: number, of = Number.POSITIVE_INFINITY): string | undefined {
  if (max <= 1) return undefined;
  if (max >= of && min <= 1) return t(min === 0 ? "choose-all-or-none" : "choose-all");
  if (min === max) return t("choose-exactly", { count: max });
  if (min > 1) return t("choose-between", { min, max });
  return t(min === 0 ? "choose-up-to-or-none" : "choose-up-to", { count: max });
}
