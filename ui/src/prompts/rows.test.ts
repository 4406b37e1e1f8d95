import { expect, test } from "vitest";

import type { Value } from "../api/generated.ts";
import { asks } from "../features/run/fixtures/views.ts";
import { Rows } from "./rows.svelte.ts";

const columns = [
  { id: "area", label: "Area", input: { input: "text" as const }, required: true },
  { id: "will", label: "I will…", input: { input: "text" as const }, required: true },
];
const begun = { ...asks.table, columns, begin: ["Money", "Sleep"] };
const areas = (rows: Rows) => rows.rows.map((row) => row.cells.area);

test("rows_begin_with_what_was_chosen_and_count_once_somebody_writes_on_them", () => {
  const rows = new Rows(begun, null, "a");
  expect(areas(rows)).toEqual(["Money", "Sleep"]);
  expect(rows.written).toEqual([]);
  rows.set("n2", "will", "go to bed at ten");
  expect(rows.written).toEqual([{ row: "n2", by: "a", cells: { area: "Sleep", will: "go to bed at ten" } }]);
});

test("a_row_that_comes_back_does_not_begin_a_second_time", () => {
  const before: Value = { kind: "rows", value: [{ row: "n2", by: "a", cells: { area: "Sleep", will: "rest" } }] };
  const rows = new Rows(begun, before, "a");
  expect(areas(rows)).toEqual(["Sleep", "Money"]);
  expect(rows.written).toEqual(before.value);
});

test("an_own_area_without_more_is_written_by_somebody", () => {
  const rows = new Rows(begun, null, "a");
  rows.set("n1", "area", "The dog");
  expect(rows.written.map((row) => row.cells)).toEqual([{ area: "The dog" }]);
});
