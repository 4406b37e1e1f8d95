import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { Ask, Commands, Page, Phase, RunView, Talk, Value } from "../api/generated.ts";
import { commands } from "../features/run/fixtures/commands.ts";
import Harness from "../features/run/fixtures/Harness.svelte";
import { alex, sam } from "../features/run/fixtures/people.ts";
import { asks, opt, page, talk, talks, view } from "../features/run/fixtures/views.ts";

afterEach(cleanup);

const end: RunView = view({ phase: "end", done: true, new_facts: false, help: null, next: [] });

function show(phase: Phase, more: Partial<RunView> = {}, given: Partial<Commands> = {}) {
  const run_answer = vi.fn<Commands["run_answer"]>(() => Promise.resolve(end));
  const run_tap = vi.fn<Commands["run_tap"]>(() => Promise.resolve(end));
  const run_pick = vi.fn<Commands["run_pick"]>(() => Promise.resolve(end));
  const run_draft = vi.fn<Commands["run_draft"]>(() => Promise.resolve({ tips: [] }));
  const help_page = () => Promise.resolve({ regions: [], region: null, lines: [] });
  const catalogue = () => Promise.resolve([]);
  const gateway = commands({ run_answer, run_tap, run_pick, run_draft, help_page, catalogue, ...given });
  const shown = render(Harness, { gateway, view: view(phase, more), people: [alex, sam] });
  return { ...shown, run_answer, run_tap, run_pick, run_draft, user: userEvent.setup() };
}

const ask = (asked: Ask, more: Partial<Page> = {}) => show(page(asked, more), { joint: true });
const said = (shown: Talk, more: Partial<RunView> = {}) => show(talk(shown), more);
const press = (name: string | RegExp) => screen.getByRole("button", { name });
const radio = (name: string | RegExp) => screen.getByRole("radio", { name });
const box = (name: string | RegExp) => screen.getByRole("checkbox", { name });
const field = (name: string | RegExp) => screen.getByRole("textbox", { name });

/** Presses Continue and tells what was sent. */
async function sent({ user, run_answer }: ReturnType<typeof show>): Promise<Value | null | undefined> {
  await user.click(press("Continue"));
  await waitFor(() => expect(run_answer).toHaveBeenCalledOnce());
  return run_answer.mock.calls[0]?.[2];
}

describe("each kind answers in the vault's shape", () => {
  test("text, begun from a starter", async () => {
    const on = ask(asks.text);
    await on.user.click(press("Someone who…"));
    await on.user.type(field("What would help tonight?"), "listens");
    expect(await sent(on)).toEqual({ kind: "text", value: "Someone who listens" });
  });

  test("choose one, by keyboard alone", async () => {
    const on = ask(asks.choose);
    radio("Slow breath").focus();
    await on.user.keyboard(" ");
    await on.user.keyboard("{ArrowDown}");
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: ["senses"] } });
  });

  test("choose several: an exclusive option clears the others and is cleared by them", async () => {
    const on = ask({ ...asks.choose, max: 3 });
    await on.user.click(box("Slow breath"));
    await on.user.click(box("Rather not say"));
    expect((box("Slow breath") as HTMLInputElement).checked).toBe(false);
    await on.user.click(box("My senses"));
    await on.user.click(box("Slow breath"));
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: ["senses", "slow"] } });
  });

  test("choose in an order, moved by buttons that say what they move", async () => {
    const on = ask({ ...asks.choose, max: 2, rank: true });
    await on.user.click(box("Slow breath"));
    await on.user.click(box("My senses"));
    await on.user.click(press("Move up: My senses"));
    expect(screen.getByText("My senses is now number 1")).toBeDefined();
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: ["senses", "slow"] } });
  });

  test("choose: own words stand in for one option", async () => {
    const on = ask({ ...asks.choose, other: true });
    await on.user.click(radio("Slow breath"));
    await on.user.type(field(/Something else/), "a walk");
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: [], other: "a walk" } });
  });

  test("choose for each row", async () => {
    const on = ask({ ...asks.choose, rows: [opt("r1", "Sleep"), opt("r2", "Money")] });
    await on.user.click(within(screen.getByRole("group", { name: "Money" })).getByRole("radio", { name: "My senses" }));
    expect(await sent(on)).toEqual({ kind: "per_row", value: { r2: { picked: ["senses"] } } });
  });

  test("scale: eleven radios, the ends in words", async () => {
    const on = ask(asks.scale);
    expect(screen.getAllByRole("radio")).toHaveLength(12);
    expect(radio("0, very worked up")).toBeDefined();
    await on.user.click(radio("10, calm"));
    expect(await sent(on)).toEqual({ kind: "number", value: 10 });
  });

  test("scale: untouched is asked about, rather not say is an answer", async () => {
    const on = ask(asks.scale);
    await on.user.click(press("Continue"));
    expect(on.run_answer).not.toHaveBeenCalled();
    expect(screen.getByRole("alert").textContent).toContain("Give an answer, or press Skip");
    await on.user.click(radio("Rather not say"));
    expect(await sent(on)).toBeNull();
  });

  test("words, with own ones; the choice is repeated at the foot", async () => {
    const on = ask(asks.words);
    await on.user.click(box("tender"));
    await on.user.type(field("Your own"), "wobbly, warm");
    expect(screen.getByText(/tender, wobbly, warm/)).toBeDefined();
    expect(await sent(on)).toEqual({ kind: "words", value: { picked: ["tender"], own: ["wobbly", "warm"] } });
  });

  test("e36_a_resting_or_unwritten_letter_says_so_in_plain_words", () => {
    ask({ ...asks.picks, rows: [], letter: { waits: "rests", until: "2026-11-21T21:00:00Z" } });
    expect(document.body.textContent).toMatch(
      /Your letter rests for a day after its last change\. You can offer it from November 2\d/,
    );
    cleanup();
    ask({ ...asks.picks, rows: [], letter: { waits: "unwritten" } });
    expect(document.body.textContent).toContain("You have not written a letter for this yet.");
    expect(screen.getByRole("button", { name: "Continue" })).toBeTruthy();
  });

  test("checklist of ticks, and of states", async () => {
    const on = ask(asks.checklist);
    await on.user.click(box("Either of us can stop"));
    expect(await sent(on)).toEqual({ kind: "checks", value: { stop: "yes" } });
    cleanup();
    const more = ask({ ...asks.checklist, states: [opt("yes", ""), opt("not-yet", "")] });
    const item = screen.getByRole("radiogroup", { name: "My private pages are mine" });
    await more.user.click(within(item).getByRole("radio", { name: "Not yet" }));
    expect(await sent(more)).toEqual({ kind: "checks", value: { private: "not-yet" } });
  });

  test("table: a row of every kind of cell; empty rows are only room", async () => {
    const on = ask(asks.table);
    await on.user.click(radio("Sam"));
    await on.user.type(field("I will…"), "text by six");
    await on.user.type(field("Day, From"), "3");
    await on.user.type(field("Month, From"), "12");
    await on.user.type(field("Year, From"), "2026");
    await on.user.type(field("How often"), "2");
    await on.user.click(radio("Firm"));
    await on.user.click(press("Add a row"));
    expect(document.activeElement).toBe(
      within(screen.getByRole("group", { name: "Row 2" })).getByRole("radio", { name: "Alex" }),
    );
    expect(await sent(on)).toEqual({
      kind: "rows",
      value: [
        { row: "n1", by: "a", cells: { who: "b", will: "text by six", from: "2026-12-03", often: "2", firm: "firm" } },
      ],
    });
  });

  test("e34_a_tip_stands_under_the_cell_it_is_about_and_is_heard_with_it", async () => {
    const columns = [asks.table.columns[1] as (typeof asks.table.columns)[number]];
    const rows = ["n1", "n2"].map((row) => ({ row, by: "a" as const, cells: { will: "You must ring" } }));
    ask(
      { ...asks.table, columns },
      { value: { kind: "rows", value: rows }, tips: [{ part: "n2.will", word: "you must" }] },
    );
    const [first, second] = screen.getAllByRole("textbox", { name: "I will…" });
    const told = (cell: HTMLElement | undefined) =>
      (cell?.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent.trim());
    expect(told(second)).toEqual(["“you must” can be hard to hear. You can keep it, or say it another way."]);
    expect(told(first)).toEqual([""]);
  });

  test("table: a removed row's id is not used again", async () => {
    const columns = [{ id: "it", label: "It", input: { input: "text" as const }, required: true }];
    const on = ask({ ...asks.table, columns, min_rows: 0 });
    await on.user.type(field("It"), "first");
    await on.user.click(press("Remove row 1"));
    await on.user.type(field("It"), "second");
    expect(await sent(on)).toEqual({ kind: "rows", value: [{ row: "n2", by: "a", cells: { it: "second" } }] });
  });

  test("e35_a_row_about_one_of_the_two_is_answered_by_the_other", async () => {
    const on = ask({ ...asks.table, accept: true }, { actor: null });
    on.run_tap.mockImplementation(() => Promise.resolve(view(page({ ...asks.table, accept: true }), { joint: true })));
    await on.user.click(radio("Sam"));
    const reply = screen.getByRole("group", { name: /Alex ?’s answer to row 1/ });
    for (const answer of within(reply).getAllByRole("radio")) {
      expect((answer as HTMLInputElement).checked).toBe(false);
    }
    await on.user.click(within(reply).getByRole("radio", { name: "Suggest a change" }));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "row", row: "n1", answer: "change" });
    expect(on.run_draft).toHaveBeenCalledWith("run-1", "step-1", {
      kind: "rows",
      value: [{ row: "n1", by: "b", cells: { who: "b" } }],
    });
    expect(on.run_draft.mock.invocationCallOrder[0]).toBeLessThan(on.run_tap.mock.invocationCallOrder[0] ?? 0);
  });

  test("letter: only the parts that are written", async () => {
    const on = ask(asks.letter);
    await on.user.type(field("What I did"), "I said I was at work");
    expect(await sent(on)).toEqual({ kind: "letter", value: { did: "I said I was at work" } });
  });

  test("cr26_after_half_an_hour_a_letter_says_that_this_can_be_enough", async () => {
    vi.useFakeTimers();
    ask({ ...asks.letter, tip_min: 30 });
    await vi.advanceTimersByTimeAsync(29 * 60_000);
    expect(screen.queryByText(/enough for one day/)).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.getByText(/enough for one day/)).toBeTruthy();
    vi.useRealTimers();
  });

  test("schedule: a day by hand, a time, again every two weeks", async () => {
    const on = ask(asks.schedule);
    await on.user.type(field("Day, Which day?"), "4");
    await on.user.type(field("Month, Which day?"), "1");
    await on.user.type(field("Year, Which day?"), "2027");
    await on.user.type(field(/What time/), "9:30");
    await on.user.click(radio("Every 2 weeks"));
    expect(await sent(on)).toEqual({
      kind: "date",
      value: { start: "2027-01-04", at: "09:30", repeat: { every: "week", interval: 2, on: [] } },
    });
  });

  test("schedule: on some days of the week, in their order", async () => {
    const on = ask(asks.schedule);
    await on.user.type(field("Day, Which day?"), "4");
    await on.user.type(field("Month, Which day?"), "1");
    await on.user.type(field("Year, Which day?"), "2027");
    await on.user.click(radio("On some days"));
    for (const day of ["Friday", "Tuesday"]) await on.user.click(screen.getByRole("checkbox", { name: day }));
    const repeat = { every: "week", interval: 1, on: ["tue", "fri"] };
    expect(await sent(on)).toEqual({ kind: "date", value: { start: "2027-01-04", repeat } });
  });

  test("gate: untouched is asked about, never a quiet yes (E20)", async () => {
    const on = ask(asks.gate, { audience: "not_kept" });
    await on.user.click(press("Continue"));
    expect(on.run_answer).not.toHaveBeenCalled();
    await on.user.click(box("I felt scared"));
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: ["scared"] } });
  });

  test("gate: answers to one question are radios", async () => {
    const on = ask({ ...asks.gate, max: 1 }, { audience: "not_kept" });
    await on.user.click(radio("I felt scared"));
    await on.user.click(radio("None of this"));
    expect(await sent(on)).toEqual({ kind: "picked", value: { picked: ["none"] } });
  });

  test("consent to a text: who reads the yes is said below the text, beside the yes", () => {
    ask({ ...asks.consent, text: [{ label: "Our rules", lines: ["Kindly"], by: null }] }, { audience: "not_kept" });
    const audience = screen.getByText("It is not kept.", { exact: false });
    const text = screen.getByText("Kindly");
    expect(text.compareDocumentPosition(audience) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    const asked = screen.getByRole("group", { name: "What would help tonight?" });
    expect(document.getElementById(asked.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Only you");
  });

  test("consent: buttons of one weight, none pressed, one press answers", async () => {
    const on = ask(asks.consent, { audience: "not_kept" });
    const buttons = ["Yes", "Not now", "No"].map((name) => press(name));
    expect(new Set(buttons.map((button) => button.className)).size).toBe(1);
    expect(buttons.every((button) => button.getAttribute("aria-pressed") === null)).toBe(true);
    await on.user.click(press("Not now"));
    expect(on.run_answer).toHaveBeenCalledExactlyOnceWith("run-1", "step-1", {
      kind: "picked",
      value: { picked: ["not-now"] },
    });
  });

  test("a draft comes back into its fields", () => {
    ask(asks.letter, { value: { kind: "letter", value: { choice: "It was mine" } } });
    expect((field("It was my choice") as HTMLTextAreaElement).value).toBe("It was mine");
  });
});

describe("pages that are pressed", () => {
  test("guide goes on by its words, with an equal not now", async () => {
    const on = ask({ ...asks.guide, ack: true, not_now: true });
    expect(press("I have read this").className).toBe(press("Not now").className);
    await on.user.click(press("I have read this"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "next" });
  });

  test("e13_nothing_is_ticked_and_showing_nothing_weighs_the_same", async () => {
    const on = ask(asks.picks);
    expect(screen.getAllByRole("checkbox").some((tick) => (tick as HTMLInputElement).checked)).toBe(false);
    expect(press("Show what I ticked").className).toBe(press("Show nothing").className);
    await on.user.click(press("Show nothing"));
    expect(on.run_pick).toHaveBeenCalledExactlyOnceWith("run-1", "step-1", []);
  });

  test("picks shows what is ticked", async () => {
    const on = ask(asks.picks);
    await on.user.click(press("Show what I ticked"));
    expect(on.run_pick).not.toHaveBeenCalled();
    await on.user.click(box(/Evenings/));
    await on.user.click(press("Show what I ticked"));
    expect(on.run_pick).toHaveBeenCalledExactlyOnceWith("run-1", "step-1", ["two"]);
  });

  test("e31_each_confirms_with_their_own_press_and_the_date_is_part_of_the_text", async () => {
    const on = ask(asks.agree, { actor: null, audience: "both" });
    const pressed = view(page({ ...asks.agree, review_days: 30, confirmed: ["b"] }), { joint: true });
    on.run_tap.mockImplementation(() => Promise.resolve(pressed));
    expect(screen.queryByRole("radio", { name: /90 days/ })).toBeNull();
    await on.user.click(radio(/On December 20/));
    await on.user.click(press("Sam I agree to this text"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "agree", who: "b", review_days: 30 });
    await waitFor(() => expect(press("Sam agreed to this text").getAttribute("aria-pressed")).toBe("true"));
    expect(press("Alex I agree to this text").getAttribute("aria-pressed")).toBe("false");
    expect((radio(/On December 20/) as HTMLInputElement).checked).toBe(true);
  });

  test("what one pressed moves nobody to the top, and the other can still want another date", async () => {
    const on = ask(asks.agree, { actor: null, audience: "both" });
    const pressed = view(page({ ...asks.agree, confirmed: ["b"] }, { actor: null, audience: "both" }), { joint: true });
    on.run_tap.mockImplementation(() => Promise.resolve(pressed));
    await on.user.click(press("Sam I agree to this text"));
    await waitFor(() => expect(press("Sam agreed to this text")).toBeDefined());
    expect(document.activeElement).toBe(press("Sam agreed to this text"));
    await on.user.click(radio(/in 30 days/));
    expect(screen.getByText(/each of you agrees anew/)).toBeDefined();
    await on.user.click(press("Sam I agree to this text"));
    expect(on.run_tap).toHaveBeenLastCalledWith("run-1", { tap: "agree", who: "b", review_days: 30 });
  });

  test("leaving an agreement open is one press", async () => {
    const on = ask(asks.agree);
    await on.user.click(press("Leave it open"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "differ" });
  });

  test("pause can be left at once, its clock waits to be started", async () => {
    const on = ask(asks.pause);
    expect(screen.getByRole("timer").textContent).toContain("3:00");
    await on.user.click(press("Go on"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "next" });
  });

  test("close deletes only after a second press, and keeps with one", async () => {
    const run_keep = vi.fn<Commands["run_keep"]>(() => Promise.reject(new Error("seen")));
    const on = show(page(asks.close), {}, { run_keep });
    await on.user.click(press("Delete them now"));
    expect(run_keep).not.toHaveBeenCalled();
    await on.user.click(press("Delete for good"));
    expect(run_keep).toHaveBeenCalledExactlyOnceWith("run-1", false);
  });
});

describe("pages two people share", () => {
  test("turn says who speaks and who listens, and goes on when they want", async () => {
    const on = said(talks.turn);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Alex speaks. Sam listens.");
    expect(screen.getByRole("region", { name: "For Sam" }).textContent).toContain("No need to agree or fix");
    await on.user.click(press("Continue"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "next" });
  });

  test("turn: the timer can be off, and the page stays", async () => {
    const on = said(talks.turn);
    await on.user.click(radio("No timer"));
    expect(screen.queryByRole("timer")).toBeNull();
    await on.user.click(radio("5 min"));
    expect(screen.getByRole("timer").textContent).toContain("5:00");
    await on.user.click(press("Start the timer"));
    expect(screen.getByText("The timer is running.")).toBeDefined();
  });

  test("mirror: three replies of one weight", async () => {
    const on = said(talks.mirror);
    const replies = ["Yes, that’s it", "Partly", "Not yet"].map((name) => press(name));
    expect(new Set(replies.map((reply) => reply.className)).size).toBe(1);
    await on.user.click(press("Partly"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "said_back", how: "partly" });
  });

  test("e8_after_three_tries_it_goes_on_with_two_sentences", async () => {
    const on = said({ ...talks.mirror, attempt: 4, two_sentences: true });
    expect(screen.queryByRole("button", { name: "Partly" })).toBeNull();
    await on.user.click(press("Continue"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "next" });
  });

  test("ready: each presses their own; then who is first; stopping is there all the time", async () => {
    const on = said(talks.ready);
    const both = view(talk({ ...talks.ready, ready: ["a", "b"], pick_first: true }));
    on.run_tap.mockImplementation(() => Promise.resolve(both));
    expect(screen.queryByRole("heading", { name: "Whose answer is read first?" })).toBeNull();
    await on.user.click(press("Alex I am ready"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "ready", who: "a" });
    await on.user.click(await screen.findByRole("button", { name: /Sam ?’s first/ }));
    expect(on.run_tap).toHaveBeenLastCalledWith("run-1", { tap: "first", who: "b" });
    await on.user.click(press("Stop here"));
    expect(on.run_tap).toHaveBeenLastCalledWith("run-1", { tap: "stop_opening" });
  });

  test("e18_no_reply_is_chosen_beforehand_and_no_reply_is_a_reply", async () => {
    const on = said(talks.opened);
    on.run_tap.mockImplementation(() => Promise.resolve(view(talk({ ...talks.opened, reply: "no-reply" }))));
    expect(screen.getAllByRole("radio").some((reply) => (reply as HTMLInputElement).checked)).toBe(false);
    await on.user.click(radio("No reply"));
    expect(on.run_tap).toHaveBeenCalledExactlyOnceWith("run-1", { tap: "reply", id: "no-reply" });
    await waitFor(() => expect((radio("No reply") as HTMLInputElement).checked).toBe(true));
    expect(document.activeElement).toBe(radio("No reply"));
  });

  test("opened: a skipped answer says plainly that it was skipped", () => {
    said({ ...talks.opened, lines: [] });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/skipped this one$/);
    expect(document.querySelector("blockquote")).toBeNull();
  });
});
