import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { named } from "./arg.ts";
import { pieces, t } from "./words.ts";

const folder = "../assets/locales/en/";
const source = readdirSync(folder).map((file) => readFileSync(folder + file, "utf8"));
const lines = source.flatMap((text) => text.split("\n").filter((line) => !line.startsWith("#")));

test("a_name_stands_apart_and_cannot_change_the_sentence", () => {
  const odd = "{ $x } \u202E \uE000 <b>";
  expect(pieces("cover-title", { next: named(odd) })).toEqual(["Pass the laptop to ", { name: odd }]);
});

test("plurals_follow_the_count", () => {
  expect(t("minutes", { count: 1 })).toBe("1 minute");
  expect(t("minutes", { count: 5 })).toBe("5 minutes");
});

test("p1_no_word_on_screen_breaks_the_writing_guide", () => {
  const banned =
    /!|\b(oops|sorry|please|invalid|failed|simply|addict|alcoholic|relapse|victim|abuser|perpetrator|codependent|toxic|narcissist|trigger|fault|blame|overdue|husband|wife)\b/i;
  expect(lines.filter((line) => banned.test(line.replace(/^[a-z0-9-]+ =/, "")))).toEqual([]);
});
