import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Value } from "../../api/generated.ts";
import { Drafts } from "./drafts.svelte.ts";

const words = (value: string): Value => ({ kind: "text", value });

describe("autosave (F0)", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** A disk that takes `ms` for each write and keeps what it got. */
  function disk(ms = 0) {
    const written: string[] = [];
    let refuse = false;
    const refused = vi.fn();
    const drafts = new Drafts(async (_, value) => {
      await new Promise((done) => setTimeout(done, ms));
      if (refuse) throw new Error("full");
      written.push(value?.kind === "text" ? value.value : "");
    }, refused);
    return { drafts, written, refused, refuse: (now: boolean) => (refuse = now) };
  }

  test("writes 400 ms after a pause, and not before", async () => {
    const { drafts, written } = disk();
    drafts.put("s", words("I"));
    await vi.advanceTimersByTimeAsync(399);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(written).toEqual(["I"]);
  });

  test("writes at least every 2 s while somebody types without a pause", async () => {
    const { drafts, written } = disk();
    const type = async (letters: number) => {
      drafts.put("s", words("x".repeat(letters)));
      await vi.advanceTimersByTimeAsync(100);
    };
    for (let i = 1; i < 20; i += 1) await type(i);
    expect(written).toEqual([]);
    for (let i = 20; i < 25; i += 1) await type(i);
    expect(written[0]).toBe("x".repeat(20));
  });

  test("one write at a time; the latest words win and nothing old comes after them", async () => {
    const { drafts, written } = disk(500);
    drafts.put("s", words("one"));
    void drafts.flush();
    for (const later of ["two", "three"]) {
      await vi.advanceTimersByTimeAsync(50);
      drafts.put("s", words(later));
      void drafts.flush();
    }
    await vi.advanceTimersByTimeAsync(2_000);
    expect(written).toEqual(["one", "three"]);
  });

  test("says that it is slow after a second, not before", async () => {
    const { drafts } = disk(1_500);
    drafts.put("s", words("slow"));
    void drafts.flush();
    await vi.advanceTimersByTimeAsync(999);
    expect(drafts.saving).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(drafts.saving).toBe(true);
    await vi.advanceTimersByTimeAsync(600);
    expect(drafts.saving).toBe(false);
  });

  test("a refused write keeps its words, and trying again writes them", async () => {
    const { drafts, written, refused, refuse } = disk();
    refuse(true);
    drafts.put("s", words("kept"));
    await vi.advanceTimersByTimeAsync(500);
    expect([drafts.failed, written]).toEqual([true, []]);
    expect(refused).toHaveBeenCalledOnce();
    refuse(false);
    const again = drafts.flush();
    await vi.advanceTimersByTimeAsync(10);
    await again;
    expect([drafts.failed, written]).toEqual([false, ["kept"]]);
  });

  test("a refused write never pushes newer words away", async () => {
    const { drafts, written, refuse } = disk(100);
    refuse(true);
    drafts.put("s", words("old"));
    void drafts.flush();
    await vi.advanceTimersByTimeAsync(50);
    drafts.put("s", words("new"));
    await vi.advanceTimersByTimeAsync(100);
    refuse(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual(["new"]);
  });

  test("what goes another way is not written as a draft after it", async () => {
    const { drafts, written } = disk(100);
    drafts.put("s", words("answered"));
    await drafts.yield();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(written).toEqual([]);
  });
});
