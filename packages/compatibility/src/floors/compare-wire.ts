import type { Plain } from "holdfast/floor";
import type { Effect } from "../report/severity.js";
import type { Change } from "./change.js";
import { sameJson } from "./same-json.js";

type Wire = Readonly<Record<string, Plain>>;

/** What a policy bears on, where it is not what callers receive. */
const SENT: Readonly<Record<string, (now: Plain) => Effect>> = {
  unknownParams: (now) => (now === "ignored" ? "wider" : "narrower"),
  mismatchedKeys: (now) => (now === "replayed" ? "wider" : "narrower"),
};

/** How differently everything is written; a policy that the floor is older than is not looked at. */
export function compareWire(before: Wire, now: Wire): Change[] {
  return Object.entries(before).flatMap(([policy, was]): Change[] => {
    const is = now[policy];
    if (is === undefined || sameJson(was, is)) return [];
    const sent = SENT[policy]?.(is);
    return [
      {
        what: "wire",
        owner: { kind: "wire", name: policy },
        path: [],
        at: ["wire", policy],
        sent,
        received: sent === undefined ? "gone" : undefined,
        before: was,
        now: is,
        names: [policy],
      },
    ];
  });
}
