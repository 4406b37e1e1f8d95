import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { lookOf } from "../api/mock/library.ts";
import { violations } from "../testing/axe.ts";
import { alone, openWindow, page, press, together } from "../testing/window.ts";

test.each(["Home", "Exercises", "Check-in", "Agreements", "Letters", "More"])(
  "a1_%s_has_no_violation_alone",
  async (place) => {
    const window = await alone(openWindow());
    await press(window, place);
    await waitFor(() => expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole("button", { name: place }).getAttribute("aria-current")).toBe("page"));
    expect(await violations()).toEqual([]);
  },
);

test.each([
  [/^Sit down together/, "Sit down together"],
  [/^Sealed answers/, "Sealed answers"],
  [/^My pace/, "My pace"],
  [/^Display/, "Display"],
  [/^Keys/, "Keys"],
  [/^Help and safety/, "Help and safety"],
])("a1_%s_has_no_violation", async (link, title) => {
  const window = await alone(openWindow());
  await press(window, "More");
  await press(window, link);
  await page(title);
  expect(await violations()).toEqual([]);
});

test("p4_start_and_not_now_look_equal", async () => {
  const window = await alone(openWindow());
  await press(window, "Exercises");
  await press(window, "Breathe and ground");
  const [start, no] = await Promise.all(["Start", "Not now"].map((name) => screen.findByRole("button", { name })));
  expect(start?.className).toBe(no?.className);
  expect(await violations()).toEqual([]);
});

test("e23_a_closed_exercise_shows_the_fixed_text_and_no_start", async () => {
  const window = await together(openWindow());
  await press(window, "Exercises");
  await press(window, "Boundary talk");
  await screen.findByText(
    "This one opens later. Exercises open and close for many reasons: rest days, recent sessions, choices either of you made, or because a helper is part of it. The app does not say which.",
  );
  expect(screen.queryByRole("button", { name: "Start" })).toBeNull();
  expect(screen.getByText("Builds on")).toBeTruthy();
});

test("e23_open_and_closed_cards_render_alike", async () => {
  const window = await together(openWindow());
  await press(window, "Exercises");
  const markup = async (name: string) =>
    (await screen.findByRole("button", { name })).closest("li")?.innerHTML.replace(/>[^<]+</g, "><");
  expect(await markup("Boundary talk")).toBe(await markup("Apology steps"));
});

test("a_joint_exercise_alone_says_that_it_needs_both", async () => {
  const window = await alone(openWindow());
  await press(window, "Exercises");
  await press(window, "One talks, one listens");
  await screen.findByText("This needs both of you.");
  expect(screen.queryByRole("button", { name: "Start" })).toBeNull();
});

test("who_goes_first_has_nobody_picked_beforehand", async () => {
  const window = await together(openWindow());
  await press(window, "Exercises");
  await press(window, "One talks, one listens");
  const group = await screen.findByRole("group", { name: "Who goes first?" });
  for (const radio of within(group).getAllByRole<HTMLInputElement>("radio")) expect(radio.checked).toBe(false);
  const begin = vi.spyOn(window.gateway, "run_begin");
  await press(window, "Start");
  expect(begin).toHaveBeenCalledWith("one-talks-one-listens", null, lookOf("one-talks-one-listens", true)?.first);
});

test("nothing_that_fits_offers_to_clear_the_filters", async () => {
  const window = await alone(openWindow());
  await press(window, "Exercises");
  await window.user.selectOptions(await screen.findByLabelText("Theme"), "Touch and future");
  await press(window, "Clear the filters");
  await screen.findByRole("button", { name: "Breathe and ground" });
});

test("s5_back_from_an_exercise_leads_to_the_list_as_it_was_filtered", async () => {
  const window = await alone(openWindow());
  await press(window, "Exercises");
  await window.user.selectOptions(await screen.findByLabelText("Theme"), "Steady yourself");
  await press(window, "Breathe and ground");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  const again = await screen.findByLabelText<HTMLSelectElement>("Theme");
  expect(again.selectedOptions[0]?.textContent).toBe("Steady yourself");
});

test("f9_both_keep_a_due_agreement_each_asked_behind_the_cover", async () => {
  const window = await together(openWindow());
  await press(window, "Agreements");
  await press(window, "Keep it Phones away at dinner");
  await press(window, "I am Sam");
  await screen.findByRole("heading", { name: "Do you want to keep this?" });
  await press(window, "Yes, I want it");
  await press(window, "I am Alex");
  await press(window, "Yes, I want it");
  await press(window, "Alex I agree to this text");
  await press(window, "Sam I agree to this text");
  await screen.findByRole("heading", { name: "You keep it" });
  await press(window, "Back to agreements");
  await screen.findByRole("heading", { name: "Limits and agreements" });
});

test("f9_ending_is_one_press_and_keeps_name_and_date", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await press(window, "End it Phones away at dinner");
  await screen.findByText(/^Ended on .*20.* by/);
  expect(screen.getByText(/^Ended on/).textContent).toContain("Alex");
});

test("f9_in_together_nobody_ends_an_agreement_and_the_page_says_how", async () => {
  const window = await together(openWindow());
  await press(window, "Agreements");
  await screen.findByText("Phones away at dinner");
  expect(screen.queryByRole("button", { name: /^End it/ })).toBeNull();
  expect(screen.getByText("To change or end one, open alone. Either of you can, on any day.")).toBeTruthy();
  expect(await violations()).toEqual([]);
});

test("an_agreement_past_its_review_stays_in_force", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await screen.findByText(/Review was due on .* It stays in force\. Keep, change or end it\?/);
});

test("empty_lists_offer_a_way_on", async () => {
  const window = await alone(openWindow({ fresh: true }));
  await press(window, "Agreements");
  await screen.findByText("Nothing yet. Begin with a small, easy one.");
  await press(window, "Write one");
  await page("What do you want to write?");
});

test("h1_h2_help_shows_the_whole_list_with_its_year", async () => {
  const window = openWindow();
  await press(window, "Help");
  await screen.findByText("112");
  await window.user.selectOptions(screen.getByLabelText("Choose a country"), "United Kingdom");
  await screen.findAllByText("Known in 2024. Check that it still works.");
  const kinds = screen.getAllByRole("heading", { level: 2 }).map((h) => h.textContent);
  expect(kinds.slice(0, 3)).toEqual(["Danger now", "Very hard moments", "Fear or force at home"]);
  expect(document.querySelector("a[href]")).toBeNull();
});

test("f5_a_session_is_set_up_arrives_and_closes_with_a_lock", async () => {
  const window = await together(openWindow());
  const closed = vi.spyOn(window.gateway, "session_close");
  await press(window, "More");
  await press(window, "Sit down together");
  await press(window, "Begin");
  await page("Arrive");
  await press(window, "Go on");
  await press(window, "Close this sitting");
  await page("Close this sitting");
  closed.mockRejectedValueOnce({ code: "bad_answer", wait_seconds: null, reference: null });
  await window.user.type(screen.getByLabelText("Day, A next date"), "31");
  await press(window, "Close and lock");
  await screen.findByText("Write a day from today on, or leave all three empty");
  expect(document.activeElement).toBe(screen.getByLabelText("Month, A next date"));
  await window.user.clear(screen.getByLabelText("Day, A next date"));
  await press(window, "Close and lock");
  await page("Who is opening?");
  expect(closed).toHaveBeenLastCalledWith(null, null);
});

test("a_session_alone_says_that_it_needs_both", async () => {
  const window = await alone(openWindow());
  await press(window, "More");
  await press(window, "Sit down together");
  await screen.findByText("This needs both of you.");
});

test("a_sealed_answer_can_be_taken_back", async () => {
  const window = await alone(openWindow());
  await press(window, "More");
  await press(window, "Sealed answers");
  await press(window, /^Take back/);
  await screen.findByText("Nothing is sealed. What you seal is listed here.");
});

test("display_settings_show_at_once_and_stay", async () => {
  const window = await alone(openWindow());
  await window.user.keyboard("{Control>},{/Control}");
  await window.user.selectOptions(await screen.findByLabelText("Colours"), "Evening, warm and dim");
  await waitFor(() => expect(document.documentElement.getAttribute("data-theme")).toBe("evening"));
  await window.user.selectOptions(screen.getByLabelText("Text size"), "200 %");
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe("200%"));
  expect(document.documentElement.getAttribute("data-theme")).toBe("evening");
  expect(window.book.display.text).toBe(200);
});

test("f6_moves_to_the_next_region", async () => {
  const window = await alone(openWindow());
  await page(/^Good/);
  await window.user.keyboard("{F6}");
  expect(document.activeElement?.closest("header, nav, main, footer")?.tagName).not.toBe("MAIN");
});

test("skip_and_hide_come_first_in_the_tab_order", async () => {
  await alone(openWindow());
  const names = screen.getAllByRole("button").slice(0, 2);
  expect(names.map((b) => b.textContent)).toEqual(["Skip to the page", "Hide now"]);
});
