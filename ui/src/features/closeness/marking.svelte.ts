/**
 * One's own closeness list while somebody marks it: every mark is written at once, typed words after a short pause (F0),
 * one write at a time. A write that was refused keeps its words.
 */
import type { ClosenessList, ClosenessMark, Commands } from "../../api/generated.ts";
import { Answer } from "../../shared/answer.svelte.ts";

const PAUSE_MS = 400;
const AT_LEAST_MS = 2_000;

export class Marking {
  readonly #gateway: Commands;
  readonly list = new Answer<ClosenessList>();
  #typed: readonly (readonly [row: string, mark: ClosenessMark])[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #cap: ReturnType<typeof setTimeout> | undefined;

  constructor(gateway: Commands) {
    this.#gateway = gateway;
  }

  read = () => this.#then(() => this.#gateway.closeness_list());
  add = (label: string) => this.#then(() => this.#gateway.closeness_add(label));
  sexual = (on: boolean) => this.#then(() => this.#gateway.closeness_sexual(on));
  sort = (order: string[]) => this.#then(() => this.#gateway.closeness_sort(order));

  /** What was typed for a line that is marked anew, removed or cleared goes with it. */
  mark(row: string, mark: ClosenessMark | null) {
    this.#forget(row);
    return this.#then(() => this.#gateway.closeness_mark(row, mark));
  }
  remove(row: string) {
    this.#forget(row);
    return this.#then(() => this.#gateway.closeness_remove(row));
  }
  clear() {
    this.#typed = [];
    return this.#then(() => this.#gateway.closeness_clear());
  }

  /** Somebody types what a yes depends on. */
  type(row: string, mark: ClosenessMark): void {
    this.#forget(row);
    this.#typed = [...this.#typed, [row, mark]];
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), PAUSE_MS);
    this.#cap ??= setTimeout(() => void this.flush(), AT_LEAST_MS);
  }

  /** Writes what waits. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.#pause);
    clearTimeout(this.#cap);
    this.#pause = this.#cap = undefined;
    const typed = this.#typed;
    this.#typed = [];
    for (const [row, mark] of typed) {
      const kept = await this.#then(() => this.#gateway.closeness_mark(row, mark));
      const newer = this.#typed.some(([other]) => other === row);
      if (!kept && !newer) this.#typed = [...this.#typed, [row, mark]];
    }
    await this.#last;
  }

  #forget(row: string) {
    this.#typed = this.#typed.filter(([other]) => other !== row);
  }

  #then(ask: () => Promise<ClosenessList>): Promise<ClosenessList | undefined> {
    const next = this.#last.then(() => this.list.from(ask));
    this.#last = next;
    return next;
  }
}
