/** One component a kind of question. A kind without one does not compile. */
import type { Component } from "svelte";

import type { Ask, Page } from "../api/generated.ts";
import Agree from "./Agree.svelte";
import Checklist from "./Checklist.svelte";
import Choose from "./Choose.svelte";
import Close from "./Close.svelte";
import Consent from "./Consent.svelte";
import Gate from "./Gate.svelte";
import Guide from "./Guide.svelte";
import Help from "./Help.svelte";
import Letter from "./Letter.svelte";
import Pause from "./Pause.svelte";
import Picks from "./Picks.svelte";
import Scale from "./Scale.svelte";
import Schedule from "./Schedule.svelte";
import Table from "./Table.svelte";
import Text from "./Text.svelte";
import Words from "./Words.svelte";

export type Kind = Ask["kind"];
export type AskOf<K extends Kind> = Extract<Ask, { kind: K }>;

/** What every prompt gets: its own question, and the page round it. */
export interface PromptProps<K extends Kind> {
  ask: AskOf<K>;
  page: Page;
}

export const prompts = {
  guide: Guide,
  text: Text,
  choose: Choose,
  scale: Scale,
  words: Words,
  checklist: Checklist,
  table: Table,
  consent: Consent,
  gate: Gate,
  agree: Agree,
  letter: Letter,
  pause: Pause,
  schedule: Schedule,
  picks: Picks,
  close: Close,
  help: Help,
} satisfies { [K in Kind]: Component<PromptProps<K>> };

/** The component of a question. The table above ties each kind to its own; here they are one type. */
export const promptFor = (kind: Kind): Component<{ ask: Ask; page: Page }> =>
  prompts[kind] as Component<{ ask: never; page: Page }> as Component<{ ask: Ask; page: Page }>;
