/**
 * A book in memory with people who are not real: for tests, and for looking at pages in a browser. It walks, it does
 * not think; every rule is Rust's.
 */
import { Refusal } from "../errors.ts";
import type {
  Agreeing,
  AgreeingPress,
  Agreement,
  Code,
  Commands,
  Display,
  Notice,
  Opened,
  PersonName,
  Start,
} from "../generated.ts";
import { checkIns, entries, trend } from "./checkins.ts";
import { draftOf, emptyRegister, missingIn, register } from "./deals.ts";
import { MockLetters } from "./letters.ts";
import { MockCloseness } from "./closeness.ts";
import { cards, lookOf } from "./library.ts";
import { entryOf, find, past, removedThing } from "./find.ts";
import { helpPage } from "./lines.ts";
import { comeNext, deals, home, things, TODAY } from "./pages.ts";
import { MockRuns } from "./runs.ts";

/** What opens everybody here. */
export const MOCK_PASSPHRASE = "lantern pebble orchard violin tundra";

export interface MockOptions {
  people?: string[];
  problem?: Code;
  /** Nothing was begun yet. */
  fresh?: boolean;
  /** Hides a person's name from the first page. */
  unnamed?: boolean;
  /** What is told at the opening. */
  notices?: Notice[];
}

const refuse = (code: Code, wait: number | null = null): never => {
  throw new Refusal({ code, wait_seconds: wait, reference: code === "internal" ? "4f2a" : null });
};

export class MockBook {
  people: string[];
  open: ("a" | "b")[] = [];
  agreements: Agreement[];
  display: Display = {
    theme: "system",
    evening_from: null,
    text: 100,
    contrast: "system",
    motion: "system",
    system_font: false,
    more_space: false,
    shift_hides: true,
    reminders: false,
  };
  pace = "light";
  closeness = new MockCloseness();
  entries = entries;
  draft = { name: "", passphrase: "" };
  wanted = 0;
  wrong = 0;
  misses = 0;
  sealed = [
    {
      round: "r1",
      label: "One thing I hope for us is…",
      exercise: "Our ground rules",
      run: "run-our-ground-rules",
      ready: false,
    },
  ];
  removed: string[] = [];
  readonly runs = new MockRuns();
  readonly letters = new MockLetters(this);
  tell: (notice: Notice) => void = () => undefined;

  constructor(readonly options: MockOptions) {
    this.people = options.people ?? ["Alex", "Sam"];
    if (options.fresh) this.entries = [];
    this.agreements = options.fresh ? [] : deals(this.named("a"), this.named("b"));
  }

  named(person: "a" | "b"): PersonName {
    return { person, name: this.people[person === "a" ? 0 : 1] ?? "" };
  }

  get together(): boolean {
    return this.open.length > 1;
  }

  start(): Start {
    const tiles = this.people.map((name, i) => ({
      person: i === 0 ? ("a" as const) : ("b" as const),
      name: this.options.unnamed ? null : name,
    }));
    return {
      tiles,
      problem: this.options.problem ?? null,
      display: this.display,
      locale: "en",
      place: "usual",
      today: TODAY,
      minute: 20 * 60,
    };
  }

  opened(): Opened {
    const last_saved = this.together ? null : "2026-11-19T21:42:00Z";
    return {
      people: this.open.map((p) => this.named(p)),
      last_saved,
      notices: this.options.notices ?? [],
      display: this.display,
      session: null,
    };
  }

  try(person: "a" | "b", passphrase: Uint8Array): Opened {
    if (new TextDecoder().decode(passphrase) !== MOCK_PASSPHRASE) {
      this.wrong += 1;
      return this.wrong > 5 ? refuse("wait", 5) : refuse("wrong_passphrase");
    }
    this.open = [...this.open, person].sort();
    return this.opened();
  }

  lock(): void {
    this.open = [];
  }

  prove(passphrase: Uint8Array): Opened {
    if (new TextDecoder().decode(passphrase) !== this.draft.passphrase) {
      this.misses += 1;
      return refuse(this.misses < 3 ? "wrong_passphrase" : "not_now");
    }
    this.people = [...this.people, this.draft.name];
    this.open = [this.people.length === 1 ? "a" : "b"];
    return this.opened();
  }

  both(): PersonName[] {
    return this.people.map((_name, i) => this.named(i === 0 ? "a" : "b"));
  }

  register() {
    return this.options.fresh ? emptyRegister(this.both()) : register(this.both(), this.together);
  }

  things() {
    return things(this.together).filter((thing) => !this.removed.includes(thing.item));
  }

  removedThings() {
    if (this.together) refuse("not_now");
    return things(false)
      .filter((thing) => this.removed.includes(thing.item))
      .map(removedThing);
  }

  checkIns() {
    const partner = !this.together && this.people.length > 1 ? this.named(this.open[0] === "a" ? "b" : "a") : null;
    return checkIns(this.entries, [this.named("a"), this.named("b")], this.together, partner);
  }

  /** Two covers, two answers, two presses. */
  agreeing(press: AgreeingPress): Agreeing {
    const text = {
      title: "Phones away at dinner",
      lines: this.agreements[0]?.lines ?? [],
      keeps: true,
      words: null,
      replaces: null,
    };
    if (press.press === "i_am") return { phase: "asked", who: press.who, text };
    if (press.press === "wants") {
      this.wanted += 1;
      if (this.wanted === 1) return { phase: "cover", next: "a" };
      return { phase: "text", text, days: 14, most: 60, confirmed: [] };
    }
    if (press.press === "confirm" && this.wanted === 2) {
      this.wanted = 3;
      return { phase: "text", text, days: press.days, most: 60, confirmed: [press.who] };
    }
    const agreed = press.press === "confirm";
    return { phase: "over", agreed, keeps: true, review_on: agreed ? "2026-12-04" : null };
  }

  title(run: string): string {
    return cards(true).find((card) => run.endsWith(card.slug))?.title ?? "";
  }

  view(run: string) {
    return this.runs.view(run, this.title(run), this.together);
  }

  walk(run: string, by: 1 | -1) {
    this.runs.step(run, by);
    return this.view(run);
  }
}

/** Every command over a mock book. */
export function mockBook(options: MockOptions = fromAddress()): Commands & { book: MockBook } {
  const book = new MockBook(options);
  const words = ["lantern", "pebble", "orchard", "violin", "tundra"];
  const next = async (run: string) => book.walk(run, 1);
  return {
    book,
    start: async () => book.start(),
    display_set: async (display) => (book.display = display),
    help_page: async (region) => helpPage(region),
    watch: async (onNotice) => void (book.tell = onNotice),
    active: async () => undefined,
    lock: async () => book.lock(),
    print: async () => undefined,
    hide: async () => book.lock(),
    vault_choose: async () => new MockBook({}).start(),
    setup_begin: async () => ({ words }),
    setup_words: async () => ({ words: words.toReversed() }),
    setup_name: async (name) => {
      if (name.trim() === "" || book.people.includes(name)) refuse("bad_name");
      book.draft.name = name;
    },
    setup_passphrase: async (passphrase) => {
      book.draft.passphrase = new TextDecoder().decode(passphrase);
      if (book.draft.passphrase === "") refuse("bad_passphrase");
      return { enough: book.draft.passphrase.length >= 16 };
    },
    setup_prove: async (passphrase) => book.prove(passphrase),
    setup_leave: async () => book.start(),
    unlock: async (person, passphrase) => book.try(person, passphrase),
    join: async (person, passphrase) => book.try(person, passphrase),
    home: async () => home(book.together, book.people.length > 1, options.fresh ?? false),
    catalogue: async (filter) =>
      cards(book.together).filter(
        (card) =>
          (filter.theme === null || card.theme === filter.theme) &&
          (filter.minutes === null || card.minutes <= filter.minutes) &&
          (filter.depth === null || card.depth === filter.depth) &&
          (filter.together === null || card.together === filter.together),
      ),
    come_next: async (_run, named) => comeNext(book.together, named),
    look: async (slug) => lookOf(slug, book.together) ?? refuse("unknown"),
    run_begin: async (slug) => book.view(`run-${slug}`),
    run_open: async (run) => book.view(run),
    run_back: async (run) => book.walk(run, -1),
    run_check: async (run) => book.view(run),
    run_draft: async () => ({ tips: [] }),
    run_answer: next,
    run_tap: next,
    run_iam: next,
    run_return: next,
    run_pick: next,
    run_break: async (run) => book.view(run),
    run_stop: async (run) => {
      book.runs.stop(run);
      return book.view(run);
    },
    run_keep: async () => home(book.together, true, false),
    seals: async () => book.sealed,
    seal_take_back: async (round) => (book.sealed = book.sealed.filter((seal) => seal.round !== round)),
    agreements: async () => book.agreements.map((deal) => ({ ...deal, can_keep: book.together && deal.due })),
    agreement_end: async (item) => (book.together ? refuse("not_now") : (book.agreements = ended(book, item))),
    register: async () => book.register(),
    draft_begin: async (begin) => (book.together ? refuse("not_now") : draftOf(begin, book.both())),
    draft_write: async ({ words }) => ({ tips: [], missing: missingIn(words), changed: [] }),
    draft_give: async () => book.register(),
    draft_remove: async () => ({ ...book.register(), drafts: [] }),
    limit_read: async () => book.register(),
    limit_end: async () => book.register(),
    proposal_answer: async () => ({ ...book.register(), proposals: [] }),
    things: async () => book.things(),
    thing_remove: async (item) => {
      book.removed.push(item);
      return book.things();
    },
    thing_put_back: async (item) => {
      book.removed = book.removed.filter((other) => other !== item);
      return book.removedThings();
    },
    thing_purge: async (item) => book.removedThings().filter((thing) => thing.item !== item),
    removed: async () => book.removedThings(),
    find: async (words, most) => find(words, most, book.together),
    entry: async (spot) => entryOf(spot),
    past: async (before) => past(before),
    check_ins: async () => book.checkIns(),
    check_in_show: async (run, shown) => {
      if (book.together) refuse("not_now");
      const state = shown ? "shown" : "hidden";
      book.entries = book.entries.map((entry) => (entry.run === run ? { ...entry, shown: state } : entry));
      return book.checkIns();
    },
    ...book.letters.commands(),
    trend: async (_series, span) => (options.fresh ? null : trend(span)),
    agreeing_begin: async () => (book.together ? { phase: "cover", next: "b" } : refuse("not_now")),
    agreeing_press: async (press) => book.agreeing(press),
    closeness: async () => book.closeness.page(book.together),
    closeness_open: async (who) => (book.together ? book.closeness.open(who) : refuse("not_now")),
    closeness_take_back: async (row) => book.closeness.takeBack(row, book.together),
    closeness_list: async () => (book.together ? refuse("not_now") : book.closeness.list()),
    closeness_mark: async (row, mark) => book.closeness.mark(row, mark),
    closeness_add: async (label) => book.closeness.add(label),
    closeness_remove: async (row) => book.closeness.remove(row),
    closeness_sexual: async (on) => book.closeness.switch(on),
    closeness_sort: async (order) => book.closeness.sort(order),
    closeness_clear: async () => book.closeness.clear(),
    pace_get: async () => (book.together ? refuse("not_now") : book.pace),
    pace_set: async (pace) => void (book.together ? refuse("not_now") : (book.pace = pace)),
    park: async () => [],
    park_add: async () => [],
    park_talked: async () => [],
    session_begin: async (minutes, slug) => ({ begun: "2026-11-20T19:00:00Z", minutes, slug, open: true }),
    session_close: async () => undefined,
  };
}

function ended(book: MockBook, item: string): Agreement[] {
  return book.agreements.map((deal) =>
    deal.item === item ? { ...deal, state: "ended", ended: [book.named(book.open[0] ?? "a"), TODAY] } : deal,
  );
}

/** `?mock`, `?mock=new`, `?mock=alone`, `?mock=fresh`, `?mock=damaged`. */
function fromAddress(): MockOptions {
  const kind = new URLSearchParams(location.search).get("mock");
  if (kind === "new") return { people: [], fresh: true };
  if (kind === "alone") return { people: ["Alex"], fresh: true };
  if (kind === "fresh") return { fresh: true };
  if (kind === "damaged") return { problem: "damaged" };
  return {};
}
