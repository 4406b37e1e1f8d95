/** axe-core on the test page. Colours and sizes need a real engine: they are checked in the real window (A1). */
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, one line each. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    runOnly: { type: "tag", values: tags },
    rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}
