/** One component a page two people share. A kind without one does not compile. */
import type { Component } from "svelte";

import type { Talk } from "../../api/generated.ts";
import Mirror from "./Mirror.svelte";
import Opened from "./Opened.svelte";
import Ready from "./Ready.svelte";
import Shown from "./Shown.svelte";
import Turn from "./Turn.svelte";

export type TalkOf<K extends Talk["talk"]> = Extract<Talk, { talk: K }>;

export interface TalkProps<K extends Talk["talk"]> {
  talk: TalkOf<K>;
}

export const talks = {
  turn: Turn,
  mirror: Mirror,
  ready: Ready,
  opened: Opened,
  shown: Shown,
} satisfies { [K in Talk["talk"]]: Component<TalkProps<K>> };

/** The component of a talk page; as in the prompts' registry. */
export const talkFor = (kind: Talk["talk"]): Component<{ talk: Talk }> =>
  talks[kind] as Component<{ talk: never }> as Component<{ talk: Talk }>;
