/** How pages look now: the machine's on the first page, the person's once open. Changing it saves it. */
import { createContext } from "svelte";

import type { Commands, Display } from "../api/generated.ts";
import { applyDisplay, nextSize } from "./display.ts";

export class Appearance {
  readonly #gateway: Commands;
  readonly #hour: () => number;
  #display = $state.raw<Display>({
    theme: "system",
    evening_from: null,
    text: 100,
    contrast: "system",
    motion: "system",
    system_font: false,
    more_space: false,
    shift_hides: true,
    reminders: false,
  });

  #changes = 0;

  constructor(gateway: Commands, hour: () => number) {
    this.#gateway = gateway;
    this.#hour = hour;
  }

  get display(): Display {
    return this.#display;
  }

  /** Shows what is set, without saving. */
  use(display: Display): void {
    this.#display = display;
    this.refresh();
  }

  /** Shows the page again; the hour may have come for evening colours. */
  refresh(): void {
    applyDisplay(document.documentElement, this.#display, this.#hour());
  }

  /** Changes a setting: shown at once, then saved. What comes back late does not undo a newer change. */
  async change(part: Partial<Display>): Promise<void> {
    const mine = (this.#changes += 1);
    this.use({ ...this.#display, ...part });
    const kept = await this.#gateway.display_set(this.#display);
    if (mine === this.#changes) this.use(kept);
  }

  /** Text larger, smaller or as usual. */
  async zoom(step: "larger" | "smaller" | "usual"): Promise<void> {
    await this.change({ text: nextSize(this.#display.text, step) });
  }
}

export const [useAppearance, provideAppearance] = createContext<Appearance>();
