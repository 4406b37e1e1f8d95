/** S8 and F13 in the window: one's own alone, one press an entry, two lists in Together, a chart with its twin. */
import { screen, within } from "@testing-library/svelte";
import { expect, test } from "vitest";

import { alone, openWindow, page, press, together, type Window } from "../../testing/window.ts";

async function checkIn(window: Window, heading: string) {
  await press(window, "Check-in");
  await page(heading);
  return window;
}

test("f13_an_entry_is_shown_by_a_press_of_its_own_and_hidden_by_another", async () => {
  const window = await checkIn(await alone(openWindow()), "My check-ins");
  const entry = await screen.findByRole("article", { name: /\b19\b/ });
  expect(within(entry).getByText("This stays with you").parentElement?.textContent).toContain("A small urge");
  await window.user.click(within(entry).getByRole("button", { name: /^Show Sam this one/ }));
  const hide = await within(entry).findByRole("button", { name: /^Hide it again/ });
  expect(entry.textContent).toContain("Sam can read this one.");
  await window.user.click(hide);
  await within(entry).findByRole("button", { name: /^Show Sam this one/ });
  expect(entry.textContent).toContain("Hidden again. Sam sees the date alone.");
});

test("f13_nothing_is_offered_to_show_while_there_is_no_partner", async () => {
  await checkIn(await alone(openWindow({ people: ["Alex"] })), "My check-ins");
  await screen.findByRole("article", { name: /\b19\b/ });
  expect(screen.queryByRole("button", { name: /this one/ })).toBeNull();
});

test("s8_together_has_two_lists_and_no_chart", async () => {
  await checkIn(await together(openWindow()), "Check-ins you chose to show");
  const alexs = await screen.findByRole("region", { name: "Alex" });
  expect(within(alexs).getAllByRole("article")).toHaveLength(1);
  expect(within(screen.getByRole("region", { name: "Sam" })).getByText("Nothing here.")).toBeTruthy();
  expect(document.querySelector("svg.chart")).toBeNull();
});

test("e41_the_chart_has_a_twin_that_says_the_same_and_no_line_of_its_own", async () => {
  const { container } = await checkIn(await alone(openWindow()), "My check-ins");
  await screen.findByText("The same in a table");
  const chart = container.querySelector("svg.chart");
  const cells = [...container.querySelectorAll("tbody td")].map((cell) => cell.textContent);
  expect(cells).toEqual(["Steady", "Low"]);
  expect(chart?.querySelectorAll(".mark")).toHaveLength(cells.length);
  expect(chart?.querySelectorAll("path, polyline")).toHaveLength(0);
});
