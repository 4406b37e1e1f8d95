/** The page of limits and agreements: what it shows, and what its presses do. Goes with the page. */
import { tick } from "svelte";

import { refusal, type Refusal } from "../../api/errors.ts";
import type { Agreement, Begin, Commands, ProposalAnswer, ProposalLine, Register } from "../../api/generated.ts";
import type { Router } from "../../app/router.svelte.ts";

/** What was pressed may be gone: the keyboard stays on the row it was in, or begins at the heading. */
async function stayAt(item: string): Promise<void> {
  await tick();
  const at = document.activeElement;
  if (at !== null && at !== document.body) return;
  const row = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"] h3`);
  (row ?? document.querySelector<HTMLElement>("h1"))?.focus();
}

export class RegisterPage {
  readonly #gateway: Commands;
  readonly #router: Router;
  #deals = $state.raw<readonly Agreement[]>();
  #register = $state.raw<Register>();
  #refusal = $state.raw<Refusal>();
  #removed = $state(false);

  constructor(gateway: Commands, router: Router) {
    this.#gateway = gateway;
    this.#router = router;
  }

  get deals(): readonly Agreement[] | undefined {
    return this.#deals;
  }
  get register(): Register | undefined {
    return this.#register;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  /** A draft was removed a moment ago. */
  get removed(): boolean {
    return this.#removed;
  }
  /** Everything was read and there is nothing. */
  get empty(): boolean {
    const all = this.#register;
    if (!all || !this.#deals) return false;
    return [this.#deals, all.drafts, all.proposals, all.limits, all.over].every((lines) => lines.length === 0);
  }

  /** Something on the page is for both, and can go on paper. */
  get shares(): boolean {
    const all = this.#register;
    const lines = all ? [this.#deals ?? [], all.proposals, all.limits, all.over] : [];
    return lines.some((part) => part.length > 0);
  }

  ask = (): Promise<void> =>
    this.#try(async () => {
      this.#deals = await this.#gateway.agreements();
      this.#register = await this.#gateway.register();
    });

  async end({ item }: Agreement): Promise<void> {
    await this.#try(async () => void (this.#deals = await this.#gateway.agreement_end(item)));
    await stayAt(item);
  }
  endLimit = (item: string) => this.#take(item, this.#gateway.limit_end(item));
  read = (item: string) => this.#take(item, this.#gateway.limit_read(item));
  answer = ({ item, n }: ProposalLine, answer: ProposalAnswer) =>
    this.#take(item, this.#gateway.proposal_answer(item, n, answer));

  async remove(item: string): Promise<void> {
    await this.#take(item, this.#gateway.draft_remove(item));
    this.#removed = this.#refusal === undefined;
  }

  /** Opens something to write. */
  write = (begin: Begin) =>
    this.#try(async () => this.#router.go({ page: "draft", draft: await this.#gateway.draft_begin(begin) }));

  // From here on a page may be the other's: the way back ends (F4).
  agree = (item: string) =>
    this.#try(async () => this.#router.only({ page: "agreeing", shown: await this.#gateway.agreeing_begin(item) }));

  async #take(item: string, asked: Promise<Register>): Promise<void> {
    await this.#try(async () => void (this.#register = await asked));
    await stayAt(item);
  }

  async #try(press: () => Promise<void>): Promise<void> {
    try {
      await press();
      this.#refusal = undefined;
      this.#removed = false;
    } catch (thrown) {
      this.#refusal = refusal(thrown);
      // What stands there was changed: the page says so and shows it as it is now.
      if (this.#refusal.code === "moved") await this.#again();
    }
  }

  async #again(): Promise<void> {
    try {
      this.#register = await this.#gateway.register();
    } catch {
      // The first refusal stays on the page.
    }
  }
}
