import type { Commands } from "../generated.ts";

export const mockBook = (): Commands => {
  throw new Error("soon");
};
