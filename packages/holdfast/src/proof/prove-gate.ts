import type { Contract } from "../contract/contract.js";
import type { Kind } from "../definition/kind.js";
import { parsePath } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import type { Change } from "../history/change.js";
import type { Timeline } from "../history/timeline.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/**
 * A gate does what it says: with it, and what it builds on, alone, each field that one of its
 * changes is about is there, made by it; a field that was added is not.
 */
export function gateUnit(timeline: Timeline, gate: string, alone: Contract): Unit {
  return {
    key: `gate ${gate}`,
    subject: `${gate} (gate)`,
    rounds: 1,
    searched: false,
    check() {
      for (const change of timeline.modules.get(gate)?.changes ?? [])
        checkChange(alone, gate, change);
    },
  };
}

function checkChange(contract: Contract, gate: string, { kind, subject }: Change): void {
  const found = rootOf(contract, subject);
  if (!found) return;
  const field = follow(contract, found.shape, parsePath(found.path));
  const evidence = { change: kind, subject };
  if (kind === "added") {
    if (field) throw new Violation("what was added is there without being added", evidence);
  } else if (!field) {
    throw new Violation("what it says that older versions have is not there", evidence);
  } else if (!field.via.includes(gate)) {
    throw new Violation("it leaves what it is about as it was", evidence);
  }
}

/** The object that a subject stands in: `charge.card`, `charges.create card`. */
function rootOf(contract: Contract, subject: string) {
  const [owner = "", param] = subject.split(" ");
  if (param !== undefined) {
    const method = contract.methods.get(owner);
    return method && { shape: method.params, path: param };
  }
  const dot = subject.indexOf(".");
  if (dot === -1) return undefined;
  const name = subject.slice(0, dot);
  const shape = (contract.resources.get(name) ?? contract.errors.get(name))?.shape;
  return shape && { shape, path: subject.slice(dot + 1) };
}

function follow(
  contract: Contract,
  root: ObjectShape,
  path: readonly string[],
): ShapeField | undefined {
  let shape: ObjectShape | undefined = root;
  let field: ShapeField | undefined;
  for (const name of path) {
    field = shape?.fields.get(name);
    const kind: Kind | undefined = field?.info.kind;
    shape = kind?.shape ?? contract.resources.get(kind?.resource ?? "")?.shape;
  }
  return field;
}
