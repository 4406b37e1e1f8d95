import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { coloursOf, contrast, type Theme } from "./contrast.ts";

const css = readFileSync("src/styles/tokens.css", "utf8");

/** look/README.md, "Contrast": the pairs and the floor of each. */
const pairs: [inks: string[], grounds: string[], floor: number][] = [
  [["text"], ["bg", "surface", "sunken", "field", "hover", "selected"], 7],
  [["muted"], ["bg", "surface", "sunken", "hover"], 7],
  [["link"], ["bg", "surface", "sunken", "hover"], 7],
  [["on-primary"], ["primary", "primary-hover"], 7],
  [["person-1"], ["person-1-bg", "surface"], 7],
  [["person-2"], ["person-2-bg", "surface"], 7],
  [["done"], ["done-bg"], 7],
  [["note"], ["note-bg"], 7],
  [["problem"], ["problem-bg"], 7],
  [["border"], ["bg", "surface", "sunken", "field"], 3],
  [["primary"], ["bg", "surface", "selected"], 3],
  [["focus"], ["bg", "surface", "sunken", "field", "hover", "selected"], 3],
  [["mark-1", "mark-2"], ["bg", "surface", "sunken", "selected", "done-bg"], 3],
  [["ember"], ["bg"], 3],
];

describe.each<Theme>(["light", "dark", "evening"])("%s", (theme) => {
  const colours = coloursOf(css, theme);
  const hex = (name: string) => colours.get(name) ?? expect.fail(`no colour --${name}`);
  const flat = pairs.flatMap(([inks, grounds, floor]) =>
    inks.flatMap((ink) => grounds.map((ground) => ({ ink, ground, floor }))),
  );

  test.each(flat)("$ink on $ground is at least $floor", ({ ink, ground, floor }) => {
    expect(contrast(hex(ink), hex(ground))).toBeGreaterThanOrEqual(floor);
  });
});

test("the computation agrees with the published numbers", () => {
  expect(contrast("#1C2529", "#FAF7F0")).toBeCloseTo(14.58, 1);
  expect(contrast("#000000", "#FFFFFF")).toBe(21);
});
