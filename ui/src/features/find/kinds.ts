/** What an entry is, in words. */
import type { PlainKey } from "../../i18n/words.ts";

const kinds: Record<string, PlainKey> = {
  answer: "find-kind-answer",
  sealed: "find-kind-sealed",
  agreement: "find-kind-agreement",
  card: "find-kind-card",
  plan: "find-kind-plan",
  ritual: "find-kind-ritual",
  list: "find-kind-list",
  letter: "find-kind-letter",
  park: "find-kind-park",
  limit: "find-kind-limit",
  proposal: "find-kind-proposal",
  limit_draft: "find-kind-limit-draft",
  proposal_draft: "find-kind-proposal-draft",
  closing: "find-kind-closing",
};

/** The word for a kind. */
export const kindKey = (kind: string): PlainKey => kinds[kind] ?? "find-kind-answer";
