/** Values: what Continue sends where nothing was touched, and what this window asks for before it asks the vault. */
import type { Ask, Page, SaveIssue, Value } from "../api/generated.ts";

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
 * What this window says itself: nothing at all must not count as a skip by accident (E20), on no kind of page. Where
 * nothing is an answer it goes on: an optional page, one that asks for none or more, plain ticks. Everything else is
 * for the vault to judge.
 */
export function ownIssues({ ask, optional }: Pick<Page, "ask" | "optional">, value: Value | null): SaveIssue[] {
  const empty = !optional && wantsSomething(ask) && isNothing(value);
  return empty ? [{ code: "empty", part: null, bound: null }] : [];
}

function wantsSomething(ask: Ask): boolean {
  switch (ask.kind) {
    case "choose":
    case "words":
      return ask.min > 0;
    case "checklist":
      return ask.states.length > 1;
    case "table":
      return ask.min_rows > 0 || ask.rows.length > 0;
    default:
      return answered(ask);
  }
}

function isNothing(value: Value | null): boolean {
  switch (value?.kind) {
    case undefined:
      return true;
    case "text":
      return value.value.trim() === "";
    case "picked":
      return value.value.picked.length === 0 && value.value.other === undefined;
    case "words":
      return value.value.picked.length === 0 && value.value.own.length === 0;
    case "rows":
      return value.value.length === 0;
    case "per_row":
    case "checks":
    case "letter":
      return Object.keys(value.value).length === 0;
    default:
      return false;
  }
}

/** Whether a draft of this page may leave the window before Continue: eph answers never do (E11). */
export const drafted = (ask: Ask, audience: string | null): boolean =>
  answered(ask) && audience !== "not_kept" && ask.kind !== "consent" && ask.kind !== "gate";
