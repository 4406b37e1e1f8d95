/**
 * The rows of a table while they are edited. An empty row is only room to write: it is not part of the answer, and
 * neither is one that only names what was chosen before. Row ids are never used twice on a page, so a reply to a
 * removed row cannot fall on a new one.
 */
import type { Row, Value } from "../api/generated.ts";
import type { Who } from "./port.ts";
import type { AskOf } from "./registry.ts";

export class Rows {
  readonly #ask: AskOf<"table">;
  readonly #by: Who;
  #highest = 0;
  #rows = $state.raw<readonly Row[]>([]);

  /** `by` is whoever acts; on a page for two, the first, unless a row says whose it is. */
  constructor(ask: AskOf<"table">, value: Value | null, by: Who) {
    this.#ask = ask;
    this.#by = by;
    const before = value?.kind === "rows" ? value.value : [];
    this.#highest = Math.max(0, ...before.map(({ row }) => Number(/^n(\d+)$/.exec(row)?.[1] ?? 0)));
    this.#rows =
      ask.rows.length > 0 ? ask.rows.map(({ id }) => before.find(({ row }) => row === id) ?? this.#blank(id)) : before;
    if (ask.rows.length === 0) ask.begin.forEach((words) => this.#begin(words));
    while (ask.rows.length === 0 && this.#rows.length < Math.max(1, ask.min_rows)) this.add();
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }
  /** Rows can be added and removed. */
  get open(): boolean {
    return this.#ask.rows.length === 0;
  }
  get full(): boolean {
    return this.#rows.length >= this.#ask.max_rows;
  }
  /** What is written, without rows that are still as they began. */
  get written(): Row[] {
    return this.#rows.filter((row) => isWritten(row) && !this.#isAsBegun(row));
  }

  add(): Row {
    this.#highest += 1;
    const row = this.#blank(`n${this.#highest}`);
    this.#rows = [...this.#rows, row];
    return row;
  }

  remove(id: string): void {
    this.#rows = this.#rows.filter(({ row }) => row !== id);
    if (this.#rows.length < Math.max(1, this.#ask.min_rows)) this.add();
  }

  set(id: string, column: string, cell: string): void {
    this.#rows = this.#rows.map((row) => (row.row === id ? this.#with(row, column, cell) : row));
  }

  /** A row for what was chosen before, unless somebody wrote on it already. */
  #begin(words: string): void {
    const [first] = this.#ask.columns;
    if (!first || this.full || this.#rows.some(({ cells }) => cells[first.id] === words)) return;
    const { row } = this.add();
    this.set(row, first.id, words);
  }

  #isAsBegun({ cells }: Row): boolean {
    const [only, ...more] = Object.values(cells);
    return more.length === 0 && only === cells[this.#ask.columns[0]?.id ?? ""] && this.#ask.begin.includes(only ?? "");
  }

  #with(row: Row, column: string, cell: string): Row {
    const others = Object.fromEntries(Object.entries(row.cells).filter(([id]) => id !== column));
    const cells = cell.trim() === "" ? others : { ...others, [column]: cell };
    return { ...row, cells, by: this.#owner(cells, row.by) };
  }

  /** A row about one of the two is theirs, so that the other is asked (E35). */
  #owner(cells: Row["cells"], by: Who): Who {
    const who = this.#ask.columns.find(({ input }) => input.input === "who");
    const said = who && cells[who.id];
    return this.#ask.accept && (said === "a" || said === "b") ? said : by;
  }

  #blank(row: string): Row {
    return { row, by: this.#by, cells: {} };
  }
}

/** Whether anything stands in a row. */
export const isWritten = ({ cells }: Row): boolean => Object.values(cells).some((cell) => cell.trim() !== "");
