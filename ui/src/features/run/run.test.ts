import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, describe, expect, test, vi } from "vitest";

import { Refusal } from "../../api/errors.ts";
import type { Commands, PersonName, Phase, RunView } from "../../api/generated.ts";
import { commands } from "./fixtures/commands.ts";
import Harness from "./fixtures/Harness.svelte";
import { alex, sam } from "./fixtures/people.ts";
import { asks, check, opt, page, talk, talks, view } from "./fixtures/views.ts";

afterEach(cleanup);

const help = () => Promise.resolve({ regions: [{ id: "ie", name: "Ireland" }], region: null, lines: [] });
const done = view({ phase: "end", done: true, new_facts: false, help: null, next: [] });

function show(first: RunView, given: Partial<Commands> = {}, people: PersonName[] = [alex, sam]) {
  const all = {
    run_draft: vi.fn<Commands["run_draft"]>(() => Promise.resolve({ tips: [] })),
    run_answer: vi.fn<Commands["run_answer"]>(() => Promise.resolve(done)),
    run_tap: vi.fn<Commands["run_tap"]>(() => Promise.resolve(done)),
    run_stop: vi.fn<Commands["run_stop"]>(() =>
      Promise.resolve(view({ phase: "end", done: false, new_facts: false, help: null, next: [] })),
    ),
    run_break: vi.fn<Commands["run_break"]>(() =>
      Promise.resolve(view({ phase: "rest", cooloff: false, until: null, back: [] }, { joint: true })),
    ),
    help_page: help,
    catalogue: () => Promise.resolve([]),
    ...given,
  };
  const onleave = vi.fn();
  const shown = render(Harness, { gateway: commands(all), view: first, people, onleave });
  return { ...all, ...shown, onleave, user: userEvent.setup() };
}

/** Everything a page holds, attributes included; what a field holds as its value too. */
const html = (page: Element): string =>
  new XMLSerializer().serializeToString(page) +
  [...page.querySelectorAll<HTMLInputElement>("input, textarea")].map((field) => field.value).join();
const press = (name: string | RegExp) => screen.getByRole("button", { name });
const text = view(page(asks.text));

describe("a page", () => {
  test("takes the focus to its question, says who reads it, and names neither question nor words in the title", async () => {
    show(text);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("What would help tonight?");
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    const field = screen.getByRole("textbox", { name: "What would help tonight?" });
    expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Only you");
    await waitFor(() => expect(document.title).toContain("Being kind to myself"));
  });

  test("p2_a_not_kept_answer_says_that_only_you_read_it_and_that_it_is_not_kept", () => {
    show(view(page(asks.text, { audience: "not_kept" })));
    const said = screen.getByRole("textbox").getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(said.split(" ")[0] ?? "")?.textContent.trim()).toBe("Only you. It is not kept.");
  });

  test("is a new page after Continue: the old words and their field are gone (U4)", async () => {
    const next = view(page({ ...asks.text, long: false }, { step: "step-2", label: "And tomorrow?" }));
    const { user, container } = show(text, { run_answer: () => Promise.resolve(next) });
    const field = screen.getByRole("textbox");
    await user.type(field, "canary");
    await user.click(press("Continue"));
    await screen.findByRole("heading", { name: "And tomorrow?" });
    expect(field.isConnected).toBe(false);
    expect(html(container)).not.toContain("canary");
    expect((screen.getByRole("textbox") as HTMLTextAreaElement).value).toBe("");
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  });

  test("two questions with one step id and one person are still two pages", async () => {
    const { user } = show(text, { run_answer: () => Promise.resolve(text) });
    const field = screen.getByRole("textbox");
    await user.type(field, "first lap");
    await user.click(press("Continue"));
    await waitFor(() => expect(field.isConnected).toBe(false));
  });

  test("Continue sends the words once, and no draft of them afterwards", async () => {
    const { user, run_answer, run_draft } = show(text);
    await user.type(screen.getByRole("textbox"), "Tea");
    await user.click(press("Continue"));
    await screen.findByText("Done for today");
    expect(run_answer).toHaveBeenCalledExactlyOnceWith("run-1", "step-1", { kind: "text", value: "Tea" });
    const drafts = vi.mocked(run_draft).mock.calls.length;
    await new Promise((later) => setTimeout(later, 600));
    expect(vi.mocked(run_draft).mock.calls.length).toBe(drafts);
  });

  test("Skip sends nothing, and leaving the field writes what is there", async () => {
    const { user, run_answer, run_draft } = show(text);
    await user.type(screen.getByRole("textbox"), "half a tho");
    await user.tab();
    await waitFor(() =>
      expect(run_draft).toHaveBeenLastCalledWith("run-1", "step-1", { kind: "text", value: "half a tho" }),
    );
    await user.click(press("Skip"));
    expect(run_answer).toHaveBeenCalledExactlyOnceWith("run-1", "step-1", null);
  });

  test("leaving the run by any way writes what is typed", async () => {
    const { user, run_draft, unmount } = show(text);
    await user.type(screen.getByRole("textbox"), "locked");
    unmount();
    await waitFor(() =>
      expect(run_draft).toHaveBeenLastCalledWith("run-1", "step-1", { kind: "text", value: "locked" }),
    );
  });

  test("e11_a_not_kept_answer_is_never_sent_as_a_draft", async () => {
    const { user, run_draft, unmount } = show(view(page(asks.scale, { audience: "not_kept" })));
    await user.click(screen.getByRole("radio", { name: "4" }));
    unmount();
    await new Promise((later) => setTimeout(later, 500));
    expect(run_draft).not.toHaveBeenCalled();
  });

  test("a refused answer keeps the words on the page, and Try again sends them", async () => {
    let full = true;
    const run_answer = vi.fn<Commands["run_answer"]>(() => {
      if (full) return Promise.reject(new Refusal({ code: "disk_full", wait_seconds: null, reference: null }));
      return Promise.resolve(done);
    });
    const { user } = show(text, { run_answer });
    await user.type(screen.getByRole("textbox"), "still here");
    await user.click(press("Continue"));
    await screen.findByText(/The disk is full/);
    expect((screen.getByRole("textbox") as HTMLTextAreaElement).value).toBe("still here");
    full = false;
    await user.click(press("Try again"));
    await screen.findByText("Done for today");
    expect(run_answer).toHaveBeenLastCalledWith("run-1", "step-1", { kind: "text", value: "still here" });
  });

  test("an issue shows in a focused summary and beside the field, in the same words", async () => {
    const refused = { ...text, issues: [{ code: "too_long", part: null, bound: 4000 }] };
    const { user } = show(text, { run_answer: () => Promise.resolve(refused) });
    await user.type(screen.getByRole("textbox"), "long");
    await user.click(press("Continue"));
    const summary = await screen.findByRole("alert");
    expect(document.activeElement).toBe(summary);
    expect(screen.getAllByText("This is longer than 4,000 letters. Make it a little shorter")).toHaveLength(2);
    expect(screen.getByRole("textbox").getAttribute("aria-invalid")).toBe("true");
    expect((screen.getByRole("textbox") as HTMLTextAreaElement).value).toBe("long");
    await user.click(screen.getByRole("button", { name: /This is longer/ }));
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });

  test("e30_something_new_came_up_is_one_press_where_the_run_offers_it", async () => {
    const { user, run_stop } = show({ ...text, joint: true, new_facts: true });
    await user.click(press("Something new came up"));
    expect(run_stop).toHaveBeenCalledExactlyOnceWith("run-1", true);
  });

  test("e10_stop_asks_nothing_and_says_the_neutral_words", async () => {
    const { user, run_stop } = show(text);
    await user.click(press("Stop"));
    expect(run_stop).toHaveBeenCalledExactlyOnceWith("run-1", false);
    await screen.findByText(
      "Let’s stop here for today. Stopping is fine, for any reason. What is private stays private.",
    );
  });

  test("Pause covers one person's page at once and brings the words back", async () => {
    const { user, container, run_break } = show(text, {}, [alex]);
    await user.type(screen.getByRole("textbox"), "canary");
    await user.click(press("Pause"));
    expect(html(container)).not.toContain("canary");
    expect(html(container)).not.toContain("What would help");
    await user.click(press("Go on"));
    expect((screen.getByRole("textbox") as HTMLTextAreaElement).value).toBe("canary");
    expect(run_break).not.toHaveBeenCalled();
  });

  test("Break hides the page before it asks when to come back, with no name and no reason", async () => {
    const { user, container, run_break } = show({ ...text, joint: true });
    await user.click(press("Break"));
    expect(html(container)).not.toContain("What would help");
    expect(screen.queryAllByRole("textbox")).toHaveLength(0);
    await user.click(press("Start the break"));
    expect(run_break).toHaveBeenCalledExactlyOnceWith("run-1", { until: "usual" });
    await screen.findByRole("heading", { name: "How to come back" });
  });
});

test("f5_a_break_at_no_time_asks_again_beside_the_field_and_leaves_no_trace_on_the_page", async () => {
  const run_break = vi.fn<Commands["run_break"]>(() =>
    Promise.resolve({ ...text, joint: true, issues: [{ code: "not_a_time", part: "at", bound: null }] }),
  );
  const { user, container } = show({ ...text, joint: true }, { run_break });
  await user.click(screen.getByRole("button", { name: "Break" }));
  await user.click(screen.getByRole("radio", { name: "At a time I choose" }));
  const field = await screen.findByLabelText("Time, today or before this time tomorrow");
  await user.type(field, "later");
  await user.click(screen.getByRole("button", { name: "Start the break" }));
  expect(run_break).toHaveBeenCalledExactlyOnceWith("run-1", { until: "at", time: "later" });
  await screen.findByText("Write a time like 19:30");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.click(screen.getByRole("button", { name: "Go on without a break" }));
  await screen.findByRole("textbox");
  expect(container.querySelector('[role="alert"]')).toBeNull();
});

describe("a cover", () => {
  test("f4_shows_a_name_and_nothing_of_the_run", async () => {
    const cover: Phase = { phase: "cover", next: "b" };
    const run_iam = vi.fn<Commands["run_iam"]>(() => Promise.resolve(text));
    const { user, container } = show(view(cover, { title: "Being kind to myself" }), { run_iam });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Pass the laptop to Sam");
    expect(container.textContent).not.toContain("Being kind");
    expect(document.title).not.toContain("Being kind");
    await user.click(press("I am Sam"));
    expect(run_iam).toHaveBeenCalledExactlyOnceWith("run-1", "b");
    await screen.findByRole("textbox");
  });

  test("u4_nothing_of_the_page_before_is_left_under_a_cover", async () => {
    const { user, container } = show(text, { run_answer: () => Promise.resolve(view({ phase: "cover", next: "b" })) });
    await user.type(screen.getByRole("textbox"), "canary");
    await user.click(press("Continue"));
    await screen.findByText(/Pass the laptop/);
    expect(html(container)).not.toMatch(/canary|What would help/);
    expect(container.querySelectorAll("textarea, input")).toHaveLength(0);
  });
});

test("the check page changes one answer, or goes on with its one button", async () => {
  const run_check = vi.fn<Commands["run_check"]>(() => Promise.resolve(text));
  const { user, run_tap } = show(view(check), { run_check });
  expect(screen.getByText("Skipped")).toBeDefined();
  await user.click(press("Seal my answers"));
  expect(run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "next" });
  cleanup();
  const again = show(view(check), { run_check });
  await again.user.click(press("Change: One worry"));
  expect(run_check).toHaveBeenCalledExactlyOnceWith("run-1", "worry");
});

test("coming back from a break takes both, and another day is as easy", async () => {
  const rest: Phase = { phase: "rest", cooloff: false, until: "2026-11-20T21:00:00Z", back: [] };
  const run_return = vi.fn<Commands["run_return"]>(() =>
    Promise.resolve(view({ ...rest, back: ["b"] }, { joint: true })),
  );
  const { user, run_tap } = show(view(rest, { joint: true }), { run_return });
  await user.click(press("Sam I am ready"));
  expect(run_return).toHaveBeenCalledExactlyOnceWith("run-1", "b");
  await waitFor(() => expect(press("Sam is ready").getAttribute("aria-pressed")).toBe("true"));
  await user.click(press("Another day"));
  expect(run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "another_day" });
});

test("a cool-off only says from when, and leads home", async () => {
  const { user, onleave } = show(view({ phase: "rest", cooloff: true, until: "2026-11-21T21:00:00Z", back: [] }));
  expect(screen.getByText(/You can go on with it from November 21/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /ready/ })).toBeNull();
  await user.click(press("Back to Home"));
  await waitFor(() => expect(onleave).toHaveBeenCalledOnce());
});

describe("every page is clean for assistive technology", () => {
  const views: [string, RunView][] = [
    ...Object.entries(asks).map(([kind, ask]): [string, RunView] => [kind, view(page(ask))]),
    ...Object.entries(talks).map(([kind, shown]): [string, RunView] => [kind, view(talk(shown))]),
    ["choose, several, ranked", view(page({ ...asks.choose, max: 3, rank: true, other: true }))],
    ["choose for rows", view(page({ ...asks.choose, rows: [opt("r1", "Sleep"), opt("r2", "Evenings")] }))],
    ["checklist of states", view(page({ ...asks.checklist, states: [opt("yes", ""), opt("not-yet", "")] }))],
    ["check", view(check)],
    ["rest", view({ phase: "rest", cooloff: false, until: null, back: [] }, { joint: true })],
    ["cover", view({ phase: "cover", next: "a" })],
    ["end", done],
  ];

  test.each(views)("%s", async (_, shown) => {
    const { container } = show(shown);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});
