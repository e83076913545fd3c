import type { Caller, TestCaller } from "holdfast/testing";
import { api } from "../app.js";
import type { Payments } from "./payments.fixture.js";

/** Where a gate is looked at from: an account of its own, as it is at a version or with a gate. */
export interface Stand {
  /** The account at the newest version, to arrange things. */
  readonly today: TestCaller;
  /** The account as it is looked at. */
  readonly here: TestCaller;
  /** As `here`, with a publishable key. */
  readonly publishable: TestCaller;
  /** As `here`, where a key may call once only. */
  readonly limited: TestCaller;
  readonly contract: NonNullable<ReturnType<typeof api.timeline.at>>;
  readonly payments: Payments;
}

/** What a gate does, seen from both of its sides. */
export interface GateSpec {
  /** Looks at what the gate is about; the sides differ in what is seen. */
  readonly look: (stand: Stand) => Promise<unknown>;
  /** What is seen at the version before the gate's, and with the gate alone. */
  readonly before: unknown;
  /** What is seen at the gate's version, and at the newest. */
  readonly after: unknown;
  /** What is seen at the newest version with the gate alone, where newer changes show too. */
  readonly alone?: unknown;
  /** What is seen at the newest version, where newer changes show too. */
  readonly newest?: unknown;
}

/** Specs by gate. */
export type GateSpecs = Readonly<Record<string, GateSpec>>;

let accounts = 0;

/** Takes a stand with an account of its own. */
export function standAt(
  payments: Payments,
  strict: Payments,
  as: Pick<Caller, "version" | "gates">,
): Stand {
  accounts += 1;
  const account = `acct_stand_${accounts}`;
  const { timeline } = api;
  const newest = timeline.versions.at(-1)?.name ?? "";
  const contract = timeline.withGrants(as.version ?? newest, as.gates ?? [], []);
  if (!contract) throw new Error(`there is no version ${as.version}`);
  return {
    today: payments.callAs({ account }),
    here: payments.callAs({ account, ...as }),
    publishable: payments.callAs({ account, publishable: true, ...as }),
    limited: strict.callAs({ account, ...as }),
    contract,
    payments,
  };
}
