import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { violations } from "../../testing/axe.ts";
import { alone, openWindow, page, passphrase, press, together } from "../../testing/window.ts";

test("the_first_page_shows_names_and_one_field_and_nothing_else_of_anybody", async () => {
  openWindow();
  await page("Who is opening?");
  expect(screen.getAllByRole("radio").map((r) => r.parentElement?.textContent?.trim())).toEqual(["Alex", "Sam"]);
  expect(document.title).toBe("Open - Hearthside");
  expect(await violations()).toEqual([]);
});

test("a_wrong_passphrase_clears_the_field_and_focuses_it", async () => {
  const window = openWindow();
  await passphrase(window, "not this one");
  await press(window, "Open");
  await screen.findByText("That passphrase did not open Alex’s space. Check Caps Lock and try again.");
  const field = screen.getByLabelText<HTMLInputElement>(/Passphrase for/);
  expect(field.value).toBe("");
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute("aria-describedby")).toContain("problem");
  expect(await violations()).toEqual([]);
});

test("waiting_says_the_seconds", async () => {
  const window = openWindow();
  vi.spyOn(window.gateway, "unlock").mockRejectedValue({ code: "wait", wait_seconds: 5, reference: null });
  await passphrase(window);
  await press(window, "Open");
  await screen.findByText("Wait 5 seconds, then try again.");
});

test("the_passphrase_leaves_as_bytes_for_the_chosen_person", async () => {
  const window = openWindow();
  const unlock = vi.spyOn(window.gateway, "unlock");
  await window.user.click(await screen.findByRole("radio", { name: "Sam" }));
  await passphrase(window);
  await press(window, "Open");
  expect(unlock.mock.calls[0]?.[0]).toBe("b");
  expect(unlock.mock.calls[0]?.[1]).toBeInstanceOf(Uint8Array);
});

test("f3_open_together_covers_between_the_two", async () => {
  const window = openWindow();
  await passphrase(window);
  await press(window, "Open together");
  await page("Pass the laptop to Sam");
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(document.querySelector("main")?.textContent).toContain("Alex’s page is closed.");
  expect(await violations()).toEqual([]);
});

test("s3_a_cover_keeps_help_lock_and_hide_in_sight_and_help_leads_back_to_it", async () => {
  const window = openWindow();
  await passphrase(window);
  await press(window, "Open together");
  await page("Pass the laptop to Sam");
  const acts = [...document.querySelectorAll("header button")].map((button) => button.textContent);
  expect(acts).toEqual(["Help", "Lock", "Hide"]);
  await press(window, "Help");
  await page("Help and safety");
  await press(window, "Back");
  await page("Pass the laptop to Sam");
  const hide = vi.spyOn(window.gateway, "hide");
  await press(window, "Hide");
  expect(hide).toHaveBeenCalledOnce();
});

test("f4_it_is_still_alex_asks_alex_again", async () => {
  const window = openWindow();
  await passphrase(window);
  await press(window, "Open together");
  await press(window, "It is still Alex");
  await page("Who is opening?");
});

test("opening_leads_home_with_the_focus_on_the_heading", async () => {
  await alone(openWindow());
  const heading = await page(/^Good .*, Alex$/);
  expect(document.activeElement).toBe(heading);
  await together(openWindow());
});

test("a_person_without_a_name_on_the_tile_is_a_shape", async () => {
  openWindow({ unnamed: true });
  await screen.findByRole("radio", { name: "The circle" });
  expect(document.body.textContent).not.toContain("Alex");
});

test.each([
  ["damaged", "Part of the file cannot be read"],
  ["newer", "This book is from a newer version"],
  ["someone_elses", "A file of another book"],
  ["already_open", "The workbook is already open"],
  ["not_a_vault", "There is no book in this folder"],
  ["read_only", "This folder cannot be written"],
  ["disk_full", "The disk is full"],
] as const)("u8_%s_shows_its_own_page_with_ways_on", async (problem, title) => {
  const window = openWindow({ problem });
  await page(title);
  expect(screen.queryByLabelText(/Passphrase/)).toBeNull();
  expect(await violations()).toEqual([]);
  await press(window, "Choose another folder");
  await page("Who is opening?");
});
