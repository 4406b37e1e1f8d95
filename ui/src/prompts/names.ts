/** Names and option words: what people chose, or our words where the exercise left them to the window. */
import type { Opt, PersonName } from "../api/generated.ts";
import { isKey, t, type Key } from "../i18n/words.ts";
import type { Who } from "./port.ts";

/** The name of one of the two; "Your partner" where only one is open. */
export function nameOf(people: readonly PersonName[], who: Who): string {
  return people.find(({ person }) => person === who)?.name ?? t("run-your-partner");
}

/** The words of an option. */
export function wordsOf(option: Opt): string {
  const key = `option-${option.id}`;
  if (option.label !== "") return option.label;
  return isKey(key) ? t(key as Extract<Key, "option-other">) : option.id;
}
