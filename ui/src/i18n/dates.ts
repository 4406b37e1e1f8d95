/** Dates in words. The vault speaks of civil days (`2026-11-20`), so no time zone may move them. */
import { locale } from "./words.ts";

const civil = (day: string): Date => new Date(`${day}T00:00:00Z`);

function inWords(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

/** "20 November", with the year where it is another one than today's. */
export function day(of: string, today: string): string {
  const year = of.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return inWords(civil(of), { day: "numeric", month: "long", timeZone: "UTC", ...year });
}

/** "20 Nov". */
export function shortDay(of: string): string {
  return inWords(civil(of), { day: "numeric", month: "short", timeZone: "UTC" });
}

/** "Friday 20 November". */
export function weekday(of: string): string {
  return inWords(civil(of), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
}

/** "20 November, 9:42 pm", in this computer's time, of a moment in RFC 3339. */
export function moment(of: string): string {
  return inWords(new Date(of), { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
}

/** A part of a day. */
export type DayPart = "day" | "month" | "year";

/** The order in which a day is written here. */
export function dayOrder(): DayPart[] {
  const parts = new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeZone: "UTC" }).formatToParts(
    civil(EXAMPLE),
  );
  const known = (type: string): type is DayPart => type === "day" || type === "month" || type === "year";
  return parts.map(({ type }) => type).filter(known);
}

/** A day in numbers in that order: "24 11 2026". */
export function dayExample(): string {
  const [year = "", month = "", day = ""] = EXAMPLE.split("-");
  return dayOrder()
    .map((part) => ({ day, month, year })[part])
    .join(" ");
}

// Its day cannot be a month.
const EXAMPLE = "2026-11-24";

/** "7:00 pm", of a time on the wall (`19:00`). */
export function wallTime(at: string): string {
  return inWords(new Date(`2000-01-01T${at}:00Z`), { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
}

/** "Monday". */
export function dayName(day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"): string {
  const first = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(day) + 1;
  // 1 January 2024 was a Monday.
  return inWords(new Date(Date.UTC(2024, 0, first)), { weekday: "long", timeZone: "UTC" });
}

/** A civil day so many days after another. */
export function daysAfter(of: string, days: number): string {
  return new Date(civil(of).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The time of day, so many minutes after a moment in RFC 3339. */
export function time(of: string, minutesLater: number): string {
  return inWords(new Date(new Date(of).getTime() + minutesLater * 60_000), { hour: "numeric", minute: "2-digit" });
}
