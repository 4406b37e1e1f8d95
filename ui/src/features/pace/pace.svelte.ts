/**
 * One's own pace while its page is open: one write at a time, the last choice wins, and what shows as chosen is never
 * something that was refused.
 */
import { refusal, type Refusal } from "../../api/errors.ts";
import type { Commands } from "../../api/generated.ts";

type Vault = Pick<Commands, "pace_get" | "pace_set">;

export class OwnPace {
  readonly #vault: Vault;
  #kept: string | undefined;
  #wanted: string | undefined;
  #shown = $state<string>();
  #saved = $state(false);
  #refusal = $state.raw<Refusal>();
  #writing: Promise<void> | undefined;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Which one is marked; none until the vault has answered. */
  get shown(): string | undefined {
    return this.#shown;
  }
  /** A choice made on this page is kept. */
  get saved(): boolean {
    return this.#saved;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  async read(): Promise<void> {
    try {
      this.#show(await this.#vault.pace_get());
      this.#refusal = undefined;
    } catch (thrown) {
      this.#refusal = refusal(thrown);
    }
  }

  /** Keeps this one, at once. */
  choose(pace: string): Promise<void> {
    this.#wanted = pace;
    this.#shown = pace;
    this.#saved = false;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** Once more what was refused. */
  again(): Promise<void> {
    return this.#wanted === undefined ? this.read() : this.choose(this.#wanted);
  }

  /** When no choice is on its way to the vault. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    try {
      while (this.#wanted !== undefined && this.#wanted !== this.#kept) await this.#keep(this.#wanted);
      this.#saved = true;
      this.#refusal = undefined;
    } catch (thrown) {
      await this.#fallBack(refusal(thrown));
    }
  }

  async #keep(pace: string): Promise<void> {
    await this.#vault.pace_set(pace);
    this.#kept = pace;
  }

  // A refused write may have reached memory and not the disk: the vault says what counts now, and nothing is taken as
  // kept, so that trying again writes.
  async #fallBack(refused: Refusal): Promise<void> {
    this.#show(undefined);
    await this.read();
    this.#kept = undefined;
    this.#refusal = refused;
  }

  #show(pace: string | undefined): void {
    this.#kept = pace;
    this.#shown = pace;
  }
}
