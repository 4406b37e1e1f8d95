/**
 * A run in the window: what shows, what is typed, and the one command under way. Every answer of the vault replaces
 * what shows; `turn` counts the pages, so that a new page is a new DOM and nothing of the last one stays (F4, U4).
 *
 * Must not know: how a prompt looks, or what is shown beside the run.
 */
import { type Problem as Row, problems, refusal, type Refusal } from "../../api/errors.ts";
import type { Commands, PersonName, RunView, SaveIssue, Tap, Tip, Until, Value } from "../../api/generated.ts";
import { drafted, emptyValue, ownIssues } from "../../prompts/answer.ts";
import type { Clock } from "../../prompts/clock.svelte.ts";
import type { KeptClock } from "../../prompts/keptClock.ts";
import { problemsOf, type Problem } from "../../prompts/issues.ts";
import type { RunPort, Who } from "../../prompts/port.ts";
import { Drafts } from "./drafts.svelte.ts";
import { identity } from "./identity.ts";

/** What lies over the run: nothing, one person's pause, or the choice of a break. */
export type Away = "here" | "paused" | "breaking";

/** What the run needs from around it. */
export interface Around {
  readonly gateway: Commands;
  readonly people: readonly PersonName[];
  readonly today: string;
  readonly clock: KeptClock;
  /** Keeps what shows, in case the page is left and comes back. */
  readonly show: (view: RunView) => void;
  /** Back to Home; the run is over or put away. */
  readonly leave: () => void;
  /** To an exercise's page; without one, to the agreements. */
  readonly open: (slug: string | null) => void;
  /** Whether the words on screen are on the disk. */
  readonly saved: (ok: boolean) => void;
}

export class RunState implements RunPort {
  readonly #around: Around;
  readonly #drafts: Drafts;
  #view = $state.raw<RunView>() as RunView;
  #turn = $state(0);
  #busy = $state(false);
  #away = $state<Away>("here");
  #own = $state.raw<readonly SaveIssue[]>([]);
  #tips = $state.raw<readonly Tip[]>([]);
  #refused = $state.raw<Refusal>();
  #again: (() => Promise<void>) | undefined;
  #value: Value | null | undefined;
  #declined = false;

  constructor(view: RunView, around: Around) {
    this.#around = around;
    this.#drafts = new Drafts(
      async (step, value) => {
        const { tips } = await around.gateway.run_draft(this.#view.run, step, value);
        if (step === this.#page?.step) this.#tips = tips;
        this.#clear();
        around.saved(true);
      },
      (thrown) => this.#refuseDraft(thrown),
    );
    this.#show(view);
  }

  get view(): RunView {
    return this.#view;
  }
  get people(): readonly PersonName[] {
    return this.#around.people;
  }
  get today(): string {
    return this.#around.today;
  }
  /** Changes with every new page. */
  get turn(): number {
    return this.#turn;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get saving(): boolean {
    return this.#drafts.saving;
  }
  get away(): Away {
    return this.#away;
  }
  get tips(): readonly Tip[] {
    return this.#tips;
  }
  /** Why the last command was refused. */
  get refused(): Refusal | undefined {
    return this.#refused;
  }
  /** Why the last answer was not taken. */
  get problems(): Problem[] {
    const ask = this.#page?.ask;
    return ask ? problemsOf(ask, [...this.#own, ...this.#view.issues]) : [];
  }
  problem(part?: string): string | undefined {
    return this.problems.find((problem) => problem.part === (part ?? null))?.text;
  }
  get #page() {
    return this.#view.phase.phase === "page" ? this.#view.phase : undefined;
  }

  change(value: Value | null): void {
    const page = this.#page;
    if (!page) return;
    this.#value = value;
    this.#declined = false;
    this.#around.show(this.#typed);
    if (!this.#busy && drafted(page.ask, page.audience)) this.#drafts.put(page.step, value);
  }

  decline(): void {
    this.change(null);
    this.#declined = true;
  }

  async answer(press?: Value): Promise<void> {
    const page = this.#page;
    if (!page) return;
    const value = press ?? this.#value ?? emptyValue(page.ask) ?? null;
    this.#own = this.#declined ? [] : ownIssues(page, value);
    if (this.#own.length > 0) return;
    await this.#send(page.step, value);
  }

  async skip(): Promise<void> {
    if (this.#page) await this.#send(this.#page.step, null);
  }

  tap(tap: Tap): Promise<void> {
    return this.#go((commands, run) => commands.run_tap(run, tap), tap.tap === "next");
  }
  pick(items: string[]): Promise<void> {
    const step = this.#page?.step ?? "";
    return this.#go((commands, run) => commands.run_pick(run, step, items));
  }
  /** This page of the run leads one back. */
  get canBack(): boolean {
    const { phase } = this.#view;
    return this.#away === "here" && "back" in phase && phase.back === true;
  }
  back(): Promise<void> {
    return this.#go((commands, run) => commands.run_back(run));
  }
  /** Opens one answer of the check page again. */
  check(step: string): Promise<void> {
    return this.#go((commands, run) => commands.run_check(run, step));
  }
  iam(who: Who): Promise<void> {
    return this.#go((commands, run) => commands.run_iam(run, who));
  }
  comeBack(who: Who): Promise<void> {
    return this.#go((commands, run) => commands.run_return(run, who), false);
  }
  stop(newFacts: boolean): Promise<void> {
    return this.#go((commands, run) => commands.run_stop(run, newFacts));
  }
  takeBreak(until: Until): Promise<void> {
    return this.#go((commands, run) => commands.run_break(run, until));
  }

  /** Hides the page at once; for two the vault is told with the time they choose. */
  rest(): void {
    this.#away = this.#view.joint ? "breaking" : "paused";
    this.#around.clock.hold();
    void this.flush();
  }
  /** Back from a pause, or from choosing a break. */
  here(): void {
    this.#away = "here";
    // What the break page was told is not about the page below it.
    this.#show({ ...this.#typed, issues: [] });
  }

  async keep(keep: boolean): Promise<void> {
    await this.#alone(
      async () => {
        await this.#around.gateway.run_keep(this.#view.run, keep);
        this.#around.leave();
      },
      () => this.keep(keep),
    );
  }

  async leave(): Promise<void> {
    await this.flush();
    this.#around.leave();
  }
  open(slug: string | null): void {
    this.#around.open(slug);
  }
  clock(seconds: number): Clock {
    const active = () => void this.#around.gateway.active().catch(() => undefined);
    return this.#around.clock.of(identity(this.#view), seconds, active);
  }
  flush(): Promise<void> {
    return this.#drafts.flush();
  }
  /** Tries again what was refused. */
  async again(): Promise<void> {
    await this.#again?.();
  }

  async #send(step: string, value: Value | null): Promise<void> {
    if (this.#busy) return;
    await this.#drafts.yield();
    await this.#go(
      (commands, run) => commands.run_answer(run, step, value),
      true,
      () => this.#send(step, value),
    );
    if (this.#refused && this.#page && drafted(this.#page.ask, this.#page.audience)) this.#drafts.put(step, value);
  }

  /** Sends one command and shows what comes back. Typed words go to the disk first. */
  async #go(
    command: (commands: Commands, run: string) => Promise<RunView>,
    moves = true,
    again: () => Promise<void> = () => this.#go(command, moves),
  ): Promise<void> {
    await this.#alone(async () => {
      await this.#drafts.flush();
      const view = await command(this.#around.gateway, this.#view.run);
      this.#clear();
      this.#take(view, moves);
    }, again);
  }

  async #alone(work: () => Promise<void>, again: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (thrown) {
      this.#refuse(thrown, again);
    } finally {
      this.#busy = false;
    }
  }

  #take(view: RunView, moves: boolean): void {
    const same = identity(view) === identity(this.#view);
    if (view.issues.length > 0 || (same && !moves)) this.#view = view;
    else {
      this.#around.clock.drop();
      this.#show(view);
    }
    this.#around.show(this.#typed);
  }

  #show(view: RunView): void {
    this.#view = view;
    this.#turn += 1;
    this.#away = "here";
    this.#own = [];
    this.#declined = false;
    this.#tips = this.#page?.tips ?? [];
    this.#value = this.#page?.value ?? undefined;
  }

  /** What shows, with what is typed in it. */
  get #typed(): RunView {
    const page = this.#page;
    return page ? { ...this.#view, phase: { ...page, value: this.#value ?? null } } : this.#view;
  }

  /** Half a date is no answer yet; it is judged at Continue, not while somebody types. */
  #refuseDraft(thrown: unknown): void {
    if (refusal(thrown).code !== "bad_answer") this.#refuse(thrown, () => this.#drafts.flush());
  }

  #refuse(thrown: unknown, again: () => Promise<void>): void {
    this.#refused = refusal(thrown);
    this.#again = again;
    const row: Row = problems[this.#refused.code];
    if (row.writing) this.#around.saved(false);
  }

  #clear(): void {
    this.#refused = undefined;
    this.#again = undefined;
  }
}
