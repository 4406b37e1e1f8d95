/** What the test page lacks: nothing of ours, only what happy-dom does not have. */
import { afterEach } from "vitest";

afterEach(() => {
  document.documentElement.removeAttribute("style");
  for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
});
