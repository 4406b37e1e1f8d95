/** How often a date can come again. Which days that makes is worked out in Rust. */
import type { DayOfWeek, Repeat } from "../api/generated.ts";

export type Again = Repeat;

export const days: readonly DayOfWeek[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Offered besides "Once" and some days of the week. */
export const repeats: readonly Repeat[] = [
  { every: "day", interval: 1 },
  { every: "week", interval: 1, on: [] },
  { every: "week", interval: 2, on: [] },
  { every: "week", interval: 4, on: [] },
  { every: "month", interval: 1 },
];

/** Some days of the week, however many are ticked so far. */
export const isSomeDays = (repeat: Repeat | undefined): boolean => repeat?.every === "week" && repeat.on.length > 0;

export const same = (one: Repeat | undefined, other: Repeat): boolean =>
  one?.every === other.every && one.interval === other.interval && !isSomeDays(one);
