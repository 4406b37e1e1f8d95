/**
 * What is looked for, and what was found: the last letters typed count, and one question is out at a time. Lives in its
 * page and goes with it; nothing is kept of what was looked for.
 */
import { refusal, type Refusal } from "../../api/errors.ts";
import type { Found } from "../../api/generated.ts";

/** So many entries at first, and more with each "Show more". */
export const PAGE = 20;

type Ask = (words: string, most: number) => Promise<Found>;

export class Search {
  readonly #ask: Ask;
  #words = "";
  #most = PAGE;
  #asking = false;
  #again = false;
  #found = $state.raw<Found>();
  #refusal = $state.raw<Refusal>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  get found(): Found | undefined {
    return this.#found;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** Looks for these words from now on. Also without any: then the pages are laid out for the first letter. */
  async look(words: string): Promise<void> {
    this.#words = words;
    this.#most = PAGE;
    await this.#go();
  }

  /** Shows more of the same. */
  async more(): Promise<void> {
    this.#most += 2 * PAGE;
    await this.#go();
  }

  /** Asks once more after a refusal. */
  again = () => void this.#go();

  async #go(): Promise<void> {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      try {
        const found = await this.#ask(this.#words, this.#most);
        if (!this.#again) this.#found = found;
        this.#refusal = undefined;
      } catch (thrown) {
        this.#refusal = refusal(thrown);
      }
    }
    this.#asking = false;
  }
}
