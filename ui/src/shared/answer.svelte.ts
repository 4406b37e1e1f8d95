/** What a command answered: the value, or why it was refused. Lives in the page that asked and goes with it. */
import { refusal, type Refusal } from "../api/errors.ts";

export class Answer<T> {
  #value = $state.raw<T>();
  #refusal = $state.raw<Refusal>();
  #busy = $state(false);

  get value(): T | undefined {
    return this.#value;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  /** The command has not answered yet. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Asks; an earlier value stays until the new one is there. */
  async from(ask: () => Promise<T>): Promise<T | undefined> {
    this.#busy = true;
    try {
      this.#value = await ask();
      this.#refusal = undefined;
      return this.#value;
    } catch (thrown) {
      this.#refusal = refusal(thrown);
      return undefined;
    } finally {
      this.#busy = false;
    }
  }
}
