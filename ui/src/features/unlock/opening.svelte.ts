/** Opening: one person, or one and then the other behind a cover. Holds no passphrase. */
import { type Problem, problems, Refusal, refusal } from "../../api/errors.ts";
import type { Commands, Opened, Tile } from "../../api/generated.ts";

type Person = Tile["person"];

/** Where it stands. `cover` and `second` come after the first of two has opened. */
export type Step = "first" | "cover" | "second";

export class Opening {
  readonly #gateway: Commands;
  readonly #done: (opened: Opened) => void;
  readonly tiles: readonly Tile[];
  #step = $state<Step>("first");
  #who = $state<Person>("a");
  #refusal = $state.raw<Refusal>();
  #shared = $state(false);
  #busy = $state(false);

  constructor(gateway: Commands, tiles: readonly Tile[], done: (opened: Opened) => void) {
    this.#gateway = gateway;
    this.#done = done;
    this.tiles = tiles;
    this.#who = tiles[0]?.person ?? "a";
  }

  get step(): Step {
    return this.#step;
  }
  /** Whose passphrase is asked for. */
  get who(): Person {
    return this.#who;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  /** A refusal that takes the whole page: the passphrase was right, or did not matter. */
  get blocked(): Refusal | undefined {
    const problem: Problem | undefined = this.#refusal && problems[this.#refusal.code];
    return problem?.severity === "page" ? this.#refusal : undefined;
  }
  /** What cannot be read is the pages of both. */
  get shared(): boolean {
    return this.#shared;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get tile(): Tile | undefined {
    return this.tiles.find((tile) => tile.person === this.#who);
  }
  get other(): Tile | undefined {
    return this.tiles.find((tile) => tile.person !== this.#who);
  }

  choose(person: Person): void {
    this.#who = person;
    this.#refusal = undefined;
  }

  /** Opens for one. */
  async alone(passphrase: Uint8Array): Promise<void> {
    const opened = await this.#try(() => this.#gateway.unlock(this.#who, passphrase));
    if (opened) this.#done(opened);
  }

  /** Opens for the first of two, then covers. Nothing of the first one's is shown until both are there. */
  async together(passphrase: Uint8Array): Promise<void> {
    const opened = await this.#try(() => this.#gateway.unlock(this.#who, passphrase));
    if (!opened || !this.other) return;
    const closed = opened.notices.find((told) => told.notice === "shared_pages_closed");
    if (closed) {
      // Told before the laptop is passed: the second passphrase could not change it.
      this.#shared = true;
      this.#refusal = new Refusal({ code: closed.why, wait_seconds: null, reference: null });
      return;
    }
    this.#who = this.other.person;
    this.#step = "cover";
  }

  /** "I am Sam". */
  uncover(): void {
    this.#step = "second";
  }

  /** Opens for the second of two. */
  async join(passphrase: Uint8Array): Promise<void> {
    const opened = await this.#try(() => this.#gateway.join(this.#who, passphrase));
    if (opened) this.#done(opened);
  }

  async #try(ask: () => Promise<Opened>): Promise<Opened | undefined> {
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
