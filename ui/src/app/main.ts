/** Starts the window. */
import "../styles/index.css";

import { mount } from "svelte";

import { gateway } from "../api/gateway.ts";
import type { Commands } from "../api/generated.ts";
import App from "./App.svelte";

/** The shell; in a browser with `?mock`, people who are not real. A product build holds no line of that branch. */
async function commands(): Promise<Commands> {
  const trial = import.meta.env.DEV || import.meta.env.MODE === "mock";
  if (trial && location.search.includes("mock")) return (await import("../api/mock/book.ts")).mockBook();
  return gateway;
}

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
mount(App, { target, props: { gateway: await commands() } });
