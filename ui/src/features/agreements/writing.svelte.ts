/**
 * One draft of a limit or a proposal while somebody writes it: its words, the page of it that shows, what Rust says of
 * it. It is kept as it is typed (F0).
 */
import { refusal, type Refusal } from "../../api/errors.ts";
import type { Commands, DealWords, Draft, DraftKept } from "../../api/generated.ts";
import { Autosave } from "../../shared/autosave.svelte.ts";

/** A page of a draft. */
export type Sheet = "limit" | "what" | "when" | "review" | "check";

const sheets: Record<DealWords["is"], readonly Sheet[]> = {
  limit: ["limit", "check"],
  proposal: ["what", "when", "review", "check"],
};
/** The parts asked for on each page. */
const asks: Record<Sheet, readonly string[]> = {
  limit: ["name", "when", "will"],
  what: ["name", "what"],
  when: ["from"],
  review: ["review", "ending"],
  check: [],
};

export class Writing {
  readonly draft: Draft;
  readonly #gateway: Commands;
  readonly #autosave: Autosave<DealWords>;
  #words: DealWords = $state.raw({ is: "limit", words: { name: "", when: "", will: "" } });
  #kept = $state.raw<DraftKept>();
  #refusal = $state.raw<Refusal>();
  #at = $state(0);
  #missing = $state.raw<readonly string[]>([]);
  #busy = $state(false);

  constructor(draft: Draft, gateway: Commands) {
    this.draft = draft;
    this.#gateway = gateway;
    this.#words = draft.words;
    this.#autosave = new Autosave(
      (words) => this.#write(words),
      (thrown) => (this.#refusal = refusal(thrown)),
    );
  }

  get words(): DealWords {
    return this.#words;
  }
  get sheet(): Sheet {
    return sheets[this.#words.is][this.#at] ?? "check";
  }
  get kept(): DraftKept | undefined {
    return this.#kept;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  get saving(): boolean {
    return this.#autosave.saving;
  }
  get busy(): boolean {
    return this.#busy;
  }
  /** What was missing on this page when somebody wanted to go on; it stays so while they write. */
  get missing(): readonly string[] {
    return this.#missing;
  }
  /** Words in a part that can be hard to hear. */
  tips(part: string): string[] {
    return this.#kept?.tips.filter((tip) => tip.part === part).map((tip) => tip.word) ?? [];
  }

  /** Something was typed or chosen. */
  put(words: DealWords): void {
    this.#words = words;
    this.#autosave.keep(words);
  }

  flush = (): Promise<void> => this.#autosave.flush();

  /** To the next page, if nothing is missing on this one. */
  async on(): Promise<void> {
    await this.#now();
    this.#missing = this.#kept?.missing.filter((part) => asks[this.sheet].includes(part)) ?? [];
    if (!this.#refusal && this.#missing.length === 0) this.#at += 1;
  }

  /** One page back; false at the first. */
  back(): boolean {
    if (this.#at === 0) return false;
    this.#missing = [];
    this.#at -= 1;
    return true;
  }

  /** Gives or proposes it; says whether it was. */
  async give(): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      await this.#now();
      if (this.#refusal) return false;
      await this.#gateway.draft_give(this.draft.item);
      return true;
    } catch (thrown) {
      this.#refusal = refusal(thrown);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  async #now(): Promise<void> {
    this.#autosave.keep(this.#words);
    await this.#autosave.flush();
  }

  async #write(words: DealWords): Promise<void> {
    const { item, of, replaces } = this.draft;
    this.#kept = await this.#gateway.draft_write({ item, words, of, replaces: replaces?.item ?? null });
    this.#refusal = undefined;
  }
}
