/** When the shared pages cannot be opened: whether it was told, and in which words. */
import type { Code, Notice } from "../api/generated.ts";
import type { PlainKey } from "../i18n/words.ts";

type Closed = Extract<Notice, { notice: "shared_pages_closed" }>;

const closed: Partial<Record<Code, PlainKey>> = {
  newer: "notice-shared-newer",
  someone_elses: "notice-shared-foreign",
  rolled_back: "notice-shared-older",
};

/** Why the shared pages are closed. */
export const closedKey = ({ why }: Closed): PlainKey => closed[why] ?? "notice-shared-damaged";

/** The notice that the shared pages are closed, if there is one. */
export const closedIn = (notices: readonly Notice[]): Closed | undefined =>
  notices.find((notice) => notice.notice === "shared_pages_closed");
