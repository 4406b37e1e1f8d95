/** Every page there is behind the lock. None has an address, so nothing can lead back to one from outside. */
import type { Agreeing, Draft, Filter, RunView, Spot, TrayLetter } from "../api/generated.ts";

/** A page. */
export type Route = Under | { page: Over };

/** What lies over a page and leads back to it. */
export type Over = "display" | "help" | "keys";

/** A page that stays while something lies over it. */
export type Under =
  | { page: "home" }
  | { page: "exercises"; filter?: Filter }
  | { page: "exercise"; slug: string }
  | { page: "check-in" }
  /** `from` is the page it leads back to; Home if it has none. */
  | { page: "run"; run: RunView; from?: Begun }
  | { page: "agreements" }
  | { page: "write" }
  | { page: "draft"; draft: Draft }
  | { page: "agreeing"; shown: Agreeing }
  /** `said` is what was done on the page before. */
  | { page: "letters"; said?: Said }
  | { page: "letter"; item: string | null }
  | { page: "letter-ready"; item: string }
  | { page: "tray"; letter: TrayLetter }
  | { page: "letters-pause" }
  | { page: "sealed" }
  | { page: "things" }
  | { page: "removed" }
  | { page: "find"; typing: boolean }
  | { page: "entry"; spot: Spot }
  | { page: "past" }
  | { page: "closeness" }
  | { page: "closeness-list" }
  | { page: "park" }
  | { page: "session" }
  | { page: "pace" }
  | { page: "more" }
  | { page: "partner" };

/** Where a run can begin and lead back to. */
export type Begun = "check-in";

/** What was done with a letter. */
export type Said = { done: "put" | "back" | "paused" | "left" } | { done: "removed"; item: string };

/** Whether a page lies over another. */
export const isOver = (route: Route): route is { page: Over } =>
  route.page === "display" || route.page === "help" || route.page === "keys";

/** The place of the side column a page belongs to. */
export type Place = "home" | "exercises" | "check-in" | "agreements" | "letters" | "more";

const places: Record<Route["page"], Place | null> = {
  home: "home",
  exercises: "exercises",
  exercise: "exercises",
  "check-in": "check-in",
  run: null,
  agreements: "agreements",
  write: "agreements",
  draft: "agreements",
  agreeing: null,
  letters: "letters",
  letter: "letters",
  "letter-ready": "letters",
  tray: "letters",
  "letters-pause": "letters",
  sealed: "more",
  things: "more",
  removed: "more",
  find: "more",
  entry: "more",
  past: "more",
  closeness: "more",
  "closeness-list": "more",
  park: "more",
  session: "more",
  pace: "more",
  more: "more",
  display: "more",
  help: null,
  keys: "more",
  partner: null,
};

/** The place to mark in the side column. */
export const placeOf = (route: Route): Place | null =>
  (route.page === "run" ? route.from : undefined) ?? places[route.page];
