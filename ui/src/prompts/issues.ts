/** Why an answer was not taken, in words, and the id of the control it is about. */
import type { Ask, SaveIssue } from "../api/generated.ts";
import { t } from "../i18n/words.ts";

/** Id of the control that answers the whole page. */
export const ANSWER = "answer";

/** Id of the control of a part, row or cell. */
export const fieldId = (part: string | null): string =>
  part === null ? ANSWER : `answer-${part.replaceAll(".", "-")}`;

/** A problem on this page: where, and the same words for the summary and the field. */
export interface Problem {
  readonly part: string | null;
  readonly field: string;
  readonly text: string;
}

/** The problems of a page. */
export const problemsOf = (ask: Ask, issues: readonly SaveIssue[]): Problem[] =>
  issues.map((issue) => ({ part: issue.part, field: fieldId(issue.part), text: sentence(ask, issue) }));

function sentence(ask: Ask, { code, bound }: SaveIssue): string {
  const count = bound ?? 1;
  const rows = ask.kind === "table";
  switch (code) {
    case "too_few":
      return t(rows ? "issue-too-few-rows" : "issue-too-few", { count });
    case "too_many":
      return t(rows ? "issue-too-many-rows" : "issue-too-many", { count });
    case "too_long":
      return t("issue-too-long", { count });
    case "out_of_range":
      return bound === null ? t("issue-out-of-range") : t("issue-out-of-range-most", { count });
    default:
      return t(plain[code] ?? "issue-other");
  }
}

const plain: Record<
  string,
  | "issue-need-all"
  | "issue-empty-cell"
  | "issue-not-a-number"
  | "issue-not-a-date"
  | "issue-past-date"
  | "issue-letters"
  | "issue-unknown-option"
  | "issue-empty"
> = {
  need_all: "issue-need-all",
  unknown_option: "issue-unknown-option",
  empty_cell: "issue-empty-cell",
  not_a_number: "issue-not-a-number",
  not_a_date: "issue-not-a-date",
  past_date: "issue-past-date",
  letters: "issue-letters",
  empty: "issue-empty",
};
