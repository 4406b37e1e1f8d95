/**
 * A day written by hand: three numbers, joined to `YYYY-MM-DD`. The system's own date field is not used, because its
 * keys differ between engines and WebDriver types wrong days into it (platform.md 4).
 */
export interface Parts {
  day: string;
  month: string;
  year: string;
}

/** The parts of a day, empty where there is none. */
export function partsOf(day: string): Parts {
  const [year = "", month = "", date = ""] = day.split("-");
  return { day: bare(date), month: bare(month), year };
}

const bare = (number: string): string => number.replace(/^0+(?=\d)/, "");

/** The day in the vault's form; empty if nothing is written. What is no day stays as written, for the vault to refuse. */
export function dayOf({ day, month, year }: Parts): string {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (d === "" && m === "" && y === "") return "";
  return `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}
