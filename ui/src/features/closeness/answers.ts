/** The words of a mark, the same on every page of the list. */
import type { ClosenessAnswer, ClosenessLasts } from "../../api/generated.ts";
import type { PlainKey } from "../../i18n/words.ts";

/** The answers, in the order they stand. */
export const order = ["yes", "yes_if", "not_now", "no"] as const satisfies readonly ClosenessAnswer[];

/** Their words. */
export const answers = {
  yes: "closeness-yes",
  yes_if: "closeness-yes-if",
  not_now: "closeness-not-now",
  no: "closeness-no",
} as const satisfies Record<ClosenessAnswer, PlainKey>;

/** How long a mark can hold; the first is the usual one. */
export const lasts = [
  ["next_time", "closeness-next-time"],
  ["tonight", "closeness-tonight"],
  ["week", "closeness-week"],
] as const satisfies readonly (readonly [ClosenessLasts, PlainKey])[];
