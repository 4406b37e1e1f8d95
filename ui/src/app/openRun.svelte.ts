/** Goes on with a run. Entering one forgets the way back: its pages may belong to somebody else soon (F4). */
import { useGateway } from "../api/context.ts";
import { refusal, type Refusal } from "../api/errors.ts";
import type { RunView } from "../api/generated.ts";
import { useRouter } from "./router.svelte.ts";
import type { Begun } from "./routes.ts";

interface OpenRun {
  /** Opens a run that was begun. */
  open: (run: string) => Promise<void>;
  /** Opens what this answers. */
  enter: (ask: () => Promise<RunView>) => Promise<void>;
  readonly refusal: Refusal | undefined;
}

/** `from` is the page the run leads back to; Home if there is none. */
export function useOpenRun(from?: Begun): OpenRun {
  const gateway = useGateway();
  const router = useRouter();
  let refused = $state.raw<Refusal>();

  async function enter(ask: () => Promise<RunView>): Promise<void> {
    try {
      router.only({ page: "run", run: await ask(), ...(from && { from }) });
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
