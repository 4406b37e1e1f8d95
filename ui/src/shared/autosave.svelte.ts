/**
 * Autosave (F0): 400 ms after a pause, at least every 2 s while somebody types, and at once when asked. One write at a
 * time, in order; what was typed meanwhile replaces what waits. A write that was refused keeps its words.
 *
 * Must not know: what is written, or which page shows.
 */
export const PAUSE_MS = 400;
export const AT_LEAST_MS = 2_000;
/** A write this long is worth a word. */
export const SLOW_MS = 1_000;

export class Autosave<T> {
  readonly #write: (typed: T) => Promise<void>;
  readonly #refused: (thrown: unknown) => void;
  #waiting: { readonly typed: T } | undefined;
  #writing: Promise<void> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #cap: ReturnType<typeof setTimeout> | undefined;
  #saving = $state(false);
  #failed = $state(false);

  constructor(write: (typed: T) => Promise<void>, refused: (thrown: unknown) => void = () => undefined) {
    this.#write = write;
    this.#refused = refused;
  }

  /** A write takes longer than a second. */
  get saving(): boolean {
    return this.#saving;
  }
  /** The last write was refused; its words are still here. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Something was typed. */
  keep(typed: T): void {
    this.#waiting = { typed };
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), PAUSE_MS);
    this.#cap ??= setTimeout(() => void this.flush(), AT_LEAST_MS);
  }

  /** Writes what waits; settles when nothing waits any more or a write was refused. Never throws. */
  async flush(): Promise<void> {
    this.#stop();
    if (this.#writing) await this.#writing;
    if (!this.#waiting) return;
    this.#writing ??= this.#one(this.#waiting).finally(() => (this.#writing = undefined));
    await this.#writing;
    if (this.#waiting && !this.#failed) await this.flush();
  }

  /** Forgets what waits, because it goes another way; settles when the write under way has ended. */
  async yield(): Promise<void> {
    this.#stop();
    this.#waiting = undefined;
    await this.#writing;
    this.#waiting = undefined;
    this.#failed = false;
  }

  async #one(waiting: { readonly typed: T }): Promise<void> {
    this.#waiting = undefined;
    const slow = setTimeout(() => (this.#saving = true), SLOW_MS);
    try {
      await this.#write(waiting.typed);
      this.#failed = false;
    } catch (thrown) {
      this.#waiting ??= waiting;
      this.#failed = true;
      this.#refused(thrown);
    } finally {
      clearTimeout(slow);
      this.#saving = false;
    }
  }

  #stop(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#cap);
    this.#pause = this.#cap = undefined;
  }
}
