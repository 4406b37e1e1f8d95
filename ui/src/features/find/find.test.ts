/** S14 in the window: one box over the open spaces, kept nowhere. */
import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { cups, find } from "../../api/mock/find.ts";
import { alone, openWindow, page, press, together } from "../../testing/window.ts";

const box = () => screen.findByLabelText<HTMLInputElement>("Words to look for");
const names = () => screen.queryAllByRole("heading", { level: 2 }).map((found) => found.textContent?.trim());

async function inFind(window = openWindow(), open = alone) {
  await open(window);
  await window.user.keyboard("{Control>}f{/Control}");
  await page("Find");
  return window;
}

test("ctrl_f_opens_the_box_ready_to_type_and_more_leads_to_its_heading", async () => {
  const window = await inFind();
  expect(document.activeElement).toBe(await box());
  await press(window, "More");
  await press(window, "Find");
  expect(document.activeElement).toBe(await page("Find"));
  await window.user.keyboard("{Control>}f{/Control}");
  expect(document.activeElement).toBe(await box());
});

test("results_come_as_one_types_with_the_hit_marked_and_where_it_stands", async () => {
  const window = await inFind();
  expect(screen.getByRole("main").textContent).toContain("Only open spaces are searched.");
  await window.user.type(await box(), "walk");
  await screen.findByText("3 found, the newest first");
  expect(names()).toEqual(["What would help tonight?", "One thing I hope for us is…", "My coping card"]);
  const first = screen.getAllByRole("listitem").find((line) => line.textContent?.includes("by the river"));
  expect(first?.querySelector("mark")?.textContent).toBe("walk");
  expect(first?.textContent?.replace(/\s+/g, " ")).toMatch(/Only you · Answer · Being kind to myself · November 16/);
  screen.getByRole("button", { name: /One thing I hope for us is….*Both of you.*Sam/s });
});

test("together_only_the_shared_pages_are_looked_through", async () => {
  const window = await inFind(openWindow(), together);
  await window.user.type(await box(), "walk");
  await screen.findByText("1 found");
  expect(names()).toEqual(["One thing I hope for us is…"]);
});

test("a_found_entry_opens_and_the_box_is_empty_when_one_comes_back", async () => {
  const window = await inFind();
  await window.user.type(await box(), "hope");
  await screen.findByText("Nothing here has words that begin like this. Try fewer letters.");
  await window.user.clear(await box());
  await window.user.type(await box(), "talk less");
  await press(window, /One thing I hope/);
  await page("One thing I hope for us is…");
  await screen.findByText("That we walk more, and talk less about money.");
  await window.user.click(screen.getByText("What it said before"));
  await screen.findByText("That we walk more.");
  await press(window, "Back");
  expect((await box()).value).toBe("");
});

test("many_are_shown_a_page_at_a_time_and_all_are_counted", async () => {
  const window = openWindow();
  vi.spyOn(window.gateway, "find").mockImplementation(async (words, most) => find(words, most, false, cups(41)));
  await inFind(window);
  await window.user.type(await box(), "tea");
  await screen.findByText("42 found. Here are the newest 20.");
  await press(window, "Show more");
  await screen.findByText("42 found, the newest first");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Show more" })).toBeNull());
});

test("the_last_letters_count_however_late_an_earlier_answer_comes", async () => {
  const window = openWindow();
  const asked: (() => void)[] = [];
  vi.spyOn(window.gateway, "find").mockImplementation(async (words, most) => {
    await new Promise<void>((resolve) => asked.push(resolve));
    return find(words, most, false);
  });
  await inFind(window);
  await window.user.type(await box(), "tea");
  asked.shift()?.();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(window.gateway.find).toHaveBeenCalledTimes(2);
  expect(window.gateway.find).toHaveBeenLastCalledWith("tea", 20);
  asked.shift()?.();
  await screen.findByText("1 found");
});

test("nothing_that_was_looked_for_is_left_when_the_page_is_left", async () => {
  const window = await inFind();
  await window.user.type(await box(), "brindlewax");
  await press(window, "Home");
  await page(/^Good/);
  expect(document.documentElement.outerHTML).not.toContain("brindlewax");
});
