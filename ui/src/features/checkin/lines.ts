/** The pages of a check-in by short names. One this window does not know is called by its question. */
import type { CheckInLine } from "../../api/generated.ts";
import { t, type PlainKey } from "../../i18n/words.ts";

const names: Record<string, PlainKey> = {
  energy: "line-energy",
  pleasant: "line-pleasant",
  words: "line-words",
  "i-need": "line-need",
  valued: "line-valued",
  note: "line-note",
  "my-recovery": "line-recovery",
};
/** Pages where words are picked: they stand on one line. */
const picked = ["words", "i-need", "my-recovery"];

export function nameOfLine({ step, label }: CheckInLine): string {
  const known = names[step];
  return known ? t(known) : label;
}

export const inOneLine = ({ step }: CheckInLine): boolean => picked.includes(step);
