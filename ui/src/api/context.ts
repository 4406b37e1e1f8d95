/** Hands the gateway down the tree. No screen imports it: a test gives the mock, the product the shell. */
import { createContext } from "svelte";

import type { Commands } from "./generated.ts";

export const [useGateway, provideGateway] = createContext<Commands>();
