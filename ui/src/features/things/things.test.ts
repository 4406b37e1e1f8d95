/** What was kept is found again, and only by whom it belongs to. */
import { screen, within } from "@testing-library/svelte";
import { expect, test } from "vitest";

import { alone, openWindow, together, type Window } from "../../testing/window.ts";

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
