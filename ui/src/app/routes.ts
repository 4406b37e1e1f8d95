/** Every page there is behind the lock. None has an address, so nothing can lead back to one from outside. */
import type { RunView } from "../api/generated.ts";

/** A page. */
export type Route =
  | { page: "home" }
  | { page: "exercises" }
  | { page: "exercise"; slug: string }
  | { page: "run"; run: RunView }
  | { page: "agreements" }
  | { page: "sealed" }
  | { page: "session" }
  | { page: "pace" }
  | { page: "more" }
  | { page: "display" }
  | { page: "help" }
  | { page: "keys" }
  | { page: "partner" };

/** The place of the side column a page belongs to. */
export type Place = "home" | "exercises" | "agreements" | "more";

const places: Record<Route["page"], Place | null> = {
  home: "home",
  exercises: "exercises",
  exercise: "exercises",
  run: null,
  agreements: "agreements",
  sealed: "more",
  session: "more",
  pace: "more",
  more: "more",
  display: "more",
  help: null,
  keys: "more",
  partner: null,
};

/** The place to mark in the side column. */
export const placeOf = (route: Route): Place | null => places[route.page];
