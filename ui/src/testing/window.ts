/** A whole window over the mock, for tests that act as the two people do: by role and name. */
// Read at once here; the window reads it after its first page.
import "../app/Open.svelte";

import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";

import { mockBook, MOCK_PASSPHRASE, type MockOptions } from "../api/mock/book.ts";
import App from "../app/App.svelte";

export function openWindow(options: MockOptions = {}) {
  const gateway = mockBook(options);
  const view = render(App, { gateway });
  return { gateway, book: gateway.book, user: userEvent.setup(), ...view };
}

export type Window = ReturnType<typeof openWindow>;

/** Types a passphrase into the one field. */
export async function passphrase({ user }: Window, words = MOCK_PASSPHRASE) {
  await user.type(await screen.findByLabelText(/passphrase/i), words);
}

/** Opens as the first person. */
export async function alone(window: Window): Promise<Window> {
  await passphrase(window);
  await window.user.click(screen.getByRole("button", { name: "Open" }));
  await screen.findByRole("navigation", { name: "Places" });
  return window;
}

/** Opens for both. */
export async function together(window: Window): Promise<Window> {
  await passphrase(window);
  await window.user.click(screen.getByRole("button", { name: "Open together" }));
  await window.user.click(await screen.findByRole("button", { name: "I am Sam" }));
  await passphrase(window);
  await window.user.click(screen.getByRole("button", { name: "Open" }));
  await screen.findByRole("heading", { name: "Together now" });
  return window;
}

/** Presses a button. */
export async function press({ user }: Window, name: string | RegExp) {
  await user.click(await screen.findByRole("button", { name }));
}

/** Waits for the page with this heading. */
export const page = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
