import { afterEach, expect, test } from "vitest";

import { day, useLocale, weekday } from "./dates.ts";

afterEach(() => useLocale("en"));

const today = "2026-11-21";
const english = "November 20";

test.each([
  ["en-US", "November 20"],
  ["en-GB", "20 November"],
  ["es-MX", "20 de noviembre"],
  ["en-GB-u-nu-deva", "२० November"],
])("a_language_is_taken_whole_%s", (tag, words) => {
  useLocale(tag);
  expect(day("2026-11-20", today)).toBe(words);
});

test.each(["", "C", "en_US.UTF-8", "POSIX", "not a language", "tlh", "a".repeat(300)])(
  "what_is_no_language_here_falls_back_to_english_%s",
  (tag) => {
    useLocale("de-DE");
    useLocale(tag);
    expect(day("2026-11-20", today)).toBe(english);
  },
);

test("a_civil_day_is_moved_by_no_time_zone", () => {
  useLocale("en-GB");
  expect(weekday("2026-11-20")).toBe("Friday 20 November");
  expect(day("2025-11-20", today)).toBe("20 November 2025");
});
