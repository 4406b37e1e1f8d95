/**
 * The one way to Rust: implements the generated `Commands` over Tauri's `invoke`.
 *
 * Must not know: any screen. A passphrase goes as raw bytes, never inside JSON, and its bytes are cleared after.
 */
import { Channel, invoke } from "@tauri-apps/api/core";

import { refusal } from "./errors.ts";
import type { Commands, Notice } from "./generated.ts";

type Who = "a" | "b";

async function call<T>(command: keyof Commands, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw refusal(thrown);
  }
}

async function secret<T>(command: keyof Commands, passphrase: Uint8Array, who?: Who): Promise<T> {
  try {
    return await invoke<T>(command, passphrase, who === undefined ? undefined : { headers: { who } });
  } catch (thrown) {
    throw refusal(thrown);
  } finally {
    passphrase.fill(0);
  }
}

function channel(onNotice: (notice: Notice) => void): Channel<Notice> {
  const made = new Channel<Notice>();
  made.onmessage = onNotice;
  return made;
}

/** Every command. */
export const gateway: Commands = {
  start: () => call("start"),
  display_set: (display) => call("display_set", { display }),
  help_page: (region) => call("help_page", { region }),
  watch: (onNotice) => call("watch", { channel: channel(onNotice) }),
  active: () => call("active"),
  lock: () => call("lock"),
  hide: () => call("hide"),
  print: () => call("print"),
  vault_choose: () => call("vault_choose"),
  setup_begin: () => call("setup_begin"),
  setup_words: () => call("setup_words"),
  // Tauri reads an argument `on_tile` from the key `onTile`, unless the command says otherwise; ours say snake_case.
  setup_name: (name, on_tile) => call("setup_name", { name, on_tile }),
  setup_passphrase: (passphrase) => secret("setup_passphrase", passphrase),
  setup_prove: (passphrase) => secret("setup_prove", passphrase),
  setup_leave: () => call("setup_leave"),
  unlock: (person, passphrase) => secret("unlock", passphrase, person),
  join: (person, passphrase) => secret("join", passphrase, person),
  home: () => call("home"),
  catalogue: (filter) => call("catalogue", { filter }),
  come_next: (run, named) => call("come_next", { run, named }),
  look: (slug) => call("look", { slug }),
  run_begin: (slug, part, first) => call("run_begin", { slug, part, first }),
  run_open: (run) => call("run_open", { run }),
  run_back: (run) => call("run_back", { run }),
  run_check: (run, step) => call("run_check", { run, step }),
  run_draft: (run, step, value) => call("run_draft", { run, step, value }),
  run_answer: (run, step, value) => call("run_answer", { run, step, value }),
  run_tap: (run, tap) => call("run_tap", { run, tap }),
  run_iam: (run, person) => call("run_iam", { run, person }),
  run_return: (run, person) => call("run_return", { run, person }),
  run_pick: (run, step, items) => call("run_pick", { run, step, items }),
  run_break: (run, until) => call("run_break", { run, until }),
  run_stop: (run, new_facts) => call("run_stop", { run, new_facts }),
  run_keep: (run, keep) => call("run_keep", { run, keep }),
  seals: () => call("seals"),
  seal_take_back: (round) => call("seal_take_back", { round }),
  agreements: () => call("agreements"),
  agreement_end: (item) => call("agreement_end", { item }),
  agreeing_begin: (item) => call("agreeing_begin", { item }),
  agreeing_press: (press) => call("agreeing_press", { press }),
  register: () => call("register"),
  draft_begin: (begin) => call("draft_begin", { begin }),
  draft_write: (write) => call("draft_write", { write }),
  draft_give: (item) => call("draft_give", { item }),
  draft_remove: (item) => call("draft_remove", { item }),
  limit_read: (item) => call("limit_read", { item }),
  limit_end: (item) => call("limit_end", { item }),
  proposal_answer: (item, n, answer) => call("proposal_answer", { item, n, answer }),
  things: () => call("things"),
  thing_remove: (item) => call("thing_remove", { item }),
  thing_put_back: (item) => call("thing_put_back", { item }),
  thing_purge: (item) => call("thing_purge", { item }),
  removed: () => call("removed"),
  find: (words, most) => call("find", { words, most }),
  entry: (spot) => call("entry", { spot }),
  past: (before) => call("past", { before }),
  check_ins: (most) => call("check_ins", { most }),
  check_in_show: (run, shown, most) => call("check_in_show", { run, shown, most }),
  letters: () => call("letters"),
  letter: (item) => call("letter", { item }),
  letter_write: (item, for_partner, topic, words) => call("letter_write", { item, for_partner, topic, words }),
  letter_ready: (item) => call("letter_ready", { item }),
  letter_put: (item, topic) => call("letter_put", { item, topic }),
  letter_take_back: (tray) => call("letter_take_back", { tray }),
  tray_open: (tray) => call("tray_open", { tray }),
  tray_leave: (tray, closed) => call("tray_leave", { tray, closed }),
  letters_pause: (paused) => call("letters_pause", { paused }),
  forgiveness_remove: (run) => call("forgiveness_remove", { run }),
  trend: (series, span) => call("trend", { series, span }),
  closeness: () => call("closeness"),
  closeness_open: (who) => call("closeness_open", { who }),
  closeness_take_back: (row) => call("closeness_take_back", { row }),
  closeness_list: () => call("closeness_list"),
  closeness_mark: (row, mark) => call("closeness_mark", { row, mark }),
  closeness_add: (label) => call("closeness_add", { label }),
  closeness_remove: (row) => call("closeness_remove", { row }),
  closeness_sexual: (on) => call("closeness_sexual", { on }),
  closeness_sort: (order) => call("closeness_sort", { order }),
  closeness_clear: () => call("closeness_clear"),
  pace_get: () => call("pace_get"),
  pace_set: (pace) => call("pace_set", { pace }),
  park: () => call("park"),
  park_add: (text, shared) => call("park_add", { text, shared }),
  park_talked: (item, talked) => call("park_talked", { item, talked }),
  session_begin: (minutes, slug) => call("session_begin", { minutes, slug }),
  session_close: (line, next) => call("session_close", { line, next }),
};
