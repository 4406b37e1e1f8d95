import { screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { violations } from "../../testing/axe.ts";
import { alone, openWindow, page, press, together } from "../../testing/window.ts";

const PROPOSAL = "A quiet half hour after work";

test("f8_p4_the_answers_to_a_proposal_weigh_the_same_and_ask_nothing", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  const no = await screen.findByRole("button", { name: `No ${PROPOSAL}` });
  const buttons = [...(no.parentElement?.children ?? [])];
  expect(buttons.map((button) => button.textContent.trim())).toEqual(["Suggest a change", "Not now", "No"]);
  expect(new Set(buttons.map((button) => button.className)).size).toBe(1);
  expect(await violations()).toEqual([]);
  const answer = vi.spyOn(window.gateway, "proposal_answer");
  await press(window, `No ${PROPOSAL}`);
  expect(answer).toHaveBeenCalledWith("proposal-1", 2, "no");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("f8_a_limit_of_the_other_has_one_control_and_that_is_read", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await screen.findByRole("button", { name: "I have read this Shouting" });
  const all = screen.getAllByRole("button").filter((button) => button.id !== "" && / Shouting$/.test(named(button)));
  expect(all).toHaveLength(1);
});

const named = (button: HTMLElement): string =>
  (button.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent.trim() ?? "")
    .join(" ");

test("f8_a_change_is_said_in_words_what_it_was_and_what_it_is", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await screen.findByText("What changed");
  expect(screen.getByText("Whoever comes home last gets 10 minutes.")).toBeTruthy();
});

test("f8_in_together_there_are_no_drafts_and_nobody_answers_alone", async () => {
  const window = await together(openWindow());
  await press(window, "Agreements");
  await screen.findByRole("button", { name: `See if you both want it ${PROPOSAL}` });
  expect(screen.queryByText("Your drafts")).toBeNull();
  expect(screen.queryByRole("button", { name: /^(Write one|Not now|No |Suggest)/ })).toBeNull();
  expect(await violations()).toEqual([]);
});

test("f8_a_limit_is_written_checked_and_given", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await press(window, "Write one");
  await page("What do you want to write?");
  expect(await violations()).toEqual([]);
  await press(window, "A limit I set for myself");
  await page("What is my limit?");
  await press(window, "Continue");
  await screen.findByRole("alert");
  expect(screen.getAllByText("Write what you will do.")).toHaveLength(2);
  expect(await violations()).toEqual([]);
  await window.user.type(screen.getByLabelText("What I will do then"), "I will go out");
  await window.user.type(screen.getByLabelText("A short name"), "Shouting");
  await press(window, "Continue");
  await page("Give this limit?");
  expect(await violations()).toEqual([]);
  const give = vi.spyOn(window.gateway, "draft_give");
  await press(window, "Give this limit");
  await page("Limits and agreements");
  expect(give).toHaveBeenCalledWith("draft-2");
});

test("f0_what_was_typed_is_written_before_the_page_is_left", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await press(window, "Write one");
  await press(window, "A limit I set for myself");
  const write = vi.spyOn(window.gateway, "draft_write");
  await window.user.type(await screen.findByLabelText("What I will do then"), "I will go out");
  await press(window, "Home");
  await page("Good evening, Alex").catch(() => undefined);
  expect(write).toHaveBeenLastCalledWith(
    expect.objectContaining({ words: { is: "limit", words: { name: "", when: "", will: "I will go out" } } }),
  );
});

test("a_refused_answer_says_that_it_was_changed_meanwhile", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  const moved = { code: "moved", wait_seconds: null, reference: null };
  vi.spyOn(window.gateway, "proposal_answer").mockRejectedValueOnce(moved);
  await press(window, `Not now ${PROPOSAL}`);
  await screen.findByText(/^It was changed meanwhile/);
});
