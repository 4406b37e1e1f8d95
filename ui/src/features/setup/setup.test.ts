import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { violations } from "../../testing/axe.ts";
import { alone, openWindow, page, press, type Window } from "../../testing/window.ts";

async function toPassphrase(window: Window, name = "Alex") {
  await press(window, "I have read this");
  await window.user.type(await screen.findByLabelText("Your name"), name);
  await press(window, "Continue");
  await page("Choose your passphrase");
}

async function begin(): Promise<Window> {
  const window = openWindow({ people: [], fresh: true });
  await page("Who is this book for?");
  await press(window, "Continue");
  return window;
}

test("f1_the_first_person_gets_from_launch_to_home", async () => {
  const window = await begin();
  await page("Before you start");
  expect(await violations()).toEqual([]);
  await toPassphrase(window);
  expect(await violations()).toEqual([]);
  await press(window, "Use these words");
  await press(window, "Continue");
  await page("Open it once");
  await window.user.type(screen.getByLabelText("Your passphrase"), "lantern pebble orchard violin tundra");
  await press(window, "Open my pages");
  await page(/^Good .*, Alex$/);
  await screen.findByRole("button", { name: "Start alone" });
  await screen.findByRole("button", { name: "Add your partner" });
  expect(await violations()).toEqual([]);
});

test("a_therapist_is_told_plainly_and_can_go_back", async () => {
  const window = openWindow({ people: [], fresh: true });
  await window.user.click(await screen.findByRole("radio", { name: /therapist/ }));
  await press(window, "Continue");
  await page("The therapist’s part is not in this version");
  await press(window, "Back to the question");
  await page("Who is this book for?");
});

test("a_missing_name_is_named_in_a_focused_summary", async () => {
  const window = await begin();
  await press(window, "I have read this");
  await press(window, "Continue");
  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getByLabelText("Your name").getAttribute("aria-invalid")).toBe("true");
});

test("an_easy_passphrase_is_refused_beside_the_field_and_kept_in_it", async () => {
  const window = await begin();
  await toPassphrase(window);
  await window.user.type(screen.getByLabelText("Your passphrase"), "easy");
  await press(window, "Continue");
  await screen.findByText(/easy to guess/);
  expect(screen.getByLabelText<HTMLInputElement>("Your passphrase").value).toBe("easy");
});

test("f1_three_misses_lead_back_to_the_passphrase", async () => {
  const window = await begin();
  await toPassphrase(window);
  await press(window, "Use these words");
  await press(window, "Continue");
  for (let i = 0; i < 3; i++) {
    await window.user.type(await screen.findByLabelText("Your passphrase"), `no ${i}`);
    await press(window, "Open my pages");
  }
  await page("Choose your passphrase");
  await screen.findByText(/That was three tries/);
});

test("help_and_display_lie_over_set_up_and_lose_nothing", async () => {
  const window = await begin();
  await press(window, "I have read this");
  await window.user.type(await screen.findByLabelText("Your name"), "Alex");
  await press(window, "Help");
  await page("Help and safety");
  await press(window, "Display");
  await page("Display");
  await press(window, "Back");
  expect((await screen.findByLabelText<HTMLInputElement>("Your name")).value).toBe("Alex");
});

test("back_first_closes_help_and_then_goes_a_page_back", async () => {
  const window = await begin();
  await press(window, "I have read this");
  await window.user.keyboard("{F1}");
  await page("Help and safety");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await screen.findByLabelText("Your name");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await page("Before you start");
});

test("help_over_the_partners_cover_leads_back_to_the_cover", async () => {
  const window = await alone(openWindow({ people: ["Alex"], fresh: true }));
  await press(window, "Add your partner");
  await press(window, "Help");
  await page("Help and safety");
  expect(screen.queryByRole("navigation")).toBeNull();
  await press(window, "Back");
  await page("Pass the laptop to your partner");
});

test("adding_a_partner_covers_first_and_not_now_weighs_the_same", async () => {
  const window = await alone(openWindow({ people: ["Alex"], fresh: true }));
  const begun = vi.spyOn(window.gateway, "setup_begin");
  await press(window, "Add your partner");
  await page("Pass the laptop to your partner");
  expect(screen.queryByRole("navigation")).toBeNull();
  const [yes, no] = [/I am Alex/, "Not now"].map((name) => screen.getByRole("button", { name }));
  expect(yes?.className).toBe(no?.className);
  expect(await violations()).toEqual([]);
  await press(window, "Not now");
  await page(/^Good/);
  expect(begun).not.toHaveBeenCalled();
});

test("the_partner_sets_up_unseen_and_alexs_pages_are_gone", async () => {
  const window = await alone(openWindow({ people: ["Alex"], fresh: true }));
  await press(window, "Add your partner");
  await press(window, /I am Alex/);
  await page("Before you start");
  expect(screen.queryByRole("navigation")).toBeNull();
  await toPassphrase(window, "Sam");
  await press(window, "Use these words");
  await press(window, "Continue");
  await window.user.type(screen.getByLabelText("Your passphrase"), "lantern pebble orchard violin tundra");
  await press(window, "Open my pages");
  await page(/^Good .*, Sam$/);
});
