/**
 * The window's life: starting, shut, open, blank. Locking and hiding blank the page before anything else happens (D11);
 * what was open is dropped with the `open` stage and everything mounted under it.
 */
import { createContext, flushSync } from "svelte";

import { refusal, type Refusal } from "../api/errors.ts";
import type { Commands, Notice, Opened, Start } from "../api/generated.ts";

/** What the window is doing. Nothing outside `open` knows a word of anybody's. */
export type Stage =
  | { at: "starting" }
  | { at: "broken"; refusal: Refusal }
  | { at: "shut"; start: Start }
  | { at: "open"; opened: Opened }
  | { at: "blank" };

/** How often input is reported while it goes on. The idle limit is minutes, so seconds are fine (F22). */
const ACTIVE_EVERY_MS = 5_000;

/** How long the last words may take to be written before keys are dropped all the same (F21). */
const FLUSH_MS = 1_000;

export class Life {
  readonly #gateway: Commands;
  readonly #now: () => number;
  #lastWrites: readonly (() => Promise<void>)[] = [];
  #reported = -Infinity;
  #stage = $state.raw<Stage>({ at: "starting" });
  #soon = $state(false);
  #saved = $state(true);
  #linesLeftOut = $state(false);
  #planned = $state<string>();
  #today = $state("");
  #minute = 0;
  #minuteAt = 0;

  constructor(gateway: Commands, now: () => number = () => performance.now()) {
    this.#gateway = gateway;
    this.#now = now;
  }

  get stage(): Stage {
    return this.#stage;
  }
  /** "Locking in 1 minute." */
  get soon(): boolean {
    return this.#soon;
  }
  /** False: words are only in memory (F24). */
  get saved(): boolean {
    return this.#saved;
  }
  /** Lines of the shared pages could not be read. Told once, when they were first looked at. */
  get linesLeftOut(): boolean {
    return this.#linesLeftOut;
  }
  /** The time on the wall for which something was planned, once it has come (E42). */
  get planned(): string | undefined {
    return this.#planned;
  }
  /** It was read. */
  plannedWasRead(): void {
    this.#planned = undefined;
  }
  /** The day the program started, for dates in words. */
  get today(): string {
    return this.#today;
  }

  /** The hour on the wall now: counted on from what the program was told, never read from the window's own clock. */
  hour(): number {
    const minutes = this.#minute + (this.#now() - this.#minuteAt) / 60_000;
    return Math.floor(minutes / 60) % 24;
  }

  /** Asks what there is, and listens. */
  async begin(): Promise<void> {
    try {
      const [start] = await Promise.all([this.#gateway.start(), this.#gateway.watch((notice) => this.hear(notice))]);
      this.shut(start);
    } catch (thrown) {
      this.#stage = { at: "broken", refusal: refusal(thrown) };
    }
  }

  /** Shows the first page. */
  shut(start: Start): void {
    this.#soon = false;
    this.#saved = true;
    this.#linesLeftOut = false;
    this.#planned = undefined;
    this.#today = start.today;
    this.#minute = start.minute;
    this.#minuteAt = this.#now();
    this.#stage = { at: "shut", start };
  }

  /** Somebody opened. */
  open(opened: Opened): void {
    this.#stage = { at: "open", opened };
  }

  /** Blank, then save and drop the keys. The shell starts a new process; where it does not, the first page shows. */
  async lock(): Promise<void> {
    await this.#blankAndFlush();
    try {
      await this.#gateway.lock();
      this.shut(await this.#gateway.start());
    } catch (thrown) {
      this.#stage = { at: "broken", refusal: refusal(thrown) };
    }
  }

  /** Blank, then end. Nothing comes back, whatever happens (F21). */
  async hide(): Promise<void> {
    await this.#blankAndFlush();
    try {
      await this.#gateway.hide();
    } catch {
      // Stays blank: showing anything now would undo the hiding.
    }
  }

  /** Takes a write that has to happen before the keys are dropped (F0); returns how to forget it. */
  writesLast(write: () => Promise<void>): () => void {
    this.#lastWrites = [...this.#lastWrites, write];
    return () => {
      this.#lastWrites = this.#lastWrites.filter((other) => other !== write);
    };
  }

  // Asked for before blanking, because the page that writes is gone after it.
  async #blankAndFlush(): Promise<void> {
    const writes = this.#lastWrites;
    this.blank();
    const late = new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
    await Promise.race([Promise.allSettled(writes.map((write) => write())), late]);
  }

  /** Empties the page now, before this returns: nothing may be asked of the vault while words still show. */
  blank(): void {
    flushSync(() => {
      this.#stage = { at: "blank" };
    });
  }

  /** Something the shell or the vault has to say. */
  hear(notice: Notice): void {
    if (notice.notice === "blank") this.blank();
    if (notice.notice === "locking_soon") this.#soon = true;
    if (notice.notice === "lines_left_out") this.#linesLeftOut = true;
    if (notice.notice === "planned") this.#planned = notice.at;
    if (notice.notice === "saved") this.#saved = notice.ok;
  }

  /** Somebody is here: puts the automatic lock off. Reported at once after the warning, else every few seconds. */
  active(): void {
    const now = this.#now();
    if (!this.#soon && now - this.#reported < ACTIVE_EVERY_MS) return;
    this.#reported = now;
    this.#soon = false;
    void this.#gateway.active().catch(() => undefined);
  }
}

/** The window's life, for every page. */
export const [useLife, provideLife] = createContext<Life>();
