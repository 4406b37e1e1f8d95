import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { Refusal } from "../../api/errors.ts";
import { alone, openWindow, page, press, together, type Window } from "../../testing/window.ts";
import { OwnPace } from "./pace.svelte.ts";

const radio = (name: RegExp) => screen.findByRole<HTMLInputElement>("radio", { name });
const full = () => new Refusal({ code: "disk_full", wait_seconds: null, reference: null });

async function open(window: Window): Promise<Window> {
  await press(await alone(window), "More");
  await press(window, "My pace");
  await page("My pace");
  return window;
}

test("e21_a_pace_is_kept_the_moment_it_is_picked_and_stays", async () => {
  const window = await open(openWindow());
  await waitFor(async () => expect((await radio(/^Light/)).checked).toBe(true));
  await window.user.click(await radio(/^Alone/));
  await screen.findByText("Your pace is saved.");
  expect(window.book.pace).toBe("alone");
  await press(window, "Back");
  await press(window, "My pace");
  await waitFor(async () => expect((await radio(/^Alone/)).checked).toBe(true));
});

test("e24_the_page_says_what_may_be_noticed_before_anything_is_picked", async () => {
  await open(openWindow());
  const group = screen.getByRole("group", { name: "Choose your pace" });
  const said = (group.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id));
  const words = said.map((part) => part?.textContent.trim()).join(" ");
  expect(words).toContain("Nobody is told, and you can change it any day.");
  expect(words).toContain("Your partner may notice that. Light is less easy to notice.");
  expect(screen.queryByText("Your pace is saved.")).toBeNull();
});

test("cr1_no_page_in_together_asks_about_a_pace", async () => {
  const window = await together(openWindow());
  const asked = vi.spyOn(window.gateway, "pace_get");
  await press(window, "More");
  await page("More");
  expect(screen.queryByRole("button", { name: "My pace" })).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});

test("more_looks_the_same_whatever_the_pace_is", async () => {
  const window = await alone(openWindow());
  const markup = async () => {
    await press(window, "More");
    await page("More");
    return document.querySelector("main")?.innerHTML;
  };
  const light = await markup();
  window.book.pace = "alone";
  await press(window, "Home");
  expect(await markup()).toBe(light);
});

test("a_refused_pace_does_not_show_as_chosen_and_can_be_tried_again", async () => {
  const window = await open(openWindow());
  const set = vi.spyOn(window.gateway, "pace_set").mockRejectedValueOnce(full());
  await window.user.click(await radio(/^Alone/));
  await press(window, "Try again");
  await waitFor(() => expect(window.book.pace).toBe("alone"));
  expect(set).toHaveBeenCalledTimes(2);
});

test("a_refused_pace_falls_back_to_what_the_vault_holds", async () => {
  const pace = new OwnPace({ pace_get: async () => "light", pace_set: () => Promise.reject(full()) });
  await pace.read();
  await pace.choose("alone");
  expect([pace.shown, pace.saved, pace.refusal?.code]).toEqual(["light", false, "disk_full"]);
});

test("what_reached_only_memory_is_written_again_before_it_is_called_saved", async () => {
  let held = "light";
  const pace_set = vi.fn((pace: string) => {
    held = pace;
    return pace_set.mock.calls.length === 1 ? Promise.reject(full()) : Promise.resolve();
  });
  const pace = new OwnPace({ pace_get: () => Promise.resolve(held), pace_set });
  await pace.read();
  await pace.choose("alone");
  expect([pace.shown, pace.saved]).toEqual(["alone", false]);
  await pace.again();
  expect(pace_set).toHaveBeenCalledTimes(2);
  expect([pace.shown, pace.saved, pace.refusal]).toEqual(["alone", true, undefined]);
});

test("one_write_at_a_time_and_the_last_choice_wins", async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const pace_set = (pace: string) => {
    begun.push(pace);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const pace = new OwnPace({ pace_get: async () => "open", pace_set });
  await pace.read();
  void pace.choose("light");
  void pace.choose("alone");
  const last = pace.choose("open");
  expect(begun).toEqual(["light"]);
  ends[0]?.();
  await waitFor(() => expect(begun).toEqual(["light", "open"]));
  ends[1]?.();
  await last;
  expect([pace.shown, pace.saved]).toEqual(["open", true]);
});
