/**
 * Which page shows, and the way back. The way back lives here, not in the browser's history, so it ends where a page
 * of somebody else begins (F4): entering a run or a cover forgets it.
 */
import { createContext } from "svelte";

import type { Route } from "./routes.ts";

export class Router {
  #stack = $state.raw<readonly Route[]>([{ page: "home" }]);

  /** The page that shows. */
  get route(): Route {
    return this.#stack.at(-1) ?? { page: "home" };
  }

  /** The page Back leads to, if any. */
  get before(): Route | undefined {
    return this.#stack.at(-2);
  }

  /** Opens a page; Back returns. */
  go(route: Route): void {
    this.#stack = [...this.#stack, route];
  }

  /** Opens a page and forgets the way back. */
  only(route: Route): void {
    this.#stack = [route];
  }

  /** Shows the same page in a new state. */
  swap(route: Route): void {
    this.#stack = [...this.#stack.slice(0, -1), route];
  }

  /** One page back; at the first one nothing happens. */
  back(): void {
    if (this.#stack.length > 1) this.#stack = this.#stack.slice(0, -1);
  }
}

/** The router of the unlocked pages; there is none while locked. */
export const [useRouter, provideRouter] = createContext<Router>();
