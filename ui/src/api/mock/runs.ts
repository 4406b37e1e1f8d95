/** Runs for the mock: a walk through fixed pages. Nothing is computed; that is Rust's. */
import type { Phase, RunView } from "../generated.ts";

const page = {
  phase: "page",
  actor: "a",
  help: null,
  why: null,
  optional: false,
  audience: "only_you",
  said: [],
  value: null,
  tips: [],
  back: true,
} as const;

const alone: Phase[] = [
  {
    ...page,
    step: "protect",
    label: "What would you like to protect?",
    why: "A limit is easier to keep when you know what it is for.",
    back: false,
    said: [],
    tips: [],
    progress: { step: 1, of: 3 },
    ask: { kind: "text", long: true, max_chars: 4000, stems: ["my sleep", "my evenings"] },
  },
  {
    ...page,
    step: "calm",
    label: "How calm am I?",
    audience: "not_kept",
    said: [],
    tips: [],
    progress: { step: 2, of: 3 },
    ask: { kind: "scale", low: "very worked up", high: "calm", min: 0, max: 10 },
  },
  {
    phase: "check",
    who: "a",
    button: "keep",
    rows: [
      {
        step: "protect",
        label: "What would you like to protect?",
        lines: ["My evenings."],
        audience: "only_you",
        value: null,
      },
      { step: "calm", label: "How calm am I?", lines: [], audience: "not_kept", value: null },
    ],
  },
  { phase: "end", done: true, new_facts: false, help: null, next: ["breathe-and-ground"] },
];

const joint: Phase[] = [
  {
    ...page,
    step: "what",
    actor: null,
    audience: null,
    label: "What this is",
    back: false,
    said: [],
    tips: [],
    progress: null,
    ask: {
      kind: "guide",
      body: "This is a workbook. It is not therapy, a lie test or a judge. Either of us can stop at any time.",
      items: [],
      ack: false,
      not_now: false,
      lines: [],
      join: [],
    },
  },
  { phase: "cover", next: "a" },
  {
    ...page,
    step: "hope",
    label: "One thing I hope for us is…",
    audience: "sealed",
    back: false,
    said: [],
    tips: [],
    progress: null,
    ask: { kind: "text", long: false, max_chars: 500, stems: [] },
  },
  { phase: "cover", next: "b" },
  {
    phase: "talk",
    talk: "turn",
    step: "turn",
    label: "One talks, one listens",
    speaker: "a",
    seconds: 180,
    say: ["Say one small part.", "Speak for yourself."],
    listen: ["Say back what you heard."],
    offer_more: false,
    more: [],
    back: false,
    progress: null,
  },
  { phase: "end", done: true, new_facts: false, help: null, next: [] },
];

/** The runs of a mock book. */
export class MockRuns {
  readonly #at = new Map<string, number>();

  view(run: string, title: string, together: boolean): RunView {
    const phases = together ? joint : alone;
    const at = Math.min(this.#at.get(run) ?? 0, phases.length - 1);
    const phase = phases[at] as Phase;
    return {
      run,
      title: phase.phase === "cover" ? "" : title,
      joint: together,
      new_facts: false,
      phase,
      issues: [],
    };
  }

  step(run: string, by: 1 | -1): void {
    this.#at.set(run, Math.max(0, (this.#at.get(run) ?? 0) + by));
  }

  stop(run: string): void {
    this.#at.set(run, Infinity);
  }
}
