import { expect, test } from "vitest";

import { ShiftTaps } from "./shiftHides.ts";

type Side = "ShiftLeft" | "ShiftRight";
const none = { repeat: false, ctrlKey: false, altKey: false, metaKey: false };

function tap(taps: ShiftTaps, at: number, code: Side = "ShiftLeft"): boolean {
  taps.down({ key: "Shift", code, ...none });
  return taps.up({ key: "Shift", code }, at);
}

function capital(taps: ShiftTaps, at: number): boolean {
  taps.down({ key: "Shift", code: "ShiftLeft", ...none });
  taps.down({ key: "A", code: "KeyA", ...none });
  taps.up({ key: "A", code: "KeyA" }, at);
  return taps.up({ key: "Shift", code: "ShiftLeft" }, at);
}

test("u6_three_shifts_within_five_seconds_hide", () => {
  const taps = new ShiftTaps();
  expect([tap(taps, 0), tap(taps, 2000), tap(taps, 4900)]).toEqual([false, false, true]);
});

test("u6_left_right_and_mixed_shift_count_alike", () => {
  const taps = new ShiftTaps();
  expect([tap(taps, 0, "ShiftRight"), tap(taps, 1, "ShiftLeft"), tap(taps, 2, "ShiftRight")]).toEqual([
    false,
    false,
    true,
  ]);
});

test("u6_overlapping_shifts_each_count", () => {
  const taps = new ShiftTaps();
  taps.down({ key: "Shift", code: "ShiftLeft", ...none });
  taps.down({ key: "Shift", code: "ShiftRight", ...none });
  expect(taps.up({ key: "Shift", code: "ShiftLeft" }, 0)).toBe(false);
  expect(taps.up({ key: "Shift", code: "ShiftRight" }, 1)).toBe(false);
  expect(tap(taps, 2)).toBe(true);
});

test("u6_shift_used_for_capitals_never_hides", () => {
  const taps = new ShiftTaps();
  const fired = Array.from({ length: 20 }, (_, i) => capital(taps, i * 100));
  expect(fired).not.toContain(true);
});

test("u6_a_capital_between_two_taps_starts_again", () => {
  const taps = new ShiftTaps();
  expect([tap(taps, 0), tap(taps, 1), capital(taps, 2), tap(taps, 3), tap(taps, 4)]).not.toContain(true);
  expect(tap(taps, 5)).toBe(true);
});

test("u6_slow_taps_do_not_hide", () => {
  const taps = new ShiftTaps();
  expect([tap(taps, 0), tap(taps, 3000), tap(taps, 6000)]).not.toContain(true);
});

test("u6_a_held_shift_is_one_tap", () => {
  const taps = new ShiftTaps();
  taps.down({ key: "Shift", code: "ShiftLeft", ...none });
  for (let i = 0; i < 30; i++) taps.down({ key: "Shift", code: "ShiftLeft", ...none, repeat: true });
  expect(taps.up({ key: "Shift", code: "ShiftLeft" }, 1000)).toBe(false);
});

test("u6_a_mouse_press_between_starts_again", () => {
  const taps = new ShiftTaps();
  tap(taps, 0);
  tap(taps, 1);
  taps.forget();
  expect(tap(taps, 2)).toBe(false);
});

test("u6_shift_with_ctrl_does_not_count", () => {
  const taps = new ShiftTaps();
  for (let i = 0; i < 3; i++) {
    taps.down({ key: "Shift", code: "ShiftLeft", ...none, ctrlKey: true });
    expect(taps.up({ key: "Shift", code: "ShiftLeft" }, i)).toBe(false);
  }
});
