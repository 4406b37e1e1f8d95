import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { t } from "../i18n/words.ts";
import { type Problem, problems, refusal, Refusal } from "./errors.ts";

const codes = [
  ...(/export type Code = ([^;]+);/.exec(readFileSync("src/api/generated.ts", "utf8"))?.[1]?.matchAll(/"(\w+)"/g) ??
    []),
].map((m) => m[1] ?? "");

test("u8_every_code_has_a_sentence_of_its_own", () => {
  expect(Object.keys(problems).toSorted()).toEqual(codes.toSorted());
  const texts = Object.values(problems).map((p) => t(p.text));
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.every((text) => text.length > 10)).toBe(true);
});

test("u8_a_full_disk_never_reads_as_already_open", () => {
  expect(t(problems.disk_full.writing)).toBe(
    "The disk is full. Your last words are still on this screen. Make room, then press Try again.",
  );
  expect(problems.disk_full.action).toBe("try_again");
  expect(t(problems.already_open.text)).not.toContain("disk");
});

test("sentences_keep_the_writing_guide", () => {
  const rows: Problem[] = Object.values(problems);
  for (const text of rows.flatMap(({ text, writing }) => (writing ? [text, writing] : [text])))
    expect(t(text)).not.toMatch(/!|\b(oops|sorry|please|invalid|failed|just|simply)\b/i);
});

test("what_nobody_foresaw_is_internal", () => {
  expect(refusal("a string").code).toBe("internal");
  expect(refusal({ code: "no_such_code" }).code).toBe("internal");
  expect(refusal(new TypeError("x")).code).toBe("internal");
  expect(refusal({ code: "wait", wait_seconds: 5, reference: null })).toMatchObject({ code: "wait", waitSeconds: 5 });
  const known = new Refusal({ code: "closed", wait_seconds: null, reference: null });
  expect(refusal(known)).toBe(known);
});
