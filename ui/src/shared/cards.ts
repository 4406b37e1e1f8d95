/** Who does an exercise, in words. */
import type { Card } from "../api/generated.ts";
import type { PlainKey } from "../i18n/words.ts";

/** Alone, together, or first the one and then the other. */
export function withKey({ alone, together }: Pick<Card, "alone" | "together">): PlainKey {
  if (alone && together) return "with-both";
  return together ? "with-together" : "with-alone";
}
