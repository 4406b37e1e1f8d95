/** The one next thing, in words and ways on. `why` comes from Rust; one this window does not know reads as "begin". */
import type { NextThing } from "../../api/generated.ts";
import type { PlainKey } from "../../i18n/words.ts";

export const whys = [
  "go_on",
  "begin",
  "rest",
  "break",
  "back",
  "add_partner",
  "open_together",
  "open_alone",
  "later",
  "review",
  "confirm",
  "could",
] as const;
export type Why = (typeof whys)[number];

/** Where the first button leads. */
export type Way = "run" | "look" | "exercises" | "lock" | "agreements";

interface Wording {
  readonly eyebrow: PlainKey;
  /** Said below the heading; the exercise's own line where there is none. */
  readonly about: PlainKey | null;
  readonly button: PlainKey;
  readonly way: Way;
}

/** `add_partner` has two equal buttons of its own. */
export const wordings: Record<Exclude<Why, "add_partner">, Wording> = {
  go_on: { eyebrow: "next-go-on", about: "next-go-on-about", button: "next-go-on-do", way: "run" },
  begin: { eyebrow: "next-begin", about: null, button: "next-begin-do", way: "look" },
  rest: { eyebrow: "next-rest", about: null, button: "next-rest-do", way: "exercises" },
  break: { eyebrow: "next-break", about: null, button: "next-back-do", way: "run" },
  back: { eyebrow: "next-back", about: "next-back-about", button: "next-back-do", way: "run" },
  open_together: {
    eyebrow: "next-open-together",
    about: "next-open-together-about",
    button: "next-open-together-do",
    way: "lock",
  },
  open_alone: {
    eyebrow: "next-open-alone",
    about: "next-open-alone-about",
    button: "next-open-alone-do",
    way: "lock",
  },
  later: { eyebrow: "next-later", about: "next-later-about", button: "next-rest-do", way: "exercises" },
  review: { eyebrow: "next-review", about: "next-review-about", button: "next-review-do", way: "agreements" },
  confirm: { eyebrow: "next-confirm", about: "next-confirm-about", button: "next-confirm-do", way: "agreements" },
  could: { eyebrow: "next-could", about: null, button: "next-could-do", way: "look" },
};

/** Why this is next. */
export function whyOf(next: NextThing): Why {
  return whys.find((why) => why === next.why) ?? "begin";
}
