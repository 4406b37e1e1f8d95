/** Keys to meanings (experience.md 2). Cmd on macOS; no single letters, so nothing fires while somebody types. */

/** What a key press asks for. `blocked` is swallowed: reloading the page would go round the program. */
export type Press = Wish | { press: "lock" | "hide" | "continue" | "region" | "blocked" } | Zoom;

/** What a page has to grant. */
export type Wish =
  | { press: "help" }
  | { press: "back" }
  | { press: "settings" }
  | { press: "keys" }
  | { press: "find" }
  | { press: "print" }
  | Place;

interface Place {
  press: "place";
  index: number;
}

interface Zoom {
  press: "zoom";
  step: "larger" | "smaller" | "usual";
}

/** The parts of a key event that matter here. */
export type KeyLike = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const plain: Record<string, Press> = {
  F1: { press: "help" },
  F5: { press: "blocked" },
  F6: { press: "region" },
};

const withCtrl: Record<string, Press> = {
  l: { press: "lock" },
  enter: { press: "continue" },
  f: { press: "find" },
  ",": { press: "settings" },
  "/": { press: "keys" },
  "+": { press: "zoom", step: "larger" },
  "=": { press: "zoom", step: "larger" },
  "-": { press: "zoom", step: "smaller" },
  "0": { press: "zoom", step: "usual" },
  r: { press: "blocked" },
  p: { press: "print" },
};

/** What this press means, or nothing. */
export function meaning(event: KeyLike, mac: boolean): Press | undefined {
  const ctrl = mac ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  if (event.ctrlKey && event.shiftKey && key === "h") return { press: "hide" };
  if (mac ? ctrl && key === "[" : event.altKey && event.key === "ArrowLeft") return { press: "back" };
  if (event.altKey) return undefined;
  if (!ctrl) return plain[event.key];
  if (/^[1-6]$/.test(key)) return { press: "place", index: Number(key) - 1 };
  if (key === "f5") return { press: "blocked" };
  return withCtrl[key];
}
