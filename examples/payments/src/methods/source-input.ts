import type { ParamsOf } from "holdfast";
import type { SourceInput } from "../domain/index.js";
import type { sourceParams } from "./params.js";

type SentSource = string | ParamsOf<typeof sourceParams>;

/** What a caller sent as a source, as the domain takes it: a card unless it says otherwise. */
export function sourceInput<S extends SentSource | undefined>(
  sent: S,
): S extends undefined ? SourceInput | undefined : SourceInput {
  if (sent === undefined || typeof sent === "string") return sent as never;
  return { ...sent, object: sent.object ?? "card" } as never;
}
