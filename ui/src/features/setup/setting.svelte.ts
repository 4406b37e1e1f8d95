/**
 * Setting up one person, page by page (F1). A person exists only after the last page; leaving earlier leaves nothing.
 * Holds no passphrase.
 */
import { refusal, type Refusal } from "../../api/errors.ts";
import type { Commands, Opened } from "../../api/generated.ts";

/** The pages. `who` is asked of the first person only. */
export type Step = "who" | "therapist" | "before" | "name" | "passphrase" | "prove";

const order: Step[] = ["before", "name", "passphrase", "prove"];

export class Setting {
  readonly #gateway: Commands;
  readonly #done: (opened: Opened) => void;
  readonly whose: "first" | "partner";
  #step = $state<Step>("who");
  #words = $state.raw<readonly string[]>([]);
  #refusal = $state.raw<Refusal>();
  #busy = $state(false);
  #sentBack = $state(false);
  name = $state("");
  offTile = $state(false);

  constructor(gateway: Commands, whose: "first" | "partner", done: (opened: Opened) => void) {
    this.#gateway = gateway;
    this.#done = done;
    this.whose = whose;
    if (whose === "partner") this.#step = "before";
  }

  get step(): Step {
    return this.#step;
  }
  get words(): readonly string[] {
    return this.#words;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  get busy(): boolean {
    return this.#busy;
  }
  /** Three misses at the last page led back to the passphrase. */
  get sentBack(): boolean {
    return this.#sentBack;
  }
  /** Where this page stands among those everybody sees. */
  get progress(): { step: number; of: number } | undefined {
    const at = order.indexOf(this.#step);
    return at < 0 ? undefined : { step: at + 1, of: order.length };
  }
  /** There is a page before this one. */
  get canBack(): boolean {
    return this.#step !== "who" && !(this.whose === "partner" && this.#step === "before");
  }

  /** Begins: the words to suggest are made, and somebody else's pages leave memory. */
  async begin(): Promise<void> {
    await this.#ask(async () => {
      this.#words = (await this.#gateway.setup_begin()).words;
      this.go("before");
    });
  }

  go(step: Step): void {
    this.#refusal = undefined;
    this.#step = step;
  }

  back(): void {
    if (!this.canBack || this.#busy) return;
    const at = order.indexOf(this.#step);
    this.go(order[at - 1] ?? "who");
  }

  async otherWords(): Promise<void> {
    await this.#ask(async () => {
      this.#words = (await this.#gateway.setup_words()).words;
    });
  }

  async keepName(): Promise<void> {
    await this.#ask(async () => {
      await this.#gateway.setup_name(this.name.trim(), !this.offTile);
      this.go("passphrase");
    });
  }

  /** True once the passphrase is strong enough and kept. */
  async keepPassphrase(passphrase: Uint8Array): Promise<boolean> {
    const enough = await this.#ask(async () => (await this.#gateway.setup_passphrase(passphrase)).enough);
    if (enough) {
      this.#sentBack = false;
      this.go("prove");
    }
    return enough ?? false;
  }

  /** The last page. Three misses lead back to the passphrase. */
  async prove(passphrase: Uint8Array): Promise<void> {
    const opened = await this.#ask(() => this.#gateway.setup_prove(passphrase));
    if (opened) return this.#done(opened);
    // The vault forgot the choice: three misses.
    if (this.#refusal?.code !== "not_now") return;
    this.go("passphrase");
    this.#sentBack = true;
  }

  async #ask<T>(ask: () => Promise<T>): Promise<T | undefined> {
    this.#busy = true;
    this.#refusal = undefined;
    try {
      return await ask();
    } catch (thrown) {
      this.#refusal = refusal(thrown);
      return undefined;
    } finally {
      this.#busy = false;
    }
  }
}
