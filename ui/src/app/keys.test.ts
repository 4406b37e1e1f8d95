import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { alone, openWindow, page, press } from "../testing/window.ts";
import { meaning } from "./keys.ts";

const none = { key: "", code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test("keys_mean_what_the_list_says", () => {
  const ctrl = { ...none, ctrlKey: true };
  expect(meaning({ ...ctrl, key: "l" }, false)).toEqual({ press: "lock" });
  expect(meaning({ ...ctrl, shiftKey: true, key: "H" }, false)).toEqual({ press: "hide" });
  expect(meaning({ ...none, key: "F1" }, false)).toEqual({ press: "help" });
  expect(meaning({ ...none, altKey: true, key: "ArrowLeft" }, false)).toEqual({ press: "back" });
  expect(meaning({ ...ctrl, key: "2" }, false)).toEqual({ press: "place", index: 1 });
  expect(meaning({ ...ctrl, key: "f" }, false)).toEqual({ press: "find" });
  expect(meaning({ ...ctrl, key: "r" }, false)).toEqual({ press: "blocked" });
  expect(meaning({ ...none, key: "F5" }, false)).toEqual({ press: "blocked" });
});

test("on_macos_cmd_takes_the_place_of_ctrl", () => {
  const cmd = { ...none, metaKey: true };
  expect(meaning({ ...cmd, key: "l" }, true)).toEqual({ press: "lock" });
  expect(meaning({ ...cmd, key: "[" }, true)).toEqual({ press: "back" });
  expect(meaning({ ...none, ctrlKey: true, key: "l" }, true)).toBeUndefined();
});

test("no_single_letter_is_a_key", () => {
  for (const key of "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789,/+-") {
    expect(meaning({ ...none, key }, false)).toBeUndefined();
    expect(meaning({ ...none, key, shiftKey: true }, false)).toBeUndefined();
  }
});

test("u6_three_shifts_hide_from_a_page", async () => {
  const window = await alone(openWindow());
  const hide = vi.spyOn(window.gateway, "hide");
  await window.user.keyboard("{Shift}{Shift}{Shift}");
  expect(hide).toHaveBeenCalledOnce();
  await waitFor(() => expect(window.container.textContent?.trim()).toBe(""));
});

test("u6_typing_capitals_never_hides", async () => {
  const window = openWindow();
  const hide = vi.spyOn(window.gateway, "hide");
  await page("Who is opening?");
  await window.user.click(screen.getByLabelText(/Passphrase for/));
  for (let i = 0; i < 6; i++) await window.user.keyboard("{Shift>}A{/Shift}b");
  expect(hide).not.toHaveBeenCalled();
});

test("u6_the_switch_turns_three_shifts_off_but_not_the_chord", async () => {
  const window = await alone(openWindow());
  const hide = vi.spyOn(window.gateway, "hide");
  await window.user.keyboard("{Control>},{/Control}");
  await window.user.click(await screen.findByRole("checkbox", { name: /Shift three times/ }));
  await window.user.keyboard("{Shift}{Shift}{Shift}");
  expect(hide).not.toHaveBeenCalled();
  await window.user.keyboard("{Control>}{Shift>}H{/Shift}{/Control}");
  expect(hide).toHaveBeenCalledOnce();
});

test("f1_opens_help_before_unlocking_and_back_returns", async () => {
  const window = openWindow();
  await page("Who is opening?");
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await press(window, "Back");
  await page("Who is opening?");
});

test("ctrl_enter_presses_the_one_filled_button", async () => {
  const window = await alone(openWindow());
  const open = vi.spyOn(window.gateway, "run_open");
  await screen.findByRole("heading", { name: "My limits" });
  await window.user.keyboard("{Control>}{Enter}{/Control}");
  expect(open).toHaveBeenCalledExactlyOnceWith("run-my-limits");
});

test("zoom_keys_change_the_text_size_between_100_and_400", async () => {
  const window = await alone(openWindow());
  const size = () => document.documentElement.style.fontSize;
  for (let i = 0; i < 12; i++) await window.user.keyboard("{Control>}={/Control}");
  await waitFor(() => expect(size()).toBe("400%"));
  await window.user.keyboard("{Control>}0{/Control}");
  await waitFor(() => expect(size()).toBe("100%"));
});

test("zoom_pressed_faster_than_it_is_saved_loses_no_step", async () => {
  const window = await alone(openWindow());
  const size = () => document.documentElement.style.fontSize;
  const saved: (() => void)[] = [];
  vi.spyOn(window.gateway, "display_set").mockImplementation(async (display) => {
    await new Promise<void>((resolve) => saved.push(resolve));
    return display;
  });
  await window.user.keyboard("{Control>}={/Control}{Control>}={/Control}");
  expect(size()).toBe("125%");
  saved[0]?.();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(size()).toBe("125%");
});

test("a3_what_a_key_leads_to_is_brought_into_sight_and_a_click_moves_nothing", async () => {
  const window = openWindow();
  await page("Who is opening?");
  const shown = vi.spyOn(Element.prototype, "scrollIntoView");
  const field = screen.getByLabelText(/Passphrase for/);
  await window.user.click(field);
  expect(shown).not.toHaveBeenCalled();
  await window.user.tab();
  expect(shown.mock.contexts).toEqual([document.activeElement]);
});

test("f22_the_warning_shows_and_any_key_stays", async () => {
  const window = await alone(openWindow());
  const active = vi.spyOn(window.gateway, "active");
  window.book.tell({ notice: "locking_soon" });
  await screen.findByText("Locking in 1 minute. Your words are saved.");
  await window.user.keyboard("a");
  expect(active).toHaveBeenCalled();
  await waitFor(() => expect(screen.queryByText(/Locking in 1 minute/)).toBeNull());
});

test("f24_not_saved_is_said_in_the_status_line", async () => {
  const window = await alone(openWindow());
  window.book.tell({ notice: "saved", ok: false });
  await screen.findByText("Not saved");
});
