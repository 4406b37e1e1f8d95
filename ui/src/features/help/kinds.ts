/** The kinds of help line, in the fixed order of the page (H2), and their words. */
import type { HelpLine } from "../../api/generated.ts";
import type { PlainKey } from "../../i18n/words.ts";

const kinds = [
  ["emergency", "help-kind-emergency"],
  ["crisis", "help-kind-crisis"],
  ["abuse", "help-kind-abuse"],
  ["own_behaviour", "help-kind-own-behaviour"],
  ["sexual_violence", "help-kind-sexual-violence"],
  ["substance", "help-kind-substance"],
  ["family", "help-kind-family"],
  ["children", "help-kind-children"],
  ["community", "help-kind-community"],
] as const satisfies readonly (readonly [string, PlainKey])[];

export interface KindGroup {
  kind: string;
  title: PlainKey;
  lines: HelpLine[];
}

/** Lines by kind. A kind this window does not know is listed last, never dropped. */
export function byKind(lines: readonly HelpLine[]): KindGroup[] {
  const known: Set<string> = new Set(kinds.map(([kind]) => kind));
  const groups = kinds.map(([kind, title]) => ({ kind, title, lines: lines.filter((line) => line.kind === kind) }));
  const others = lines.filter((line) => !known.has(line.kind));
  const last = { kind: "other", title: "help-kind-community" as const, lines: others };
  return [...groups, last].filter((group) => group.lines.length > 0);
}
