/**
 * What went wrong, in words: one table from the closed error code to severity, sentence and way on (F24). A code
 * without a row does not compile.
 */
import type { PlainKey } from "../i18n/words.ts";
import type { Code, CommandError } from "./generated.ts";

/** Where it shows: beside the field, as a notice above the page, or as a page of its own. */
export type Severity = "field" | "notice" | "page";

/** What can be done about it, beyond reading. */
export type Action = "none" | "try_again" | "choose_other" | "look_again" | "close";

/** A row of the table. The messages take no argument; a sentence with a name is the screen's own. */
export interface Problem {
  readonly severity: Severity;
  /** What happened, as a heading on a problem page. */
  readonly title: Plain;
  /** What is safe and what to do. */
  readonly text: Plain;
  readonly action: Action;
  /** The same while somebody writes: the words are on the screen, and only there. */
  readonly writing?: Plain;
}

type Plain = Extract<PlainKey, `problem-${string}`>;

/** The table. */
export const problems = {
  wrong_passphrase: row("field", "problem-wrong-title", "problem-wrong", "none"),
  too_easy: row("field", "problem-too-easy-title", "problem-too-easy", "none"),
  bad_passphrase: row("field", "problem-bad-passphrase-title", "problem-bad-passphrase", "none"),
  bad_name: row("field", "problem-bad-name-title", "problem-bad-name", "none"),
  long_passphrase: row("field", "problem-long-passphrase-title", "problem-long-passphrase", "none"),
  wait: row("field", "problem-wait-title", "problem-wait", "none"),
  damaged: row("page", "problem-damaged-title", "problem-damaged", "look_again"),
  newer: row("page", "problem-newer-title", "problem-newer", "choose_other"),
  someone_elses: row("page", "problem-someone-elses-title", "problem-someone-elses", "choose_other"),
  already_open: row("page", "problem-already-open-title", "problem-already-open", "look_again"),
  not_a_vault: row("page", "problem-not-a-vault-title", "problem-not-a-vault", "choose_other"),
  read_only: {
    ...row("page", "problem-read-only-title", "problem-read-only", "look_again"),
    writing: "problem-read-only-writing",
  },
  rolled_back: row("page", "problem-rolled-back-title", "problem-rolled-back", "look_again"),
  disk_full: {
    ...row("notice", "problem-disk-full-title", "problem-disk-full", "try_again"),
    writing: "problem-disk-full-writing",
  },
  not_saved: {
    ...row("notice", "problem-not-saved-title", "problem-not-saved", "try_again"),
    writing: "problem-not-saved-writing",
  },
  not_now: row("notice", "problem-not-now-title", "problem-not-now", "none"),
  moved: row("notice", "problem-moved-title", "problem-moved", "none"),
  closed: row("notice", "problem-closed-title", "problem-closed", "none"),
  bad_answer: row("notice", "problem-bad-answer-title", "problem-bad-answer", "none"),
  long_answer: {
    ...row("notice", "problem-long-answer-title", "problem-long-answer", "none"),
    writing: "problem-long-answer",
  },
  unknown: row("notice", "problem-unknown-title", "problem-unknown", "none"),
  internal: row("notice", "problem-internal-title", "problem-internal", "try_again"),
} as const satisfies Record<Code, Problem>;

function row<S extends Severity, A extends Action>(severity: S, title: Plain, text: Plain, action: A) {
  return { severity, title, text, action };
}

/** A command that was refused. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: Code;
  readonly waitSeconds: number | null;
  readonly reference: string | null;

  constructor(error: CommandError) {
    super(error.code);
    this.code = error.code;
    this.waitSeconds = error.wait_seconds;
    this.reference = error.reference;
  }
}

/** Whatever a command threw, as a refusal; what nobody foresaw is `internal`. */
export function refusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  return new Refusal(isCommandError(thrown) ? thrown : { code: "internal", wait_seconds: null, reference: null });
}

function isCommandError(thrown: unknown): thrown is CommandError {
  return (
    typeof thrown === "object" && thrown !== null && "code" in thrown && Object.hasOwn(problems, String(thrown.code))
  );
}
