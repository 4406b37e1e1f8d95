// What the window may not do is said here, each ban with its reason.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const storage = "Nothing typed may reach a disk outside the vault (platform.md 4).";
const bannedGlobals = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"].map((name) => ({
  name,
  message: storage,
}));
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "The program has no network code (README D13).",
}));

const bannedSyntax = [
  { selector: "MemberExpression[property.name='cookie']", message: storage },
  { selector: "MemberExpression[property.name=/^(localStorage|sessionStorage|indexedDB)$/]", message: storage },
  {
    selector: "MemberExpression[property.name='startViewTransition']",
    message: "Kills the process where old WebKit switches are set (platform.md 4).",
  },
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: "Words are shown as text, never parsed as HTML.",
  },
  {
    selector: "SvelteAttribute[key.name='title']",
    message: "A tooltip is hover only; say it in the page (A5).",
  },
  {
    selector: "SvelteAttribute[key.name='style']",
    message: "Blocked by the page's policy; use a style: directive (platform.md 4).",
  },
  {
    selector: "SvelteAttribute[key.name='placeholder']",
    message: "No placeholder text (experience.md 4): a label stays, a placeholder goes.",
  },
];

const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]" },
  { selector: "MemberExpression[object.name='Date'][property.name='now']" },
].map((ban) => ({ ...ban, message: "What day or hour it is, Rust says (Start.today, Start.minute)." }));

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only api/gateway.ts knows the shell.",
};
const mock = { group: ["**/api/mock/*", "**/api/mock"], message: "The mock never reaches the product." };
const features = { group: ["**/features/*", "**/prompts/*", "**/app/*"], message: "shared/ knows no feature." };

const restrict = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default ts.config(
  { ignores: ["dist", "src/api/generated.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-globals": ["error", ...bannedGlobals, ...network],
      "no-restricted-syntax": ["error", ...bannedSyntax, ...clock],
      "no-console": "error",
      "no-undef": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/no-target-blank": "error",
      "svelte/button-has-type": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      ...restrict(tauri, mock),
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
  },
  { files: ["src/shared/**"], rules: restrict(tauri, mock, features) },
  { files: ["src/api/gateway.ts"], rules: restrict(mock) },
  { files: ["src/app/main.ts", "src/**/*.test.ts", "src/testing/**", "src/api/mock/**"], rules: restrict(tauri) },
  // A test may read the page's markup; it never shows it.
  { files: ["src/**/*.test.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["src/api/gateway.test.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["scripts/**", "*.config.*"], languageOptions: { globals: globals.node }, rules: { "no-console": "off" } },
);
