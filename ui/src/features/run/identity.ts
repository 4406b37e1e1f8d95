/** Which page a view is: two views with one identity are the same page with something pressed on it. */
import type { RunView } from "../../api/generated.ts";

export function identity({ run, phase }: RunView): string {
  return [run, phase.phase, ...parts(phase)].join("|");
}

function parts(phase: RunView["phase"]): unknown[] {
  switch (phase.phase) {
    case "cover":
      return [phase.next];
    case "page":
      return [phase.step, phase.actor];
    case "check":
      return [phase.who];
    case "talk":
      return talk(phase);
    default:
      return [];
  }
}

function talk(phase: Extract<RunView["phase"], { phase: "talk" }>): unknown[] {
  if (phase.talk === "turn") return [phase.talk, phase.step, phase.speaker];
  if (phase.talk === "mirror") return [phase.talk, phase.step, phase.speaker, phase.attempt, phase.two_sentences];
  if (phase.talk === "opened") return [phase.talk, phase.step, phase.by];
  return [phase.talk, phase.step];
}
