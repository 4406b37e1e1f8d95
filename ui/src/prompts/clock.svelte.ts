/**
 * A clock that counts down and then waits: it never swaps, ends or takes anything by itself (F5). The present is given
 * in, so a test moves it.
 */
export const TICK_MS = 250;
/** A running clock counts as somebody being here; more often than the idle limit asks (F22). */
export const ACTIVE_EVERY_MS = 30_000;

export type ClockState = "off" | "ready" | "running" | "held" | "over";

export class Clock {
  readonly #now: () => number;
  readonly #active: () => void;
  #length = $state(0);
  #left = $state(0);
  #state = $state<ClockState>("ready");
  #until = 0;
  #told = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(seconds: number, active: () => void = () => undefined, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#active = active;
    this.set(seconds);
  }

  get state(): ClockState {
    return this.#state;
  }
  /** Whole seconds left. */
  get left(): number {
    return Math.ceil(this.#left / 1000);
  }
  /** Whole seconds in all. */
  get length(): number {
    return this.#length / 1000;
  }
  /** Part of the time that is left, 0 to 1. */
  get part(): number {
    return this.#length === 0 ? 0 : this.#left / this.#length;
  }

  /** Another length; 0 is no clock. */
  set(seconds: number): void {
    this.#quiet();
    this.#length = this.#left = seconds * 1000;
    this.#state = seconds === 0 ? "off" : "ready";
  }

  start(): void {
    this.#until = this.#told = this.#now();
    this.#until += this.#left;
    this.#state = "running";
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  hold(): void {
    this.#tick();
    if (this.#state === "running") this.#state = "held";
    this.#quiet();
  }

  add(seconds: number): void {
    const over = this.#state === "over";
    this.#length += seconds * 1000;
    this.#left += seconds * 1000;
    this.#until += seconds * 1000;
    if (over) this.start();
  }

  /** Stops ticking, with the page. */
  stop(): void {
    this.#quiet();
  }

  #tick(): void {
    if (this.#state !== "running") return;
    const now = this.#now();
    this.#left = Math.max(0, this.#until - now);
    if (now - this.#told >= ACTIVE_EVERY_MS) {
      this.#told = now;
      this.#active();
    }
    if (this.#left === 0) this.#end();
  }

  #end(): void {
    this.#state = "over";
    this.#quiet();
  }

  #quiet(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** "1:14". */
export const digits = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
