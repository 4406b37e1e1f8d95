/** The drafts of a run: what is typed goes to its step. */
import type { Value } from "../../api/generated.ts";
import { Autosave } from "../../shared/autosave.svelte.ts";

export { AT_LEAST_MS, PAUSE_MS, SLOW_MS } from "../../shared/autosave.svelte.ts";

interface Draft {
  readonly step: string;
  readonly value: Value | null;
}

export type Write = (step: string, value: Value | null) => Promise<void>;

export class Drafts extends Autosave<Draft> {
  constructor(write: Write, refused?: (thrown: unknown) => void) {
    super(({ step, value }) => write(step, value), refused);
  }

  /** Something was typed. */
  put(step: string, value: Value | null): void {
    this.keep({ step, value });
  }
}
