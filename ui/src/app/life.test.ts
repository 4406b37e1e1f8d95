import { expect, test, vi } from "vitest";

import { mockBook } from "../api/mock/book.ts";
import { Life } from "./life.svelte.ts";

function lived() {
  const gateway = mockBook({});
  const calls: string[] = [];
  for (const name of ["lock", "hide"] as const)
    vi.spyOn(gateway, name).mockImplementation(async () => void calls.push(name));
  return { life: new Life(gateway), calls, gateway };
}

test.each(["lock", "hide"] as const)("f0_%s_writes_the_last_words_before_keys_are_dropped", async (way) => {
  const { life, calls } = lived();
  life.writesLast(async () => {
    calls.push(life.stage.at);
    await Promise.resolve();
    calls.push("written");
  });
  await life[way]();
  expect(calls).toEqual(["blank", "written", way]);
});

test("f21_a_write_that_hangs_does_not_hold_hiding_for_more_than_a_second", async () => {
  vi.useFakeTimers();
  const { life, calls } = lived();
  life.writesLast(() => new Promise(() => undefined));
  const hidden = life.hide();
  await vi.advanceTimersByTimeAsync(999);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await hidden;
  expect(calls).toEqual(["hide"]);
  vi.useRealTimers();
});

test("the_hour_is_what_the_program_was_told_and_counts_on", async () => {
  let now = 5_000_000;
  const gateway = mockBook({});
  const life = new Life(gateway, () => now);
  life.shut({ ...(await gateway.start()), minute: 23 * 60 + 30 });
  expect(life.hour()).toBe(23);
  now += 31 * 60_000;
  expect(life.hour()).toBe(0);
});

test("f22_input_is_reported_every_few_seconds_and_at_once_after_the_warning", () => {
  let now = 0;
  const gateway = mockBook({});
  const active = vi.spyOn(gateway, "active");
  const life = new Life(gateway, () => now);
  for (now = 0; now < 10_000; now += 100) life.active();
  expect(active).toHaveBeenCalledTimes(2);
  life.hear({ notice: "locking_soon" });
  life.active();
  expect(active).toHaveBeenCalledTimes(3);
  expect(life.soon).toBe(false);
});
