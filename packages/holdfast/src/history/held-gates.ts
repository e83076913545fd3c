import type { Gates } from "../definition/method.js";
import type { Timeline } from "./timeline.js";

/** What gates follow from: a version, and what an account has beside it or lacks. */
export interface Holding {
  readonly version: string;
  readonly granted: readonly string[];
  readonly revoked: readonly string[];
}

/** The gates that follow from a holding. `mayAsk` throws for a gate that may not be asked about. */
export function heldGates(
  timeline: Timeline,
  holding: Holding,
  mayAsk: (gate: string) => void,
): Gates<string> {
  let held: ReadonlySet<string> | undefined;
  return {
    has(gate) {
      mayAsk(gate);
      held ??= new Set(gatesOf(timeline, holding));
      return held.has(gate);
    },
    stamp: () => stampOf(holding),
    of: (stamp) => heldGates(timeline, readStamp(stamp), mayAsk),
  };
}

function gatesOf(timeline: Timeline, { version, granted, revoked }: Holding): readonly string[] {
  // A draft has another name once it is released, and was newer than all that was released then.
  const known = timeline.find(version) ? version : (timeline.versions.at(-1)?.name ?? "");
  return timeline.withGrants(known, granted, revoked)?.gates ?? [];
}

/** `2014-09-24`, and where an account had gates of its own, `2014-09-24 +has_card -sees_fees`. */
function stampOf({ version, granted, revoked }: Holding): string {
  return [version, ...granted.map((gate) => `+${gate}`), ...revoked.map((gate) => `-${gate}`)].join(
    " ",
  );
}

const STAMP = /^[\w.-]+( [+-][a-z][a-z0-9_]*)*$/;

function readStamp(stamp: string): Holding {
  if (!STAMP.test(stamp)) throw new TypeError(`${JSON.stringify(stamp)} is no stamp of gates`);
  const [version = "", ...gates] = stamp.split(" ");
  const marked = (mark: string) =>
    gates.filter((gate) => gate.startsWith(mark)).map((gate) => gate.slice(1));
  return { version, granted: marked("+"), revoked: marked("-") };
}
