/** A name somebody chose. It is set apart, so that its direction of writing does not turn the sentence around. */
export interface Name {
  readonly name: string;
}

/** What a message can be filled with. */
export type Arg = string | number | Name;

/** Marks a person's name as one. */
export const named = (name: string): Name => ({ name });
