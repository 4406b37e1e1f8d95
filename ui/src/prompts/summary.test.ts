import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import type { Ask, Commands } from "../api/generated.ts";
import { commands } from "../features/run/fixtures/commands.ts";
import Harness from "../features/run/fixtures/Harness.svelte";
import { alex, sam } from "../features/run/fixtures/people.ts";
import { asks, page, view } from "../features/run/fixtures/views.ts";

afterEach(cleanup);

const rows = [{ id: "r1", label: "Sleep", exclusive: false }];

test.each<[string, Ask, () => HTMLElement]>([
  ["letter", asks.letter, () => screen.getByRole("textbox", { name: "What I did" })],
  ["table", { ...asks.table, min_rows: 1 }, () => screen.getByRole("radio", { name: "Alex" })],
  ["choose", { ...asks.choose, rows }, () => screen.getByRole("radio", { name: "Slow breath" })],
])("the_summary_leads_to_the_first_control_where_an_answer_has_several_%s", async (_, ask, first) => {
  const user = userEvent.setup();
  const run_answer = vi.fn<Commands["run_answer"]>();
  const gateway = commands({ run_answer, run_draft: () => Promise.resolve({ tips: [] }) });
  render(Harness, { gateway, view: view(page(ask)), people: [alex, sam] });
  await user.click(screen.getByRole("button", { name: "Continue" }));
  expect(run_answer).not.toHaveBeenCalled();
  expect(screen.getAllByText("Give an answer, or press Skip")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Give an answer, or press Skip" }));
  expect(document.activeElement).toBe(first());
});
