// Runs axe-core with the tags of experience A1; the two rules are off by default.
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const rules = { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } };
const told = (found) => found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
axe.run(document, { runOnly: { type: "tag", values: tags }, rules }).then(
  (result) => done({ violations: told(result.violations), incomplete: told(result.incomplete) }),
  (error) => done({ error: String(error) }),
);
