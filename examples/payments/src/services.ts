import type { LoadContext } from "holdfast";
import { createContext, type DomainContext, type PaymentsDatabase } from "./domain/index.js";

/** What the installation is run with. */
export interface World {
  /** The secret behind fingerprints. */
  readonly pepper: string;
  /** Unix seconds; tests set their own. */
  readonly now: () => number;
  /** Makes new ids; random ones, if left out. */
  readonly newId?: (prefix: string) => string;
}

declare module "holdfast" {
  interface Services {
    readonly db: PaymentsDatabase;
    readonly world: World;
  }
}

/** What is known beside whose data it is: nothing, in loaders. */
interface RequestPart {
  readonly request?: {
    readonly id: string;
    readonly idempotencyKey: string | null;
    readonly version: string;
  };
}

/** The domain's context for a request, or for loading. */
export function domainContext(context: LoadContext & RequestPart): DomainContext {
  const { account, mode, world, request } = context;
  return createContext({
    account: account.id,
    livemode: mode === "live",
    pepper: world.pepper,
    now: world.now,
    newId: world.newId,
    ...(request && {
      request: { id: request.id, idempotency_key: request.idempotencyKey },
      api_version: request.version,
    }),
  });
}
