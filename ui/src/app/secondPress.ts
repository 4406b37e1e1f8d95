/**
 * The second press of a double click was meant for the page of the first. On a page that came between, it would answer a
 * question nobody has read.
 */
import { pagesBegun } from "../shared/beginAt.ts";

export class SecondPress {
  #page = 0;

  /** A press of the pointer; true if it was meant for a page that is gone. A key presses once and has no count. */
  isLate({ detail }: Pick<MouseEvent, "detail">): boolean {
    if (detail <= 1) this.#page = pagesBegun();
    return detail > 1 && this.#page !== pagesBegun();
  }
}
