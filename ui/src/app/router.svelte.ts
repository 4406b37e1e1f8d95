/**
 * Which page shows, and the way back. The way back lives here, not in the browser's history, so it ends where a page
 * of somebody else begins (F4): entering a run or a cover forgets it.
 */
import { createContext } from "svelte";

import { isOver, type Over, type Route, type Under } from "./routes.ts";

export class Router {
  #stack = $state.raw<readonly Route[]>([{ page: "home" }]);

  /** The page that shows. */
  get route(): Route {
    return this.#stack.at(-1) ?? { page: "home" };
  }

  /** What lies over a page now, if anything. */
  get over(): Over | undefined {
    return isOver(this.route) ? this.route.page : undefined;
  }

  /** The page itself, with or without something over it. */
  get under(): Under {
    return this.#stack.findLast((route) => !isOver(route)) ?? { page: "home" };
  }

  /** The page Back leads to, if any. */
  get before(): Route | undefined {
    return this.#stack.at(-2);
  }

  /** Opens a page; Back returns. What lies over a page already does not open twice. */
  go(route: Route): void {
    if (route.page === this.over) return;
    this.#stack = [...this.#stack, route];
  }

  /** Opens a page and forgets the way back. */
  only(route: Route): void {
    this.#stack = [route];
  }

  /** Shows the same page in a new state, perhaps while something lies over it. A page that was left stays left. */
  swap(route: Under): void {
    if (route.page !== this.under.page) return;
    const at = this.#stack.findLastIndex((other) => !isOver(other));
    this.#stack = this.#stack.with(at, route);
  }

  /** One page back; at the first one nothing happens. */
  back(): void {
    if (this.#stack.length > 1) this.#stack = this.#stack.slice(0, -1);
  }
}

/** The router of the unlocked pages; there is none while locked. */
export const [useRouter, provideRouter] = createContext<Router>();
