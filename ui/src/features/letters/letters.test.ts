/** Letters in the window: what is typed stays, nothing is picked for anybody, and Together holds none. */
import { screen, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { violations } from "../../testing/axe.ts";
import { alone, openWindow, page, press, together, type Window } from "../../testing/window.ts";

/** Words with a name among them are in pieces. */
const says = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words));

async function letters(window: Window) {
  await press(window, "Letters");
  await page("Letters");
  await screen.findByRole("heading", { name: "Pages for yourself" });
  return window;
}

test("s11_empty_says_one_line_and_offers_to_write", async () => {
  const window = await letters(await alone(openWindow({ fresh: true })));
  await screen.findByText("No letters. You can write one for yourself.");
  expect(screen.getByRole("button", { name: "Write" })).toBeTruthy();
  expect(await violations()).toEqual([]);
  window.unmount();
});

test("s11_together_holds_nothing_private", async () => {
  const window = await together(openWindow());
  await press(window, "Letters");
  await screen.findByText(/^Letters are read alone/);
  for (const words of ["the holiday", "last weekend", "Tuesday"]) expect(screen.queryByText(words)).toBeNull();
  expect(screen.queryByRole("button", { name: "Write" })).toBeNull();
  expect(await violations()).toEqual([]);
});

test("f0_what_is_typed_is_written_when_the_page_is_left_and_but_is_marked", async () => {
  const window = await letters(await alone(openWindow()));
  const write = vi.spyOn(window.gateway, "letter_write");
  await press(window, "Write");
  await page("Write a letter");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Only me" }).checked).toBe(true);
  await window.user.click(screen.getByRole("radio", { name: "Sam" }));
  await window.user.type(screen.getByLabelText("Your words"), "I was late, but you knew.");
  await window.user.tab();
  await screen.findByText(/^“but” can sound like taking it back/);
  await says("You can put it in Sam’s tray from");
  expect(screen.queryByRole("button", { name: /Get it ready/ })).toBeNull();
  await window.user.type(screen.getByLabelText("Your words"), " And");
  await press(window, "Home");
  await vi.waitFor(() => expect(write.mock.lastCall?.[3]).toBe("I was late, but you knew. And"));
  expect(write.mock.calls.slice(1).every(([item]) => item === "new")).toBe(true);
});

async function ready(window: Window) {
  await letters(window);
  await press(window, "last weekend");
  await press(window, /^Get it ready for Sam/);
  return window;
}

test("f10_six_questions_have_nothing_picked_and_not_sure_forbids_nothing", async () => {
  const window = await ready(await alone(openWindow()));
  await page("Before it goes");
  const rows = await screen.findAllByRole("radiogroup");
  expect(rows).toHaveLength(6);
  const [first] = rows;
  if (!first) throw new Error("there is no question");
  expect(within(first).getByText("Could I send this if no answer comes?")).toBeTruthy();
  for (const radio of screen.getAllByRole<HTMLInputElement>("radio")) expect(radio.checked).toBe(false);
  await window.user.click(within(first).getByRole("radio", { name: "Not sure" }));
  await screen.findByText(/is a good reason to wait/);
  expect(await violations()).toEqual([]);
  await press(window, "Go on");
  await page("Read it once more");
  await screen.findByText("I was late, and I said I was not.");
  const [put, keep] = [/^Put it in Sam/, "Keep it for now"].map((name) => screen.getByRole("button", { name }));
  expect(put?.className).toBe(keep?.className);
  expect(await violations()).toEqual([]);
  const sent = vi.spyOn(window.gateway, "letter_put");
  await press(window, /^Put it in Sam/);
  await says("It is in Sam’s tray.");
  expect(sent).toHaveBeenCalledExactlyOnceWith("draft", "last weekend");
});

test("f10_paused_says_one_thing_and_nothing_else", async () => {
  const window = openWindow();
  window.book.letters.pausedByOther = true;
  await ready(await alone(window));
  await screen.findByText("Letters are paused. Yours stays with you.");
  expect(screen.queryAllByRole("radiogroup")).toHaveLength(0);
  expect(screen.queryByRole("button", { name: /tray/ })).toBeNull();
});

test("p4_a_closed_letter_has_four_ways_of_one_weight", async () => {
  const window = await letters(await alone(openWindow()));
  await press(window, "Look About: the holiday");
  await page("There is a letter from Sam");
  const ways = ["Open", "Later", "Leave it closed", "Pause letters"].map((name) =>
    screen.getByRole("button", { name }),
  );
  expect(new Set(ways.map((way) => way.className)).size).toBe(1);
  expect(await violations()).toEqual([]);
  await press(window, "Leave it closed");
  await screen.findByText("It stays closed.");
  expect(await screen.findByRole("heading", { name: "Left closed" })).toBeTruthy();
});

test("f10_taking_back_says_the_same_always", async () => {
  const window = await letters(await alone(openWindow()));
  await press(window, "Take it back Tuesday");
  await screen.findByText("If it was still closed, it is gone.");
  expect(screen.queryByRole("button", { name: /Take it back/ })).toBeNull();
});

test("f10_pausing_says_first_what_the_other_will_read_and_ends_at_once", async () => {
  const window = await letters(await alone(openWindow()));
  await press(window, "Pause letters");
  await page("Pause letters");
  await screen.findByText(/Letters are paused\. Yours stays with you\./);
  await press(window, "Pause letters");
  await screen.findByText("You paused letters. They start again when you say so.");
  await press(window, "Start letters again");
  await screen.findByRole("button", { name: "Pause letters" });
});

test("f11_cr20_pages_on_forgiving_have_no_way_out_and_ask_before_they_go", async () => {
  const window = await letters(await alone(openWindow()));
  const region = screen.getByRole("region", { name: "Pages for yourself" });
  expect(region.textContent).toContain("I will not");
  expect(within(region).queryByRole("button", { name: /tray|Send|Show Sam/ })).toBeNull();
  const remove = vi.spyOn(window.gateway, "forgiveness_remove");
  await press(window, "Remove Forgiveness, at my pace");
  await screen.findByRole("alertdialog", { name: "Remove these pages for good?" });
  await press(window, "Keep them");
  expect(remove).not.toHaveBeenCalled();
  await press(window, "Remove Forgiveness, at my pace");
  await press(window, "Remove for good");
  await vi.waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith("f1"));
});
