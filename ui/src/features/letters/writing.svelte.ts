/**
 * A letter that is being written: autosaved like every draft (F0), one write after the other, so that a new letter is
 * made once. What it is of in Rust comes back with each write.
 *
 * Must not know: how the page looks, or where it leads.
 */
import { refusal, type Refusal } from "../../api/errors.ts";
import type { Commands, Letter, LetterSaved, LetterWay } from "../../api/generated.ts";
import { Autosave } from "../../shared/autosave.svelte.ts";

export interface Typed {
  readonly topic: string;
  readonly words: string;
  readonly for_partner: boolean;
}

// A list that is asked for while words are on their way waits for them.
let underWay: Promise<void> = Promise.resolve();

/** Settles when no letter is being written any more. */
export const written = (): Promise<void> => underWay;

export class Writing {
  readonly #drafts: Autosave<Typed>;
  #saved = $state.raw<LetterSaved>() as LetterSaved;
  #refused = $state.raw<Refusal>();

  constructor(letter: Letter | undefined, gateway: Commands, told: (ok: boolean) => void) {
    const way: LetterWay = letter?.way ?? { way: "empty" };
    this.#saved = { item: letter?.item ?? null, tips: letter?.tips ?? [], way };
    this.#drafts = new Autosave(
      async ({ topic, words, for_partner }) => {
        this.#saved = await gateway.letter_write(this.#saved.item, for_partner, topic, words);
        this.#refused = undefined;
        told(true);
      },
      (thrown) => (this.#refused = refusal(thrown)),
    );
  }

  /** The letter, once something was typed. */
  get item(): string | null {
    return this.#saved.item;
  }
  /** Words that may deserve a second look. */
  get tips(): readonly string[] {
    return this.#saved.tips;
  }
  /** Where it stands. */
  get way(): LetterWay {
    return this.#saved.way;
  }
  /** Why the last write was refused. */
  get refused(): Refusal | undefined {
    return this.#refused;
  }

  change(typed: Typed): void {
    this.#drafts.keep(typed);
  }

  flush(): Promise<void> {
    return (underWay = this.#drafts.flush());
  }
}
