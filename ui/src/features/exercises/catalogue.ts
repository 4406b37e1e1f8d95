/** How exercises are named and grouped on screen. The order is the catalogue's. */
import type { Card, CardStatus } from "../../api/generated.ts";
import { isKey, t, type PlainKey } from "../../i18n/words.ts";
import type { IconName } from "../../shared/icons.ts";

/** Cards of one theme. */
export interface Group {
  theme: string;
  cards: Card[];
}

/** Cards by theme, both in the order they came. */
export function grouped(cards: readonly Card[]): Group[] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) groups.set(card.theme, [...(groups.get(card.theme) ?? []), card]);
  return [...groups].map(([theme, of]) => ({ theme, cards: of }));
}

/** The themes there are, in the order of the book. */
export const themes = ["start", "steady", "daily", "talk", "know", "limits", "recover", "repair", "touch"] as const;

/** A theme in words. */
export function themeName(theme: string): string {
  const key = `theme-${theme}`;
  return isKey(key) ? t(key as PlainKey) : theme;
}

/** A depth in words; there are three. */
export function depthKey(depth: number): PlainKey {
  if (depth <= 1) return "depth-light";
  return depth === 2 ? "depth-medium" : "depth-deep";
}

/** A status in words, with its icon; `none` says nothing. */
export const statuses: Record<Exclude<CardStatus, "none">, { key: PlainKey; icon: IconName }> = {
  for_two: { key: "status-for-two", icon: "own-both-of-you" },
  started: { key: "status-started", icon: "pencil" },
  sealed: { key: "status-sealed", icon: "mail" },
  kept: { key: "status-kept", icon: "check" },
  ready: { key: "status-ready", icon: "folder-open" },
};
