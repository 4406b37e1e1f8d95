import { screen, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { deals } from "../api/mock/pages.ts";
import { violations } from "../testing/axe.ts";
import { alone, openWindow, page, press } from "../testing/window.ts";

test.each([
  ["damaged", "part of them cannot be read"],
  ["newer", "a newer version of this app wrote them"],
  ["someone_elses", "they belong to another book"],
  ["rolled_back", "they are older than the ones you saw before"],
] as const)("shared_pages_closed_because_%s_say_why_and_that_ones_own_are_open", async (why, words) => {
  const window = openWindow({ fresh: true, notices: [{ notice: "shared_pages_closed", why }] });
  await alone(window);
  const said = `The shared pages cannot be opened right now: ${words}. Your own pages are open. Nothing was changed.`;
  await screen.findByText(said);
  await press(window, "Agreements");
  await page("Limits and agreements");
  await screen.findByText(said);
  expect(screen.queryByText(/^Nothing yet/)).toBeNull();
  expect(await violations()).toEqual([]);
});

test("lines_left_out_are_told_when_they_are_found", async () => {
  const window = await alone(openWindow());
  expect(screen.queryByText(/are left out/)).toBeNull();
  window.book.tell({ notice: "lines_left_out" });
  const said = await screen.findByText("Some lines of the shared pages could not be read and are left out.");
  expect(said.closest("[aria-live]")?.getAttribute("aria-live")).toBe("polite");
});

test("a_text_nobody_here_said_yes_to_is_a_note_and_no_agreement", async () => {
  const window = openWindow();
  const [deal] = deals({ person: "a", name: "Alex" }, { person: "b", name: "Sam" });
  vi.spyOn(window.gateway, "agreements").mockResolvedValue(deal ? [{ ...deal, unconfirmed: true }] : []);
  await alone(window);
  await press(window, "Agreements");
  const part = await screen.findByRole("region", { name: "Says it is in force" });
  within(part).getByText("This is not a text you said yes to.");
  within(part).getByText("Written on");
  expect(screen.queryByRole("region", { name: "In force" })).toBeNull();
  expect(within(part).queryByText(/Review was due/)).toBeNull();
  expect(await violations()).toEqual([]);
});
