/** What a date is called on Home. */
import type { HomeRow } from "../../api/generated.ts";
import { wallTime } from "../../i18n/dates.ts";
import { t } from "../../i18n/words.ts";

/** What is planned for today is not named: others may be in the room (E42). */
export const plannedToday = (row: HomeRow, today: string): boolean => row.kind === "plan" && row.on === today;

export function titled(row: HomeRow, today: string): HomeRow {
  if (row.kind === "sitting") return { ...row, title: t("home-sitting") };
  if (!plannedToday(row, today)) return row;
  return { ...row, title: row.at ? t("home-planned-at", { time: wallTime(row.at) }) : t("home-planned") };
}
