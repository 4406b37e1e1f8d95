/** Carries a key's wish (help, back, a place) to whichever page can grant it. Holds nothing. */
import type { Wish } from "./keys.ts";

type Grant = (wish: Wish) => void;

let grant: Grant | undefined;

export const wants = {
  hear: (wish: Wish): void => grant?.(wish),
  /** Takes the wishes from now on; returns how to stop. */
  listen(by: Grant): () => void {
    grant = by;
    return () => {
      if (grant === by) grant = undefined;
    };
  },
};
