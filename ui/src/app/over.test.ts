/** Help, Display and the keys lie over a page, and lose nothing of it (E26). */
import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { asks, page as pageOf, view } from "../features/run/fixtures/views.ts";
import { alone, openWindow, page, press } from "../testing/window.ts";

async function inRun() {
  const window = await alone(openWindow());
  vi.spyOn(window.gateway, "run_begin").mockResolvedValue(view(pageOf(asks.text, { back: true })));
  await press(window, "Exercises");
  await press(window, "Breathe and ground");
  await press(window, "Start");
  await page("What would help tonight?");
  return window;
}

test("e26_help_over_a_pause_leads_back_to_the_pause", async () => {
  const window = await inRun();
  await press(window, "Pause");
  const paused = await screen.findByRole("heading", { level: 1 });
  const words = paused.textContent;
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await press(window, "Back");
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(words));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("e26_f1_twice_is_one_page_back", async () => {
  const window = await inRun();
  const title = document.title;
  const back = vi.spyOn(window.gateway, "run_back");
  await window.user.keyboard("{F1}{F1}");
  await page("Help and safety");
  expect(document.title).not.toBe(title);
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await page("What would help tonight?");
  expect(document.title).toBe(title);
  expect(back).not.toHaveBeenCalled();
});

test("e26_a_key_in_help_presses_nothing_of_the_page_under_it", async () => {
  const window = await inRun();
  const answer = vi.spyOn(window.gateway, "run_answer");
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await window.user.keyboard("{Control>}{Enter}{/Control}");
  expect(answer).not.toHaveBeenCalled();
});

test("e26_an_answer_that_comes_late_does_not_close_help", async () => {
  const window = await inRun();
  let come: (() => void) | undefined;
  const late = new Promise<void>((resolve) => (come = resolve));
  vi.spyOn(window.gateway, "run_answer").mockImplementation(async () => {
    await late;
    return view(pageOf(asks.text, { step: "next", label: "The next" }));
  });
  await window.user.type(screen.getByRole("textbox"), "a walk");
  await press(window, "Continue");
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  come?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Help and safety");
  await press(window, "Back");
  await page("The next");
});

test("e26_a_place_chosen_in_help_has_its_own_title_and_the_focus", async () => {
  const window = await inRun();
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await press(window, "More");
  const heading = await page("More");
  expect(document.title).toContain("More");
  expect(document.activeElement).toBe(heading);
});

test("e26_help_opens_on_a_problem_in_place_of_every_page", async () => {
  const window = openWindow();
  await page("Who is opening?");
  vi.spyOn(window.gateway, "start").mockRejectedValue({ code: "damaged", wait_seconds: null, reference: null });
  await alone(window);
  await window.user.keyboard("{Control>}l{/Control}");
  await page("Part of the file cannot be read");
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await press(window, "Back");
  await page("Part of the file cannot be read");
});
