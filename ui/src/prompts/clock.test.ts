import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { ACTIVE_EVERY_MS, Clock, digits } from "./clock.svelte.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("waits to be started, counts down, and waits again at zero", () => {
  const clock = new Clock(120);
  vi.advanceTimersByTime(60_000);
  expect([clock.state, clock.left]).toEqual(["ready", 120]);
  clock.start();
  vi.advanceTimersByTime(46_000);
  expect(digits(clock.left)).toBe("1:14");
  vi.advanceTimersByTime(600_000);
  expect([clock.state, clock.left]).toEqual(["over", 0]);
});

test("held, it stands still; a minute can be added, also at zero (A6)", () => {
  const clock = new Clock(120);
  clock.start();
  vi.advanceTimersByTime(30_000);
  clock.hold();
  vi.advanceTimersByTime(30_000);
  expect([clock.state, clock.left]).toEqual(["held", 90]);
  clock.start();
  clock.add(60);
  vi.advanceTimersByTime(149_000);
  expect([clock.state, clock.left]).toEqual(["running", 1]);
  vi.advanceTimersByTime(2_000);
  clock.add(60);
  expect([clock.state, clock.left]).toEqual(["running", 60]);
});

test("f22_a_running_timer_counts_as_use_and_a_held_one_does_not", () => {
  const active = vi.fn();
  const clock = new Clock(300, active);
  clock.start();
  vi.advanceTimersByTime(ACTIVE_EVERY_MS * 3);
  expect(active).toHaveBeenCalledTimes(3);
  clock.hold();
  vi.advanceTimersByTime(ACTIVE_EVERY_MS * 3);
  expect(active).toHaveBeenCalledTimes(3);
});

test("stopped with its page, it leaves nothing ticking", () => {
  const clock = new Clock(300);
  clock.start();
  clock.stop();
  expect(vi.getTimerCount()).toBe(0);
});
