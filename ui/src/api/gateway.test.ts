import { beforeEach, expect, test, vi } from "vitest";

const invoke = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({
  invoke,
  Channel: class {
    onmessage: unknown;
  },
}));

import { gateway } from "./gateway.ts";

const bytes = (words: string) => new TextEncoder().encode(words);

beforeEach(() => void invoke.mockReset().mockResolvedValue(undefined));

test("a_passphrase_goes_as_raw_bytes_with_the_person_in_a_header", async () => {
  let sent = "";
  invoke.mockImplementation(async (_command: string, body: Uint8Array) => void (sent = new TextDecoder().decode(body)));
  await gateway.unlock("b", bytes("four words"));
  expect(invoke).toHaveBeenCalledWith("unlock", expect.any(Uint8Array), { headers: { who: "b" } });
  expect(sent).toBe("four words");
});

test("no_person_no_header", async () => {
  await gateway.setup_prove(bytes("x"));
  expect(invoke).toHaveBeenCalledWith("setup_prove", expect.any(Uint8Array), undefined);
});

test("the_bytes_are_cleared_after_the_call_even_when_it_is_refused", async () => {
  const passphrase = bytes("four words");
  invoke.mockRejectedValue({ code: "wrong_passphrase", wait_seconds: null, reference: null });
  await expect(gateway.unlock("a", passphrase)).rejects.toMatchObject({ code: "wrong_passphrase" });
  expect(passphrase.every((byte) => byte === 0)).toBe(true);
});

test("other_commands_send_named_arguments", async () => {
  await gateway.run_begin("my-limits", null, "a");
  expect(invoke).toHaveBeenCalledWith("run_begin", { slug: "my-limits", part: null, first: "a" });
});

test("watch_hands_a_channel_over", async () => {
  const heard = vi.fn();
  await gateway.watch(heard);
  const { channel } = invoke.mock.calls[0]?.[1] as { channel: { onmessage: (n: unknown) => void } };
  channel.onmessage({ notice: "blank" });
  expect(heard).toHaveBeenCalledWith({ notice: "blank" });
});
