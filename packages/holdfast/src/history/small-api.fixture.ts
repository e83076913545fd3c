import { type Api, bootApiFrom } from "../api.js";
import type { ErrorDefinition } from "../definition/error.js";
import type { EventDefinition } from "../definition/event.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { ResponseHeader } from "../definition/response-header.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { BootError } from "../diagnostics/diagnostic.js";
import type { Change } from "./change.js";
import { type GateModule, gate } from "./gate.js";

/** A record about which nothing is known; for resources whose records the compiler need not see. */
export type Loose = Readonly<Record<string, never>>;

/** The gates of some versions, oldest version first: gate → its changes. */
export type Past = readonly Readonly<Record<string, readonly Change[]>>[];

/** What a small API is made of. */
export interface Parts {
  readonly resources?: readonly ResourceDefinition[];
  readonly methods?: readonly MethodDefinition[];
  readonly errors?: readonly ErrorDefinition[];
  readonly events?: readonly EventDefinition[];
  readonly lists?: ResourceDefinition;
  readonly headers?: readonly ResponseHeader<undefined>[];
}

/** The version that stands after so many steps of a past; 0 is `genesis`. */
export function versionAt(step: number): string {
  return step === 0 ? "genesis" : `${2010 + step}-01-01`;
}

/** Boots an API whose versions are `genesis` and one for each entry of its past. */
export function smallApi(parts: Parts, past: Past): Api {
  const modules: GateModule[] = [];
  const lines = [`${versionAt(0)}: []`];
  for (const [index, gates] of past.entries()) {
    const none = Object.keys(gates).length === 0;
    lines.push(`${versionAt(index + 1)}:${none ? " []" : ""}`);
    for (const [name, changes] of Object.entries(gates)) {
      lines.push(`  - gate: ${name}`, `    description: Something about ${name}.`);
      modules.push(gate(name, changes));
    }
  }
  return bootApiFrom(
    { name: "Small", resources: [], methods: [], ...parts },
    lines.join("\n"),
    modules,
  );
}

/** What stops an API from booting; nothing where it boots. */
export function whatStops(boot: () => unknown): readonly Diagnostic[] {
  try {
    boot();
    return [];
  } catch (problem) {
    if (problem instanceof BootError) return problem.diagnostics;
    throw problem;
  }
}
