import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { alone, openWindow, page, press, together } from "../testing/window.ts";

const HERS = ["My limits", "Being kind to myself", "Phones away at dinner", "Good"];

const nothingOf = (words: string[]) => {
  const text = document.documentElement.outerHTML;
  for (const word of words) expect(text).not.toContain(word);
};

test("d11_lock_empties_the_page_before_anything_is_saved", async () => {
  const window = await alone(openWindow());
  await screen.findByText("Being kind to myself");
  let seen = "";
  vi.spyOn(window.gateway, "lock").mockImplementation(async () => {
    seen = window.container.textContent ?? "";
  });
  await press(window, "Lock");
  await page("Who is opening?");
  for (const word of HERS) expect(seen).not.toContain(word);
  nothingOf(HERS);
});

test("d11_after_lock_back_and_place_keys_lead_nowhere", async () => {
  const window = await alone(openWindow());
  await press(window, "Agreements");
  await screen.findByText("Phones away at dinner");
  await window.user.keyboard("{Control>}l{/Control}");
  await page("Who is opening?");
  await window.user.keyboard("{Alt>}{ArrowLeft}{/Alt}{Control>}3{/Control}");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Who is opening?");
  nothingOf(HERS);
});

test("a_blank_notice_covers_the_page_at_once", async () => {
  const window = await alone(openWindow());
  await screen.findByText("Being kind to myself");
  window.book.tell({ notice: "blank" });
  await waitFor(() => expect(window.container.textContent?.trim()).toBe(""));
});

test("f21_hide_blanks_and_stays_blank_even_if_it_goes_wrong", async () => {
  const window = await alone(openWindow());
  vi.spyOn(window.gateway, "hide").mockRejectedValue({ code: "internal", wait_seconds: null, reference: null });
  await press(window, "Hide");
  await waitFor(() => expect(window.container.textContent?.trim()).toBe(""));
});

test("p1_the_documents_name_holds_no_words_of_anybody", async () => {
  const window = await alone(openWindow());
  await press(window, "Exercises");
  await press(window, "Breathe and ground");
  await page("Breathe and ground");
  expect(document.title).toBe("An exercise - Hearthside");
});

test("together_shows_both_names_and_only_joint_lines", async () => {
  await together(openWindow());
  expect(await screen.findByText("Ready to open")).toBeTruthy();
  expect(screen.queryByText("Being kind to myself")).toBeNull();
});
