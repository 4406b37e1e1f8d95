import { expect, test } from "vitest";

import { beginAt } from "../shared/beginAt.ts";
import { SecondPress } from "./secondPress.ts";

const turnPage = () => beginAt(document.createElement("h1"));

test("the_second_press_of_a_double_click_does_nothing_on_the_next_page", () => {
  const second = new SecondPress();
  expect(second.isLate({ detail: 1 })).toBe(false);
  turnPage();
  expect(second.isLate({ detail: 2 })).toBe(true);
  expect(second.isLate({ detail: 3 })).toBe(true);
  expect(second.isLate({ detail: 1 })).toBe(false);
});

test("on_the_same_page_two_quick_presses_are_two", () => {
  const second = new SecondPress();
  second.isLate({ detail: 1 });
  expect(second.isLate({ detail: 2 })).toBe(false);
});

test("a_key_is_pressed_once_whatever_the_pointer_did", () => {
  const second = new SecondPress();
  second.isLate({ detail: 1 });
  turnPage();
  expect(second.isLate({ detail: 0 })).toBe(false);
});
