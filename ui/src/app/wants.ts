/** Carries a key's wish (help, back, a place) to the pages that can grant it, the innermost first. Holds nothing. */
import type { Wish } from "./keys.ts";

/** False: not mine, ask the page around me. */
type Grant = (wish: Wish) => boolean;

let grants: readonly Grant[] = [];

export const wants = {
  hear: (wish: Wish): boolean => grants.toReversed().some((grant) => grant(wish)),
  /** Takes the wishes from now on; returns how to stop. */
  listen(by: Grant): () => void {
    grants = [...grants, by];
    return () => (grants = grants.filter((grant) => grant !== by));
  },
};
