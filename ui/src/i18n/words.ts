/**
 * The words on screen: every one comes from assets/locales, by a key that is checked when the program is built.
 *
 * Must not know: what is open, or anything somebody wrote.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";

import type { Arg, Name } from "./arg.ts";
import type { AllWords } from "./keys/index.ts";

/** A message. */
export type Key = keyof AllWords;
/** A message that needs nothing else. */
export type PlainKey = { [K in Key]: AllWords[K] extends null ? K : never }[Key];
/** What a message needs besides its key. */
export type Args<K extends Key> = AllWords[K] extends null ? [] : [AllWords[K]];
/** A piece of a sentence: plain words, or a name. */
export type Piece = string | Name;

const files: Record<string, string> = import.meta.glob("../../../assets/locales/en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The language of the files above. */
const WORDS = "en";

// Read at the first word and not before: the system's language is known by then, so it is done once.
let spoken = WORDS;
let made: FluentBundle | undefined;
const bundle = (): FluentBundle => (made ??= makeBundle(spoken));

/** The one language of words, dates and numbers. */
export const locale = (): string => spoken;

/**
 * Takes the system's own form of the language of the words ("en-GB", with its order of day and month). A system in
 * another language gets the words' own form: a German date in an English sentence is two languages at once.
 */
export function useLocale(system: string): void {
  const own = sameLanguage(system) ? system : WORDS;
  if (own === spoken) return;
  spoken = own;
  made = undefined;
}

// The engine's own can be "C" or worse, which Intl refuses to read (platform.md 4).
function sameLanguage(system: string): boolean {
  try {
    return new Intl.Locale(system).language === WORDS && Intl.DateTimeFormat.supportedLocalesOf([system]).length > 0;
  } catch {
    return false;
  }
}

function makeBundle(locale: string): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const text of Object.values(files)) {
    const errors = bundle.addResource(new FluentResource(text));
    if (errors.length > 0) throw new Error("a language file cannot be read");
  }
  return bundle;
}

/** The sentence as plain text, for labels and the document's name. */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  return pieces(key, ...args)
    .map((piece) => (typeof piece === "string" ? piece : piece.name))
    .join("");
}

// Private-use characters stand for names while Fluent puts the sentence together. A name never passes through it, so
// no character in a name can change the sentence.
const FIRST = 0xe000;

/** The sentence in pieces, names apart. */
export function pieces<K extends Key>(key: K, ...args: Args<K>): Piece[] {
  const names: Name[] = [];
  const filled = fill((args[0] ?? {}) as Record<string, Arg>, names);
  return split(format(key, filled), names);
}

function fill(args: Record<string, Arg>, names: Name[]): Record<string, string | number> {
  const hold = (arg: Arg) => {
    if (typeof arg !== "object") return arg;
    names.push(arg);
    return String.fromCharCode(FIRST + names.length - 1);
  };
  return Object.fromEntries(Object.entries(args).map(([key, arg]) => [key, hold(arg)]));
}

function format(key: string, args: Record<string, string | number>): string {
  const message = bundle().getMessage(key);
  if (!message?.value) return key;
  return bundle().formatPattern(message.value, args, []);
}

function split(text: string, names: Name[]): Piece[] {
  return text
    .split(/([\uE000-\uE0FF])/)
    .map((part): Piece => (part.length === 1 ? (names[part.charCodeAt(0) - FIRST] ?? part) : part))
    .filter((part) => part !== "");
}

/** Whether there are words for this key; for ids that come from exercise files. */
export function isKey(key: string): key is Key {
  return bundle().hasMessage(key);
}
