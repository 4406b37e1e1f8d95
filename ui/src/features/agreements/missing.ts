/** What is missing, in words: the same above the form and beside the field. */
import { t, type PlainKey } from "../../i18n/words.ts";

const keys: Record<string, PlainKey> = {
  name: "draft-missing-name",
  what: "draft-missing-what",
  will: "draft-missing-will",
  from: "draft-missing-from",
  review: "draft-missing-review",
};

/** The sentence for a part. */
export const missingKey = (part: string): PlainKey => keys[part] ?? "draft-missing-what";

/** The sentence, if this part is missing. */
export const problemIn = (missing: readonly string[], part: string): string | undefined =>
  missing.includes(part) ? t(missingKey(part)) : undefined;
