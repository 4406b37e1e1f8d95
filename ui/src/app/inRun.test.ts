/** What the window round a run does with it: keys, Help, other places. */
import { screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import type { Phase } from "../api/generated.ts";
import { asks, page as pageOf, talk, talks, view } from "../features/run/fixtures/views.ts";
import { alone, openWindow, page, press, together } from "../testing/window.ts";

async function inRun(phase: Phase) {
  const window = await together(openWindow());
  vi.spyOn(window.gateway, "run_begin").mockResolvedValue(view(phase, { joint: true }));
  await press(window, "Exercises");
  await press(window, "One talks, one listens");
  await press(window, "Start");
  return window;
}

test("f5_a_running_timer_goes_on_while_help_is_read", async () => {
  const window = await inRun(talk(talks.turn));
  await press(window, "Start the timer");
  await press(window, "Help");
  await page("Help and safety");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await screen.findByRole("button", { name: "Pause the timer" });
});

test("f5_a_break_holds_the_timer_and_the_next_page_begins_anew", async () => {
  const window = await inRun(talk(talks.turn));
  await press(window, "Start the timer");
  await press(window, "Break");
  await press(window, "Go on without a break");
  await screen.findByRole("button", { name: "Go on with the timer" });
  vi.spyOn(window.gateway, "run_tap").mockResolvedValue(view(talk(talks.turn), { joint: true }));
  await press(window, "Continue");
  await screen.findByRole("button", { name: "Start the timer" });
});

test("alt_left_in_a_run_is_one_page_of_the_run_and_never_out_of_it", async () => {
  const window = await inRun(pageOf(asks.text, { back: true }));
  const back = vi
    .spyOn(window.gateway, "run_back")
    .mockResolvedValue(view(pageOf(asks.text, { back: false, step: "first", label: "The first" })));
  await page("What would help tonight?");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await page("The first");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(back).toHaveBeenCalledOnce();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("The first");
});

test("keys_work_again_after_not_now_on_the_partners_cover", async () => {
  const window = await alone(openWindow({ people: ["Alex"], fresh: true }));
  await press(window, "Add your partner");
  await page("Pass the laptop to your partner");
  await press(window, "Not now");
  await page(/^Good/);
  await window.user.keyboard("{F1}");
  await page("Help and safety");
});

test("what_a_run_answers_late_does_not_close_the_page_that_came_after_it", async () => {
  const window = await inRun(pageOf({ ...asks.close, keep: true }));
  let answer = () => {};
  const kept = window.gateway.home();
  vi.spyOn(window.gateway, "run_keep").mockReturnValue(new Promise((done) => (answer = () => void kept.then(done))));
  await press(window, "Keep my answers");
  await press(window, "Exercises");
  vi.spyOn(window.gateway, "run_begin").mockResolvedValue({
    ...view(talk(talks.turn), { joint: true }),
    run: "another",
  });
  await press(window, "One talks, one listens");
  await press(window, "Start");
  await screen.findByRole("button", { name: "Start the timer" });
  answer();
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.queryByRole("button", { name: "Start the timer" })).not.toBeNull();
});
