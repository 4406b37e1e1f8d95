/** Series by name. One this window does not know is called by the question it comes from. */
import { t, type PlainKey } from "../../i18n/words.ts";

const names: Record<string, PlainKey> = {
  energy: "trend-energy",
  pleasantness: "trend-pleasantness",
  calm: "trend-calm",
  closeness: "trend-closeness",
  trust: "trend-trust",
  urge: "trend-urge",
  warmth: "trend-warmth",
};

export function nameOf(series: string, question: string): string {
  const known = names[series];
  return known ? t(known) : question;
}
