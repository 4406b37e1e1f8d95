/** Check-ins and a trend, for the mock. */
import type { CheckIn, CheckIns, PersonName, Span, Trend } from "../generated.ts";

const line = (step: string, label: string, ...words: string[]) => ({ step, label, words });

export const entries: CheckIn[] = [
  {
    run: "c2",
    on: "2026-11-19",
    at: "2026-11-19T20:42:00Z",
    lines: [
      line("energy", "How much energy do you have?", "Steady"),
      line("words", "Which words fit right now?", "hopeful", "tired"),
    ],
    private: [line("my-recovery", "A word on recovery?", "A small urge")],
    shown: "no",
  },
  {
    run: "c1",
    on: "2026-11-17",
    at: "2026-11-17T20:05:00Z",
    lines: [line("energy", "How much energy do you have?", "Low")],
    private: [],
    shown: "shown",
  },
];

export function checkIns(
  own: CheckIn[],
  people: PersonName[],
  together: boolean,
  partner: PersonName | null,
): CheckIns {
  const page = { slug: "daily-check-in", part: "mine", partner, begun: null, own, shown: [], older: false };
  if (!together) return page;
  const shown = own.filter((entry) => entry.shown === "shown");
  const lists = people.map((who, i) => ({
    who,
    entries: i === 0 ? shown.map(({ run, on, lines }) => ({ item: run, on, lines, hidden_on: null })) : [],
  }));
  return { ...page, partner: null, own: [], shown: lists };
}

const words = ["Full", "Lively", "Steady", "Low", "Drained"];

export function trend(span: Span): Trend {
  const rows = words.map((word, i) => ({ y: 26 + i * 56, word }));
  return {
    choices: [
      { name: "energy", label: "How much energy do you have?" },
      { name: "calm", label: "How calm are you?" },
    ],
    series: "energy",
    span,
    from: "2026-08-22",
    to: "2026-11-20",
    scale: null,
    chart: {
      width: 728,
      height: 298,
      left: 96,
      right: 716,
      radius: 4.5,
      rows,
      ticks: [{ x: 104, on: "2026-08-22" }],
      dots: [
        { x: 690, y: 194 },
        { x: 703, y: 138 },
      ],
    },
    points: [
      { on: "2026-11-19", word: "Steady" },
      { on: "2026-11-17", word: "Low" },
    ],
  };
}
