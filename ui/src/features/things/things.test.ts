/** What was kept is found again, and only by whom it belongs to. */
import { screen, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { alone, openWindow, page, press, together, type Window } from "../../testing/window.ts";

async function cards(window: Window) {
  await window.user.click(await screen.findByRole("button", { name: "Look at your cards" }));
  return await screen.findByRole("region", { name: "Cards" });
}

test("a card is whole after one press from Home", async () => {
  const region = await cards(await alone(openWindow()));
  const card = within(region).getByRole("article", { name: "My coping card" });
  expect(card.textContent).toContain("A walk round the block");
  expect(card.textContent).toContain("Only you.");
});

test("p1_home_names_no_card", async () => {
  await alone(openWindow());
  await screen.findByRole("button", { name: "Look at your cards" });
  expect(document.body.textContent).not.toContain("coping card");
});

test("together only what both kept is there", async () => {
  const region = await cards(await together(openWindow()));
  expect(within(region).queryByRole("article", { name: "My coping card" })).toBeNull();
  expect(within(region).getByRole("article", { name: "When a reminder hits" }).textContent).toContain("Both of you.");
});

test("f0_a_removed_thing_is_undone_at_once_or_from_the_list", async () => {
  const window = await alone(openWindow());
  await press(window, "More");
  await press(window, "What you kept");
  await press(window, "Remove My coping card");
  await screen.findByText("Removed. You can undo this for 30 days.");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Undo" }));
  expect(screen.queryByRole("heading", { name: "My coping card" })).toBeNull();
  await press(window, "Undo");
  await screen.findByRole("heading", { name: "My coping card" });

  await press(window, "Remove My coping card");
  await press(window, "What you removed");
  await page("Removed");
  await screen.findByText("Removed November 20. It goes for good on December 20.");
  await press(window, "Undo My coping card");
  await screen.findByText("It is back where it was.");
  await screen.findByText("There is nothing here.");
});

test("cr13_for_good_asks_once_and_keeps_what_is_not_pressed", async () => {
  const window = await alone(openWindow());
  const purge = vi.spyOn(window.gateway, "thing_purge");
  await press(window, "More");
  await press(window, "What you kept");
  await press(window, "Remove My coping card");
  await press(window, "What you removed");
  await press(window, "Remove for good now My coping card");
  await screen.findByRole("alertdialog", { name: "Remove “My coping card” for good?" });
  await press(window, "Keep it here");
  expect(purge).not.toHaveBeenCalled();
  await press(window, "Remove for good now My coping card");
  await press(window, "Remove for good");
  await screen.findByText("It is gone.");
  expect(purge).toHaveBeenCalledExactlyOnceWith("thing-3");
});

test("p8_what_both_keep_has_no_remove_and_together_none_has", async () => {
  const window = await together(openWindow());
  await press(window, "More");
  expect(screen.queryByRole("button", { name: "Removed" })).toBeNull();
  await press(window, "What you kept");
  await screen.findByRole("heading", { name: "Our ritual" });
  expect(screen.queryByRole("button", { name: /Remove/ })).toBeNull();
});
