/** The parts of a proposal in words, for saying what a change changed. */
import type { PersonName, ProposalWords } from "../../api/generated.ts";
import { day } from "../../i18n/dates.ts";
import { t, type PlainKey } from "../../i18n/words.ts";

const labels: Record<string, PlainKey> = {
  name: "deals-part-name",
  what: "deals-part-what",
  whom: "deals-part-whom",
  from: "deals-part-from",
  review: "deals-part-review",
  ending: "deals-part-ending",
};

/** What a part is called. */
export const labelOf = (part: string): PlainKey => labels[part] ?? "deals-part-what";

/** What a part says. */
export function said(part: string, words: ProposalWords, people: readonly PersonName[], today: string): string {
  switch (part) {
    case "name":
      return words.name;
    case "whom":
      return people.find((one) => one.person === words.whom)?.name ?? t("draft-whom-both");
    case "from":
      return words.from === null ? t("draft-from-agreed") : day(words.from, today);
    case "review":
      return t("deals-days", { count: words.review_days });
    case "ending":
      return words.ending.trim() === "" ? t("deals-nothing") : words.ending;
    default:
      return words.what;
  }
}
