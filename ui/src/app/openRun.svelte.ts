/** Goes on with a run. Entering one forgets the way back: its pages may belong to somebody else soon (F4). */
import { useGateway } from "../api/context.ts";
import { refusal, type Refusal } from "../api/errors.ts";
import type { RunView } from "../api/generated.ts";
import { useRouter } from "./router.svelte.ts";

interface OpenRun {
  /** Opens a run that was begun. */
  open: (run: string) => Promise<void>;
  /** Opens what this answers. */
  enter: (ask: () => Promise<RunView>) => Promise<void>;
  readonly refusal: Refusal | undefined;
}

export function useOpenRun(): OpenRun {
  const gateway = useGateway();
  const router = useRouter();
  let refused = $state.raw<Refusal>();

  async function enter(ask: () => Promise<RunView>): Promise<void> {
    try {
      router.only({ page: "run", run: await ask() });
    } catch (thrown) {
      refused = refusal(thrown);
    }
  }
  return {
    open: (run) => enter(() => gateway.run_open(run)),
    enter,
    get refusal() {
      return refused;
    },
  };
}
