/** S10 and F12 in the window: marks alone, the shared yeses, both presses, take back. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { violations } from "../../testing/axe.ts";
import { alone, openWindow, page, press, together, type Window } from "../../testing/window.ts";

async function list(window: Window): Promise<Window> {
  await press(window, "More");
  await press(window, /^Closeness list/);
  await page("Closeness list");
  await screen.findByRole("heading", { name: "What you both said yes to" });
  return window;
}

async function marks(window: Window): Promise<Window> {
  await press(await list(window), "Mark my list");
  await page("My closeness list");
  await screen.findByRole("group", { name: "Music" });
  return window;
}

test("s10_empty_says_that_nothing_shows_until_one_says_so_and_warns_before_marking", async () => {
  await list(await alone(openWindow()));
  screen.getByText("Use our list or your own. Nothing is shown until you say so.");
  screen.getByText("A yes here means you may ask. Ask again in the moment. No one has to explain what is missing.");
  screen.getByText(/^Your partner may guess from what is missing/);
  expect(await violations()).toEqual([]);
});

test("p4_u10_nothing_is_ticked_beforehand_and_a_mark_can_be_emptied", async () => {
  const window = await marks(await alone(openWindow()));
  expect(screen.queryAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toEqual([]);
  const line = screen.getByRole("group", { name: "Music" });
  await window.user.click(within(line).getByRole("radio", { name: "Yes Music" }));
  const until = await within(line).findByRole<HTMLSelectElement>("combobox", { name: "Until Music" });
  expect(until.selectedOptions[0]?.text).toBe("Next time we open it");
  expect(await violations()).toEqual([]);
  await window.user.click(within(line).getByRole("button", { name: "Leave it empty Music" }));
  await waitFor(() => expect(within(line).queryByRole("combobox")).toBeNull());
  expect(document.activeElement).toBe(within(line).getByRole("radio", { name: "Yes Music" }));
});

test("f0_what_a_yes_depends_on_is_written_after_a_pause_and_when_the_page_is_left", async () => {
  const window = await marks(await alone(openWindow()));
  const write = vi.spyOn(window.gateway, "closeness_mark");
  const line = screen.getByRole("group", { name: "Hold hands" });
  await window.user.click(within(line).getByRole("radio", { name: "Yes, if… Hold hands" }));
  await window.user.type(await within(line).findByRole("textbox", { name: "If… Hold hands" }), "no one looks");
  await press(window, "Home");
  const mark = { answer: "yes_if", only_if: "no one looks", lasts: "next_time" };
  await waitFor(() => expect(write).toHaveBeenLastCalledWith("hold-hands", mark));
});

test("f12_take_back_is_one_press_and_the_line_is_not_there", async () => {
  const window = await list(await alone(openWindow()));
  screen.getByText("Foot rub");
  await press(window, "Take back Foot rub");
  await screen.findByText("Nothing is shown here now. That is common, and it is fine.");
  expect(screen.queryByText("Foot rub")).toBeNull();
  expect(document.activeElement?.id).toBe("closeness-shared");
});

test("f12_together_shows_shared_yeses_only_and_opens_by_two_presses", async () => {
  const window = await list(await together(openWindow()));
  expect(screen.queryByRole("heading", { name: "My marks" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Mark my list" })).toBeNull();
  await press(window, "Alex Open it");
  const ready = await screen.findByRole("button", { name: "Alex is ready to open it" });
  expect(ready.getAttribute("aria-pressed")).toBe("true");
  await press(window, "Sam Open it");
  await screen.findByText("It is open. What you share is above.");
  expect(await violations()).toEqual([]);
});
