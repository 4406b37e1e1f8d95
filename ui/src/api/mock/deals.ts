/** Limits and proposals of people who are not real. Walks, does not think: every rule is Rust's. */
import type { Begin, DealWords, Draft, PersonName, ProposalWords, Register } from "../generated.ts";

const quiet: ProposalWords = {
  name: "A quiet half hour after work",
  what: "Whoever comes home last gets 30 minutes without questions. Then we eat together.",
  whom: "both",
  from: null,
  review_days: 14,
  ending: "",
};

/** The page as it stands with one open, or with both. */
export function register(people: PersonName[], together: boolean): Register {
  const alex: PersonName = people[0] ?? { person: "a", name: "" };
  const sam: PersonName = people[1] ?? { person: "b", name: "" };
  return {
    people,
    drafts: together ? [] : [{ item: "draft-1", kind: "limit", name: "Late calls", on: "2026-11-18" }],
    proposals: [
      {
        item: "proposal-1",
        n: 2,
        words: quiet,
        by: sam,
        standing: "proposed",
        on: "2026-11-15",
        answered: null,
        before: { ...quiet, what: "Whoever comes home last gets 10 minutes." },
        changed: ["what"],
        acts: together ? [] : ["change", "not_now", "no"],
        can_agree: together,
        session: false,
        replaces: null,
        unconfirmed: false,
      },
    ],
    limits: [
      {
        item: "limit-1",
        words: { name: "Shouting", when: "If there is shouting", will: "I will go to the other room." },
        by: sam,
        on: "2026-11-09",
        read: null,
        can_read: !together,
        own: false,
        ended: null,
        earlier: [],
        unconfirmed: false,
      },
    ],
    over: [
      {
        item: "proposal-2",
        n: 1,
        words: { ...quiet, name: "Sunday walks" },
        by: alex,
        standing: "withdrawn",
        on: "2026-11-02",
        answered: [alex, "2026-11-04"],
        before: null,
        changed: [],
        acts: [],
        can_agree: false,
        session: false,
        replaces: null,
        unconfirmed: false,
      },
    ],
  };
}

/** A page without anything on it. */
export const emptyRegister = (people: PersonName[]): Register => ({
  people,
  drafts: [],
  proposals: [],
  limits: [],
  over: [],
});

const empty: Record<"limit" | "proposal", DealWords> = {
  limit: { is: "limit", words: { name: "", when: "", will: "" } },
  proposal: { is: "proposal", words: { ...quiet, name: "", what: "" } },
};

/** What somebody begins to write. */
export function draftOf(begin: Begin, people: PersonName[]): Draft {
  const suggests = begin.begin === "suggest";
  const limit = ["limit", "change_limit", "go_on"].includes(begin.begin);
  const words: DealWords = suggests ? { is: "proposal", words: quiet } : empty[limit ? "limit" : "proposal"];
  return {
    item: "draft-2",
    words,
    of: suggests ? { item: "proposal-1", n: 2 } : null,
    replaces: null,
    now: suggests ? words : null,
    people,
    most: 90,
    moved: false,
    over: false,
  };
}

/** What is missing in a draft. */
export function missingIn(words: DealWords): string[] {
  const parts: Record<string, string> =
    words.is === "limit"
      ? { name: words.words.name, will: words.words.will }
      : { name: words.words.name, what: words.words.what };
  return Object.keys(parts).filter((part) => (parts[part] ?? "").trim() === "");
}
