/**
 * The clock of the page a run shows. It belongs to the run: looking at Help or another place does not end it, the next
 * page of the run does.
 */
import { createContext } from "svelte";

import { Clock } from "./clock.svelte.ts";

export class KeptClock {
  #page: string | undefined;
  #clock: Clock | undefined;

  /** The clock of this page; the same one as long as no other page asked or `drop` was said. */
  of(page: string, seconds: number, active: () => void): Clock {
    if (this.#page === page && this.#clock) return this.#clock;
    this.drop();
    this.#page = page;
    this.#clock = new Clock(seconds, active);
    return this.#clock;
  }

  /** Stands still, while the page is put away. */
  hold(): void {
    if (this.#clock?.state === "running") this.#clock.hold();
  }

  /** The page is over. */
  drop(): void {
    this.#clock?.stop();
    this.#page = this.#clock = undefined;
  }
}

/** Provided under the unlocked root, so it goes with the lock. */
export const [useKeptClock, provideKeptClock] = createContext<KeptClock>();
