/** The sitting that runs, if one does. Provided under the unlocked root, so it goes with the lock. */
import { createContext } from "svelte";

import type { Session } from "../api/generated.ts";

export class RunningSession {
  #session = $state.raw<Session>();
  #arrived = $state(false);

  /** One that was left for a break goes on where it was: nobody arrives twice. */
  constructor(left?: Session) {
    this.#session = left;
    this.#arrived = left !== undefined;
  }

  get session(): Session | undefined {
    return this.#session;
  }
  /** Both have arrived; from here the page offers to close. */
  get arrived(): boolean {
    return this.#arrived;
  }

  begin(session: Session): void {
    this.#session = session;
  }
  arrive(): void {
    this.#arrived = true;
  }
}

export const [useRunningSession, provideRunningSession] = createContext<RunningSession>();
