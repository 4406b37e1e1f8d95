import { afterEach, expect, test } from "vitest";

import { day, dayExample, dayOrder, moment, weekday } from "./dates.ts";
import { t, useLocale } from "./words.ts";

afterEach(() => useLocale("en"));

const today = "2026-11-21";
const english = "November 20";

test.each([
  ["en-US", "November 20"],
  ["en-GB", "20 November"],
  ["en-GB-u-nu-deva", "२० November"],
])("the_words_own_language_is_taken_whole_%s", (tag, words) => {
  useLocale(tag);
  expect(day("2026-11-20", today)).toBe(words);
});

test.each(["", "C", "en_US.UTF-8", "POSIX", "not a language", "tlh", "a".repeat(300)])(
  "what_is_no_language_here_falls_back_to_english_%s",
  (tag) => {
    useLocale("en-GB");
    useLocale(tag);
    expect(day("2026-11-20", today)).toBe(english);
  },
);

test.each(["de-DE", "es-MX", "fa-IR", "zh-Hans-CN"])("a_system_in_another_language_writes_no_word_of_it_%s", (tag) => {
  useLocale("en-GB");
  useLocale(tag);
  expect(day("2026-11-20", today)).toBe(english);
  expect(moment("2026-11-20T12:00:00Z")).toMatch(/^November 20 at \d{1,2}:00\s[AP]M$/);
});

test("numbers_in_a_sentence_are_those_of_the_dates", () => {
  useLocale("en-GB-u-nu-deva");
  expect(t("minutes", { count: 20 })).toBe("२० minutes");
  useLocale("de-DE");
  expect(t("issue-too-long", { count: 5000 })).toContain("5,000");
});

test("a_civil_day_is_moved_by_no_time_zone", () => {
  useLocale("en-GB");
  expect(weekday("2026-11-20")).toBe("Friday 20 November");
  expect(day("2025-11-20", today)).toBe("20 November 2025");
});

test.each([
  ["en-US", ["month", "day", "year"], "11 24 2026"],
  ["en-GB", ["day", "month", "year"], "24 11 2026"],
  ["en-CA", ["year", "month", "day"], "2026 11 24"],
  ["de-DE", ["month", "day", "year"], "11 24 2026"],
])("a_day_is_written_in_the_order_of_the_words_with_an_example_in_it_%s", (tag, order, example) => {
  useLocale(tag);
  expect(dayOrder()).toEqual(order);
  expect(dayExample()).toBe(example);
});
