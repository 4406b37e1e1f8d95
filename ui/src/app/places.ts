/** The places of the side column, in the order of Ctrl+1.. Only places that exist today. */
import type { Key } from "../i18n/words.ts";
import type { IconName } from "../shared/icons.ts";
import type { Place } from "./routes.ts";

export const places = [
  { page: "home", label: "place-home", icon: "house" },
  { page: "exercises", label: "place-exercises", icon: "book-open" },
  { page: "check-in", label: "place-check-in", icon: "cloud-sun" },
  { page: "agreements", label: "place-agreements", icon: "scroll-text" },
  { page: "letters", label: "place-letters", icon: "feather" },
  { page: "more", label: "place-more", icon: "ellipsis" },
] as const satisfies readonly { page: Place; label: Key; icon: IconName }[];
