/** P8 in the window: the history of the shared pages, told in words. */
import { screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import type { PastChange } from "../../api/generated.ts";
import { alone, openWindow, page, press } from "../../testing/window.ts";
import { told } from "./told.ts";

const change = (what: string, by: string | null = null, about = "Our rules"): PastChange => ({
  seq: 1,
  on: "2026-11-18",
  what,
  by: by === null ? null : { person: "b", name: by },
  about,
  entries: [],
});
const said = (of: PastChange) =>
  told(of)
    .map((piece) => (typeof piece === "string" ? piece : piece.name))
    .join("");

test("p8_the_history_is_told_newest_first_and_earlier_changes_follow", async () => {
  const window = await alone(openWindow());
  await press(window, "More");
  await press(window, "History");
  await page("History");
  await screen.findByText("November 18");
  const first = screen.getAllByRole("heading", { level: 2 }).map((day) => day.textContent);
  expect(first).toEqual(["November 18", "November 10"]);
  await press(window, "Show earlier changes");
  await screen.findByText("November 1");
  expect(screen.queryByRole("button", { name: "Show earlier changes" })).toBeNull();
  await press(window, /One thing I hope for us is…\s*, Sam/);
  await page("One thing I hope for us is…");
});

test("p8_a_name_is_told_only_where_a_hand_is_known", () => {
  expect(said(change("ended", "Sam"))).toBe("Sam ended “Our rules”");
  expect(said(change("ended"))).toBe("“Our rules” ended");
  expect(said(change("in_force", "Sam"))).toBe("“Our rules” came into force");
  expect(said(change("said_yes"))).toBe("You both said yes to “Our rules”");
});

test("a_change_nobody_foresaw_is_told_as_one", () => {
  for (const what of ["", "constructor", "toString", "eaten"]) expect(said(change(what))).toBe("Something changed");
  expect(said(change("wrote", "Sam", ""))).toBe("Something changed");
  expect(said(change("removed", null, ""))).toBe("Something was removed");
});
