/**
 * What a prompt may ask of the run it stands in. Prompts know this and nothing of commands, vault or routes; a test
 * gives a small object, the product the run's state.
 */
import { createContext } from "svelte";

import type { Clock } from "./clock.svelte.ts";
import type { PersonName, RunView, Tap, Tip, Value } from "../api/generated.ts";

/** One of the two. */
export type Who = "a" | "b";

export interface RunPort {
  /** What shows now. */
  readonly view: RunView;
  /** Who is open, in the order of the book. */
  readonly people: readonly PersonName[];
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** A command is on its way; presses wait. */
  readonly busy: boolean;
  /** Words are on their way to the disk for longer than a second. */
  readonly saving: boolean;
  /** Writes what is typed now, for a press that builds on it. */
  flush(): Promise<void>;
  /** Quiet notes on the draft. */
  readonly tips: readonly Tip[];
  /** Why the last answer was not taken, in words: for the field of this part, row or cell, or for the whole. */
  problem(part?: string): string | undefined;
  /** The answer so far. Kept as a draft without being asked (F0). */
  change(value: Value | null): void;
  /** "Rather not say": Continue then sends nothing, and asks nothing. */
  decline(): void;
  /** Continue, with this value if it is a press of its own. */
  answer(value?: Value): Promise<void>;
  skip(): Promise<void>;
  tap(tap: Tap): Promise<void>;
  /** The owner's choice at a reveal; nothing is a complete one. */
  pick(items: string[]): Promise<void>;
  keep(keep: boolean): Promise<void>;
  back(): Promise<void>;
  /** Break for two, Pause for one. */
  rest(): void;
  stop(newFacts: boolean): Promise<void>;
  /** The clock of this page. A running one counts as somebody being here. */
  clock(seconds: number): Clock;
  /** Opens an exercise's page; without one, the agreements. */
  open(slug: string | null): void;
}

export const [useRun, provideRun] = createContext<RunPort>();

/** The other person. */
export const other = (who: Who): Who => (who === "a" ? "b" : "a");
