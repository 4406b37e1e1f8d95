/** Home and agreements, for the mock. */
import type { Agreement, Home, NextThing, PersonName, Suggestion, Thing } from "../generated.ts";
import { cards } from "./library.ts";

export const TODAY = "2026-11-20";

const nothing: NextThing = {
  why: "begin",
  slug: null,
  title: null,
  summary: null,
  minutes: null,
  run: null,
  part: null,
  from: null,
  reason: null,
};

const rules = {
  slug: "our-ground-rules",
  title: "Our ground rules",
  summary: "Agree how you use this workbook, so that it stays kind, private and free.",
  minutes: 15,
};

export function home(together: boolean, partner: boolean, fresh: boolean): Home {
  const row = { slug: null, exercise: null, run: null, item: null, on: null, at: null, kind: "", due: false };
  const base = { today: TODAY, together, partner, begun: [], ready: [], dates: [], letters: [], cards: true };
  if (!partner) return { ...base, next: { ...nothing, why: "add_partner" } };
  if (fresh) return { ...base, next: { ...nothing, ...rules, why: together ? "begin" : "open_together" } };
  const dates = [
    { ...row, title: "Phones away at dinner", item: "deal-1", on: "2026-11-18", kind: "review", due: true },
    { ...row, title: "Our ritual", slug: "rituals-and-shared-fun", on: TODAY, at: "19:00", kind: "plan" },
    { ...row, title: "Our weekly meeting", slug: "weekly-meeting", on: "2026-11-22", kind: "plan" },
  ];
  if (together)
    return {
      ...base,
      next: {
        ...nothing,
        slug: "one-talks-one-listens",
        title: "One talks, one listens",
        summary: "A safe shape for any sensitive talk.",
        minutes: 30,
      },
      ready: [
        {
          ...row,
          title: "One thing I hope for us",
          slug: "our-ground-rules",
          exercise: "Our ground rules",
          run: "run-our-ground-rules",
        },
      ],
      dates,
    };
  return {
    ...base,
    next: {
      ...nothing,
      why: "go_on",
      slug: "my-limits",
      title: "My limits",
      run: "run-my-limits",
      summary: "Work out what you need to protect, and what you will do.",
    },
    begun: [
      {
        ...row,
        title: "Being kind to myself",
        slug: "kind-to-myself",
        exercise: "Being kind to myself",
        run: "run-kind-to-myself",
      },
    ],
    dates,
  };
}

/** What is named here, then one of each reason. */
export function comeNext(together: boolean, named: string[]): Suggestion[] {
  const lines: [string, Suggestion["reason"]][] = [
    ...named.map((slug): [string, Suggestion["reason"]] => [slug, { why: "named" }]),
    ["kind-to-myself", { why: "again", days: 21 }],
  ];
  const of = lines.flatMap(([slug, reason]) => {
    const card = cards(together).find((known) => known.slug === slug);
    return card ? [{ card, title: card.title, reason }] : [];
  });
  const review: Suggestion = {
    card: null,
    title: "Phones away at dinner",
    reason: { why: "review", on: "2026-11-18" },
  };
  return [review, ...of].slice(0, 3);
}

export function deals(a: PersonName, b: PersonName): Agreement[] {
  const line = (label: string, by: "a" | "b", words: string) => ({ label, by, lines: [words] });
  const base = {
    slug: "boundary-talk",
    unconfirmed: false,
    due: false,
    ended: null,
    confirm_from: null,
    run: null,
    can_keep: false,
    earlier: [],
    words: null,
    changed: null,
  };
  return [
    {
      ...base,
      item: "deal-1",
      title: "Phones away at dinner",
      state: "in_force",
      lines: [
        line(a.name, "a", "I will leave my phone in the hall from six to seven."),
        line(b.name, "b", "I will do the same, work calls as well."),
      ],
      review_on: "2026-11-18",
      due: true,
      made_on: "2026-11-04",
    },
    {
      ...base,
      item: "deal-2",
      title: "One money talk a week",
      state: "in_force",
      lines: [line(a.name, "a", "I will bring the bank letters, opened.")],
      review_on: "2026-12-02",
      made_on: "2026-11-18",
    },
    {
      ...base,
      item: "deal-3",
      title: "A quiet half hour after work",
      state: "proposed",
      lines: [{ label: "What we do", by: null, lines: ["Whoever comes home last gets 30 minutes without questions."] }],
      review_on: null,
      made_on: "2026-11-19",
      confirm_from: "2026-11-21T18:00:00Z",
      run: "run-boundary-talk",
    },
  ];
}

/** What was kept: a card of one's own while alone, a card and a ritual of both. */
export function things(together: boolean): Thing[] {
  const line = (label: string, ...lines: string[]) => ({ label, lines, by: null });
  const ours: Thing[] = [
    {
      item: "thing-1",
      kind: "card",
      title: "When a reminder hits",
      exercise: "When a reminder hits",
      mine: false,
      lines: [line("First", "Stop and breathe"), line("Then", "Say: I am here")],
      made_on: "2026-11-12",
    },
    {
      item: "thing-2",
      kind: "ritual",
      title: "Our ritual",
      exercise: "Rituals and shared fun",
      mine: false,
      lines: [line("When", "Tea at nine")],
      made_on: "2026-11-14",
    },
  ];
  const own: Thing = {
    item: "thing-3",
    kind: "card",
    title: "My coping card",
    exercise: "My coping plan",
    mine: true,
    lines: [line("What helps", "A walk round the block")],
    made_on: "2026-11-15",
  };
  return together ? ours : [own, ...ours];
}
