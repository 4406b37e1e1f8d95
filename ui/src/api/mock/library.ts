/** A few exercises, for the mock. */
import type { Audience, BuildsOn, Card, Look } from "../generated.ts";

type Entry = [
  slug: string,
  title: string,
  summary: string,
  theme: string,
  minutes: number,
  depth: number,
  together: boolean,
];

const entries: Entry[] = [
  [
    "our-ground-rules",
    "Our ground rules",
    "Agree how you use this workbook, so that it stays kind, private and free.",
    "start",
    15,
    1,
    true,
  ],
  ["starting-safely", "Starting safely", "Ten private questions that help you pick a pace.", "start", 10, 0, false],
  ["breathe-and-ground", "Breathe and ground", "Settle a worried body in a few minutes.", "steady", 5, 0, false],
  [
    "kind-to-myself",
    "Being kind to myself",
    "Turn down shame, keep useful guilt, choose one small act.",
    "steady",
    15,
    1,
    false,
  ],
  [
    "pause-and-repair-plan",
    "Our pause and repair plan",
    "Agree how to stop a talk that gets too hot, and how to come back.",
    "steady",
    25,
    2,
    true,
  ],
  [
    "one-talks-one-listens",
    "One talks, one listens",
    "A safe shape for any sensitive talk. One of you says a small piece. The other says it back.",
    "talk",
    30,
    2,
    true,
  ],
  ["my-limits", "My limits", "Work out what you need to protect, and what you will do.", "limits", 30, 1, false],
  [
    "boundary-talk",
    "Boundary talk",
    "Bring one limit, be heard, agree where it is open to talk.",
    "limits",
    40,
    3,
    true,
  ],
  [
    "apology-steps",
    "Apology steps",
    "Write what you did, in private. Offer it only if and when it is wanted.",
    "repair",
    40,
    3,
    true,
  ],
];

const rules: BuildsOn = { slug: "our-ground-rules", title: "Our ground rules", each: false };
const safely: BuildsOn = { slug: "starting-safely", title: "Starting safely", each: true };

/** All cards, as this sitting may see them. */
export function cards(together: boolean): Card[] {
  return entries.map(([slug, title, summary, theme, minutes, depth, joint]) => ({
    slug,
    title,
    summary,
    theme,
    minutes,
    depth,
    together: joint,
    alone: !joint,
    status: joint && !together ? "for_two" : slug === "my-limits" && !together ? "started" : "none",
  }));
}

/** The opening page of one. */
export function lookOf(slug: string, together: boolean): Look | undefined {
  const card = cards(together).find((c) => c.slug === slug);
  if (!card) return undefined;
  const needs = slug === "our-ground-rules" ? [] : [rules, safely];
  const audiences: Audience[] = card.together ? ["sealed", "both"] : ["only_you", "not_kept"];
  return {
    card,
    not_for: slug === "breathe-and-ground" ? ["Slow breathing makes you dizzy? Use your senses."] : [],
    sources: ["Markman, Stanley & Blumberg 2010"],
    builds_on: card.together ? needs : [],
    open: slug !== "boundary-talk",
    needs_both: card.together && !together,
    needs_one: !card.together && together,
    part: null,
    pick_first: slug === "one-talks-one-listens",
    first: card.together ? "a" : null,
    run: slug === "my-limits" && !together ? "run-my-limits" : null,
    own_need: null,
    audiences,
  };
}
