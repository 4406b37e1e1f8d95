/** Letters for the mock: one of each kind. */
import { Refusal } from "../errors.ts";
import type { Commands, Letter, Letters, OwnLetter } from "../generated.ts";
import type { MockBook } from "./book.ts";

const ON = "2026-11-18";
const own = (item: string, topic: string, exercise = ""): OwnLetter => ({ item, topic, exercise, on: ON });

type Calls = Pick<
  Commands,
  | "letters"
  | "letter"
  | "letter_write"
  | "letter_ready"
  | "letter_put"
  | "letter_take_back"
  | "tray_open"
  | "tray_leave"
  | "letters_pause"
  | "forgiveness_remove"
>;

export class MockLetters {
  paused = false;
  pausedByOther = false;
  /** What the writer's page is filled with. */
  words: Record<string, { topic: string; words: string; for_partner: boolean }> = {
    draft: { topic: "last weekend", words: "I was late, and I said I was not.", for_partner: true },
    page: { topic: "A page", words: "Only for me.", for_partner: false },
  };
  sent: string[] = ["sent"];
  waiting = true;
  left = false;

  constructor(readonly book: MockBook) {}

  page(): Letters {
    const none = { waiting: [], left: [], sent: [], drafts: [], opened: [], pages: [], forgiveness: [] };
    const nothing: Letters = { partner: null, ...none, paused: false };
    if (this.book.together) return nothing;
    const other = this.book.open[0] === "a" ? "b" : "a";
    const partner = this.book.people.length > 1 ? this.book.named(other) : null;
    if (this.book.options.fresh || !partner) return { ...nothing, partner, paused: this.paused };
    const closed = { item: "tray", from: partner, topic: "the holiday" };
    const mine = Object.entries(this.words);
    const lines = (for_partner: boolean) =>
      mine.filter(([, one]) => one.for_partner === for_partner).map(([item, one]) => own(item, one.topic));
    return {
      partner,
      waiting: this.waiting ? [closed] : [],
      left: this.left ? [closed] : [],
      sent: this.sent.map((item) => ({ item, letter: null, topic: "Tuesday", since_on: ON })),
      drafts: lines(true),
      opened: [],
      pages: lines(false),
      forgiveness: [{ run: "f1", on: ON, lines: [{ label: "For now, I choose…", lines: ["I will not"], by: null }] }],
      paused: this.paused,
    };
  }

  letter(item: string): Letter {
    const one = this.words[item];
    if (!one) throw new Refusal({ code: "unknown", wait_seconds: null, reference: null });
    return {
      item,
      ...one,
      lines: [{ label: "", lines: [one.words], by: null }],
      exercise: "",
      writable: true,
      from: null,
      on: ON,
      tips: [],
      way: one.for_partner ? { way: "open" } : { way: "none" },
    };
  }

  commands(): Calls {
    return {
      letters: async () => this.page(),
      letter: async (item) => this.letter(item),
      letter_write: async (item, for_partner, topic, words) => {
        const id = item ?? "new";
        this.words[id] = { topic, words, for_partner };
        const tips = /\bbut\b/i.test(words) ? ["but"] : [];
        return { item: id, tips, way: for_partner ? { way: "waits", from: "2026-11-21T19:00:00Z" } : { way: "none" } };
      },
      letter_ready: async (item) => {
        if (this.paused || this.pausedByOther) return { is: "paused", by_me: this.paused };
        const { topic, lines } = this.letter(item);
        return { is: "ready", to: this.book.named(this.book.open[0] === "a" ? "b" : "a"), topic, lines };
      },
      letter_put: async (item) => {
        this.sent = [...this.sent, item];
        return this.page();
      },
      letter_take_back: async (tray) => {
        this.sent = this.sent.filter((item) => item !== tray);
        return this.page();
      },
      tray_open: async () => {
        this.waiting = this.left = false;
        return this.letter("draft");
      },
      tray_leave: async (_tray, closed) => {
        this.waiting = !closed;
        this.left = closed;
        return this.page();
      },
      letters_pause: async (paused) => {
        this.paused = paused;
        return this.page();
      },
      forgiveness_remove: async () => ({ ...this.page(), forgiveness: [] }),
    };
  }
}
