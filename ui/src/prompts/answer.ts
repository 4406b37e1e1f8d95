/** Values: what Continue sends where nothing was touched, and what this window asks for before it asks the vault. */
import type { Ask, SaveIssue, Value } from "../api/generated.ts";

/** A page is answered by a value, by a press, or by ticking what to show. */
export const answered = (ask: Ask): boolean => emptyValue(ask) !== undefined;

/** The value of an untouched page; `null` has the same meaning as Skip, `undefined` where there is no value. */
export function emptyValue(ask: Ask): Value | null | undefined {
  switch (ask.kind) {
    case "text":
    case "scale":
    case "schedule":
    case "consent":
      return null;
    case "gate":
      return { kind: "picked", value: { picked: [] } };
    case "choose":
      return ask.rows.length > 0 ? { kind: "per_row", value: {} } : { kind: "picked", value: { picked: [] } };
    case "words":
      return { kind: "words", value: { picked: [], own: [] } };
    case "checklist":
      return { kind: "checks", value: {} };
    case "table":
      return { kind: "rows", value: [] };
    case "letter":
      return { kind: "letter", value: {} };
    default:
      return undefined;
  }
}

/**
 * What this window says itself: an untouched scale, date, consent or gate must not count as a skip by accident (E20).
 * Everything else is for the vault to judge.
 */
export function ownIssues(ask: Ask, value: Value | null): SaveIssue[] {
  const code = (name: string): SaveIssue[] => [{ code: name, part: null, bound: null }];
  if (ask.kind === "scale" && value === null) return code("scale");
  if (ask.kind === "schedule" && value === null) return code("date");
  if (ask.kind === "consent" && value === null) return code("choose");
  if (ask.kind === "gate" && value?.kind === "picked" && value.value.picked.length === 0) return code("choose");
  return [];
}

/** Whether a draft of this page may leave the window before Continue: eph answers never do (E11). */
export const drafted = (ask: Ask, audience: string | null): boolean =>
  answered(ask) && audience !== "not_kept" && ask.kind !== "consent" && ask.kind !== "gate";
