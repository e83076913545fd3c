import { definedFields } from "../contract/check-definitions.js";
import type { Contract } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { GateModule } from "./gate.js";
import type { Timeline } from "./timeline.js";
import type { History } from "./versions.js";

/** What is wrong between the history and the modules of its gates. */
export function checkModules(
  history: History,
  modules: ReadonlyMap<string, GateModule>,
  folder: string,
): Diagnostic[] {
  const entries = history.versions.flatMap((version) => version.gates);
  const listed = new Set(entries.map((entry) => entry.gate));
  const unmatched = entries.flatMap(({ gate, version, planned, location }) => {
    const built = modules.has(gate);
    if (built === planned) {
      const id = planned ? "planned_gate_has_module" : "gate_without_module";
      const file = `${folder}${gate.replaceAll("_", "-")}.ts`;
      return [diagnostic(id, { gate, version, file }, location)];
    }
    return [];
  });
  const unlisted = [...modules.values()]
    .filter(({ gate }) => !listed.has(gate))
    .map(({ gate, origin }) => {
      const location = origin.location();
      return diagnostic("module_without_gate", { gate, file: location?.file ?? folder }, location);
    });
  return [...unmatched, ...unlisted];
}

/** What is wrong between the definitions and the gates that they name. */
export function checkGateNames(definitions: Definitions, timeline: Timeline): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const changed = changedSubjects(timeline);
  for (const { subject, until, origin } of definedFields(definitions)) {
    if (until === undefined) continue;
    if (!timeline.gates.has(until)) {
      diagnostics.push(
        diagnostic("until_unknown_gate", { subject, gate: until }, origin.location()),
      );
    } else if (!changed.get(until)?.has(subject)) {
      diagnostics.push(
        diagnostic("until_without_change", { subject, gate: until }, origin.location()),
      );
    }
  }
  for (const { name, until, asks, origin } of definitions.methods) {
    for (const gate of asks) {
      if (!timeline.gates.has(gate)) {
        diagnostics.push(
          diagnostic("asks_unknown_gate", { subject: name, gate }, origin.location()),
        );
      }
    }
    if (until !== undefined && !timeline.gates.has(until)) {
      const details = { subject: name, gate: until };
      diagnostics.push(diagnostic("until_unknown_gate", details, origin.location()));
    } else if (until !== undefined && !changed.get(until)?.has(name)) {
      const details = { subject: name, gate: until };
      diagnostics.push(diagnostic("until_without_change", details, origin.location()));
    }
  }
  return diagnostics;
}

/** What each gate's module brings back. */
function changedSubjects(timeline: Timeline): Map<string, Set<string>> {
  return new Map(
    [...timeline.modules].map(([gate, { changes }]) => [
      gate,
      new Set(changes.map((change) => change.subject)),
    ]),
  );
}

/** Methods that would answer at the same route of one version. */
export function checkRoutes(timeline: Timeline): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const checked = new Set<Contract>();
  for (const { name: version } of [...timeline.versions].reverse()) {
    const contract = timeline.at(version);
    if (!contract || checked.has(contract)) continue;
    checked.add(contract);
    const taken = new Map<string, string>();
    for (const { definition, exists, verb, path } of contract.methods.values()) {
      if (!exists) continue;
      const route = `${verb} ${path}`;
      const key = route.replace(/\{\w+\}/g, "{}");
      const other = taken.get(key);
      if (other !== undefined) {
        const details = { subject: definition.name, other, route, version };
        diagnostics.push(diagnostic("route_taken", details, definition.origin.location()));
      }
      taken.set(key, definition.name);
    }
  }
  return diagnostics;
}
