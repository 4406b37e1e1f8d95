/** Who is open, for the pages under the unlocked root. Goes with it. */
import { createContext } from "svelte";

import type { Opened, PersonName } from "../api/generated.ts";

export interface Sitting {
  readonly people: readonly PersonName[];
  readonly together: boolean;
  readonly opened: Opened;
}

/** A sitting from what the vault opened. */
export const sitting = (opened: Opened): Sitting => ({
  people: opened.people,
  together: opened.people.length > 1,
  opened,
});

export const [useSitting, provideSitting] = createContext<Sitting>();
