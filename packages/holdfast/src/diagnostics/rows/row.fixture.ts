import { bootApiFrom } from "../../api.js";
import type { GateModule } from "../../history/gate.js";
import { type Loose, type Parts, whatStops } from "../../history/small-api.fixture.js";
import { resource, t } from "../../index.js";
import type { DiagnosticId } from "../catalogue.js";
import type { Diagnostic } from "../diagnostic.js";

export type { Loose } from "../../history/small-api.fixture.js";

/** One way in which a diagnostic comes about. */
export interface Row {
  readonly id: DiagnosticId;
  /** What is wrong, where one diagnostic has several ways. */
  readonly by?: string;
  readonly stops: () => readonly Diagnostic[];
  readonly message: string;
  readonly mend: string;
  /** A line of versions.yaml, or what stands on the line of the source that is to blame. */
  readonly at: number | string | RegExp;
}

export const text = t.string().describe("A text.");
export const thing = resource("thing", {
  description: "A thing.",
  fields: { id: text },
}).from<Loose>();
export const plain = { resources: [thing] };

/** A history of one gate. */
export const one = "genesis: []\n2011-01-01:\n  - gate: a_gate\n    description: It did.\n";

/** What stops a small API from booting. */
export function boot(versions: string, parts: Parts = plain, gates: readonly GateModule[] = []) {
  return whatStops(() =>
    bootApiFrom({ name: "Test", resources: [], methods: [], ...parts }, versions, gates),
  );
}
