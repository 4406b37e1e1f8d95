/** What a date is called on Home. */
import type { Home, HomeRow } from "../../api/generated.ts";
import { wallTime } from "../../i18n/dates.ts";
import { t, type PlainKey } from "../../i18n/words.ts";

/** What is planned for today is not named: others may be in the room (E42). */
export const plannedToday = (row: HomeRow, today: string): boolean =>
  ["plan", "own"].includes(row.kind) && row.on === today;

export function titled(row: HomeRow, today: string): HomeRow {
  if (row.kind === "sitting") return { ...row, title: t("home-sitting") };
  if (row.kind === "back") return { ...row, title: t("home-back") };
  if (row.kind === "own" && row.on !== today) return { ...row, title: t("home-own") };
  if (!plannedToday(row, today)) return row;
  return { ...row, title: row.at ? t("home-planned-at", { time: wallTime(row.at) }) : t("home-planned") };
}

/** Alone, a date that only one person reads stands among the shared ones; then the list does not call itself shared. */
export function headingOf(home: Home): PlainKey {
  if (home.together) return "home-dates-together";
  return home.dates.some((row) => row.kind === "own") ? "home-dates-own" : "home-dates";
}
