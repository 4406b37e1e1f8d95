import { expect, test } from "vitest";

import type { Ask, Value } from "../api/generated.ts";
import { asks } from "../features/run/fixtures/views.ts";
import { emptyValue, ownIssues } from "./answer.ts";

const told = (ask: Ask, value: Value | null, optional = false) => ownIssues({ ask, optional }, value);
const untouched = (ask: Ask) => emptyValue(ask) ?? null;
const empty = [{ code: "empty", part: null, bound: null }];
const states = { ...asks.checklist, states: [...asks.checklist.states, ...asks.checklist.states] };

test.each<[string, Ask]>([
  ["text", asks.text],
  ["scale", asks.scale],
  ["schedule", asks.schedule],
  ["gate", asks.gate],
  ["choose", asks.choose],
  ["choose for each row", { ...asks.choose, rows: [{ id: "r1", label: "Sleep", exclusive: false }] }],
  ["words", { ...asks.words, min: 1 }],
  ["checklist of states", states],
  ["table", { ...asks.table, min_rows: 1 }],
  ["table of fixed rows", { ...asks.table, min_rows: 0, rows: [{ id: "r1", label: "Sleep", exclusive: false }] }],
  ["letter", asks.letter],
])("continue_on_nothing_is_told_in_the_same_words_and_never_a_quiet_skip_%s", (_, ask) => {
  expect(told(ask, untouched(ask))).toEqual(empty);
  expect(told(ask, untouched(ask), true)).toEqual([]);
});

test.each<[string, Ask]>([
  ["words, none or more", { ...asks.words, min: 0 }],
  ["choose, none or more", { ...asks.choose, min: 0 }],
  ["plain ticks", asks.checklist],
  ["rows, none or more", { ...asks.table, min_rows: 0 }],
])("nothing_is_an_answer_where_the_page_says_so_%s", (_, ask) => {
  expect(told(ask, untouched(ask))).toEqual([]);
});

test("spaces_are_nothing_and_one_word_is_something", () => {
  expect(told(asks.text, { kind: "text", value: "  " })).toEqual(empty);
  expect(told(asks.text, { kind: "text", value: "Tea" })).toEqual([]);
});
