/** The sentence for each change of the shared pages: with a name where a hand is known, else without. */
import type { PastChange } from "../../api/generated.ts";
import { named } from "../../i18n/arg.ts";
import { pieces, type Piece } from "../../i18n/words.ts";

const alone = {
  wrote: "past-wrote",
  replied: "past-replied",
  took_back: "past-took-back",
  opened: "past-opened",
  done: "past-done",
  stopped: "past-stopped",
  named: "past-named",
  closing: "past-closing",
  proposed: "past-proposed",
  reworded: "past-reworded",
  said_yes: "past-said-yes",
  in_force: "past-in-force",
  ended: "past-ended",
  left_open: "past-left-open",
  kept: "past-kept",
  parked: "past-parked",
  talked: "past-talked",
  suggested: "past-suggested",
  not_now: "past-not-now",
  no: "past-no",
  taken_up: "past-taken-up",
  withdrawn: "past-withdrawn",
  replaced: "past-replaced",
  limit_given: "past-limit-given",
  limit_changed: "past-limit-changed",
  limit_read: "past-limit-read",
  limit_ended: "past-limit-ended",
} as const;

const byName = {
  wrote: "past-wrote-by",
  replied: "past-replied-by",
  took_back: "past-took-back-by",
  said_yes: "past-said-yes-by",
  ended: "past-ended-by",
  parked: "past-parked-by",
  proposed: "past-proposed-by",
  suggested: "past-suggested-by",
  not_now: "past-not-now-by",
  no: "past-no-by",
  taken_up: "past-taken-up-by",
  withdrawn: "past-withdrawn-by",
  limit_given: "past-limit-given-by",
  limit_changed: "past-limit-changed-by",
  limit_read: "past-limit-read-by",
  limit_ended: "past-limit-ended-by",
} as const;

const bare = { removed: "past-removed", gone: "past-gone" } as const;

const has = <M extends object>(map: M, what: string): what is Extract<keyof M, string> => Object.hasOwn(map, what);

/** What happened, in pieces with names apart. */
export function told({ what, by, about }: PastChange): Piece[] {
  if (has(bare, what)) return pieces(bare[what]);
  if (about === "") return pieces("past-changed");
  if (by && by.name !== "" && has(byName, what))
    return pieces(byName[what], { name: named(by.name), about: named(about) });
  if (has(alone, what)) return pieces(alone[what], { about: named(about) });
  return pieces("past-changed");
}
