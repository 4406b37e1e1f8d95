/**
 * Shift three times, alone, within five seconds (F21). A Shift that held down another key, or a press of the mouse
 * between, starts the count again: capitals never hide (U6).
 */

const WITHIN_MS = 5_000;
const TIMES = 3;

export class ShiftTaps {
  #held = new Set<string>();
  #taps: number[] = [];

  /** A key went down. */
  down(event: Pick<KeyboardEvent, "key" | "code" | "repeat" | "ctrlKey" | "altKey" | "metaKey">): void {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) return this.forget();
    if (!event.repeat) this.#held.add(event.code);
  }

  /** A key went up; true when that was the third tap. */
  up(event: Pick<KeyboardEvent, "key" | "code">, now: number): boolean {
    if (event.key !== "Shift" || !this.#held.delete(event.code)) return false;
    this.#taps = [...this.#taps.filter((at) => now - at < WITHIN_MS), now];
    if (this.#taps.length < TIMES) return false;
    this.forget();
    return true;
  }

  /** Something else happened. */
  forget(): void {
    this.#held.clear();
    this.#taps = [];
  }
}
