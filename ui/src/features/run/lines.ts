/** The lines of the error summary: each says where, and leads there. */
import type { Ask } from "../../api/generated.ts";
import { t } from "../../i18n/words.ts";
import type { Problem } from "../../prompts/issues.ts";
import { wordsOf } from "../../prompts/names.ts";

export const lines = (ask: Ask, problems: readonly Problem[]): { field: string; text: string }[] =>
  problems.map(({ field, part, text }) => ({ field, text: part === null ? text : located(ask, part, text) }));

function located(ask: Ask, part: string, problem: string): string {
  if (ask.kind === "table") return inRow(ask, part, problem);
  const named = partsOf(ask).find(({ id }) => id === part);
  return named ? t("issue-in-part", { part: wordsOf(named), problem }) : problem;
}

const partsOf = (ask: Ask) =>
  ask.kind === "letter" ? ask.parts : ask.kind === "checklist" ? ask.items : ask.kind === "choose" ? ask.rows : [];

function inRow(ask: Extract<Ask, { kind: "table" }>, part: string, problem: string): string {
  const [row = "", column] = part.split(".");
  const label = ask.columns.find(({ id }) => id === column)?.label;
  if (!label) return problem;
  // An own row's number on the page is its place, not its id; the link leads to it.
  const name = ask.rows.find(({ id }) => id === row)?.label;
  return name ? t("issue-in-row", { row: name, column: label, problem }) : t("issue-in-part", { part: label, problem });
}
