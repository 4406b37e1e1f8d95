/** Exercises that make letters. What a therapist assigns is found among the exercises. */
export const APOLOGY = "apology-steps";
/** Pages for oneself alone; nothing leads from a letter to them (CR21). */
export const FORGIVING = "forgiveness-at-my-pace";
