/** Find, one entry, the history and what was removed, for the mock: it looks through a few lines, it does not think. */
import type { Entry, Found, Hit, Past, Piece, Removed, Spot, Thing } from "../generated.ts";
import { things } from "./pages.ts";

const sam = { person: "b", name: "Sam" } as const;

const answers: Hit[] = [
  hit(true, "What would help tonight?", "A walk by the river before dinner.", "Being kind to myself", "2026-11-16"),
  hit(
    false,
    "One thing I hope for us is…",
    "That we walk more, and talk less about money.",
    "Our ground rules",
    "2026-11-10",
  ),
];

function hit(mine: boolean, title: string, words: string, exercise: string, on: string): Hit {
  const who = mine ? ("a" as const) : sam.person;
  const spot: Spot = { is: "answer", mine, run: "r1", step: title, lap: 1, who };
  return {
    spot,
    mine,
    kind: "answer",
    title: [piece(title)],
    exercise,
    by: mine ? null : sam,
    on,
    words: [piece(words)],
  };
}

function piece(text: string, hit = false): Piece {
  return { text, hit };
}

function ofThing({ item, kind, title, exercise, mine, lines, made_on }: Thing): Hit {
  const words = lines.flatMap((line) => line.lines).join(" ");
  const spot: Spot = { is: "thing", mine, item };
  return { spot, mine, kind, title: [piece(title)], exercise, by: null, on: made_on, words: [piece(words)] };
}

function marked(pieces: Piece[], wanted: string): Piece[] {
  const text = pieces.map((part) => part.text).join("");
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return pieces;
  const parts = [piece(text.slice(0, at)), piece(text.slice(at, at + wanted.length), true)];
  return [...parts, piece(text.slice(at + wanted.length))].filter((part) => part.text !== "");
}

/** What holds these letters. */
export function find(words: string, most: number, together: boolean, extra: Hit[] = []): Found {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return { looked: false, all: 0, hits: [] };
  const open = [...answers, ...things(together).map(ofThing), ...extra].filter((one) => !together || !one.mine);
  const found = open.filter((one) => marked(one.words, wanted).some((part) => part.hit));
  const shown = found.slice(0, most).map((one) => ({ ...one, words: marked(one.words, wanted) }));
  return { looked: true, all: found.length, hits: shown };
}

/** So many lines that say "tea". */
export const cups = (count: number): Hit[] =>
  Array.from({ length: count }, (_, n) =>
    hit(true, `Question ${n + 1}`, "Tea at nine", "My coping plan", "2026-11-01"),
  );

/** One entry in full. */
export function entryOf(spot: Spot): Entry {
  const found = [...answers, ...things(false).map(ofThing)].find(
    (one) => JSON.stringify(one.spot) === JSON.stringify(spot),
  );
  const { mine, kind, exercise, by, on } = found ?? hit(true, "", "", "", "2026-11-16");
  const line = (text: string) => ({ label: "", lines: [text], by: null });
  const text = (pieces: Piece[] = []) => pieces.map((part) => part.text).join("");
  return {
    mine,
    kind,
    title: text(found?.title),
    exercise,
    by,
    on,
    hidden: false,
    unconfirmed: false,
    lines: [line(text(found?.words))],
    versions: kind === "answer" ? [{ n: 1, on: "2026-11-09", lines: [line("That we walk more.")] }] : [],
    run: null,
  };
}

/** The history, two pages of it. */
export function past(before: number | null): Past {
  const base = { on: "2026-11-18", by: null, about: "Our ground rules", entries: [] };
  if (before !== null)
    return { changes: [{ ...base, seq: 1, on: "2026-11-01", what: "named", about: "Alex" }], before: null };
  const spot = answers[1]?.spot;
  return {
    changes: [
      { ...base, seq: 6, what: "ended", by: sam },
      { ...base, seq: 5, what: "in_force", on: "2026-11-10" },
      { ...base, seq: 4, what: "said_yes", by: sam, on: "2026-11-10" },
      {
        ...base,
        seq: 3,
        what: "opened",
        on: "2026-11-10",
        entries: spot ? [{ spot, title: "One thing I hope for us is…", by: sam }] : [],
      },
      { ...base, seq: 2, what: "changed", on: "2026-11-10", about: "" },
    ],
    before: 2,
  };
}

/** A thing as it lies among the removed. */
export const removedThing = ({ item, kind, title }: Thing): Removed => ({
  item,
  kind,
  title,
  removed_on: "2026-11-20",
  gone_on: "2026-12-20",
});
