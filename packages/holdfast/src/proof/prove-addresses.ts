import type { MethodShape } from "../contract/contract.js";
import { type Path, showPath } from "../definition/path.js";
import { headShape, type ObjectShape, type ShapeField } from "../definition/shape.js";
import { Addresses } from "../pipeline/addresses.js";
import { shapeKey } from "./shape-key.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** Errors about head's params are told by names that the caller has. */
export function addressUnit(method: MethodShape): Unit {
  const { definition, params } = method;
  return {
    key: `addresses ${definition.name} ${shapeKey(params)}`,
    subject: `${definition.name} (error addresses)`,
    rounds: 1,
    searched: false,
    at: ({ contract }) => {
      const there = contract.methods.get(definition.name);
      return there && addressUnit(there);
    },
    check() {
      const addresses = new Addresses(params);
      const targets = targetsOf(params, []);
      for (const head of pathsOf(headShape(definition.params, []))) {
        const callers = addresses.of(head);
        if (callers && !exists(params, callers, head)) {
          const address = showPath(callers);
          throw new Violation(
            `an error about ${showPath(head)} names ${address}, which is no param`,
            {
              head,
              callers,
            },
          );
        }
        if (!callers && targets.has(head.join("."))) {
          throw new Violation(
            `an error about ${showPath(head)} names no param, though there is one`,
            {
              head,
            },
          );
        }
      }
    },
  };
}

/** Every place of head's params, as logic names it. */
function pathsOf(shape: ObjectShape, above: Path = []): Path[] {
  return [...shape.fields.values(), ...shape.dormant.values()].flatMap(({ name, info }) => {
    const path = [...above, name];
    return info.kind.shape ? [path, ...pathsOf(info.kind.shape, path)] : [path];
  });
}

/** Every place of head's params that some param of the contract goes to. */
function targetsOf(shape: ObjectShape, scope: Path): Set<string> {
  const found = new Set<string>();
  for (const { target, info } of shape.fields.values()) {
    const here = [...scope, ...target];
    found.add(here.join("."));
    const { shape: inner, sharesScope } = info.kind;
    if (inner) for (const one of targetsOf(inner, sharesScope ? scope : here)) found.add(one);
  }
  return found;
}

/** Whether the contract has a param there; below a value that it takes whole, head's names go on. */
function exists(params: ObjectShape, callers: Path, head: Path): boolean {
  let shape: ObjectShape | undefined = params;
  for (const [index, name] of callers.entries()) {
    const field: ShapeField | undefined = shape?.fields.get(name);
    if (!field) return !shape && index > 0 && head.at(-1) === callers.at(-1);
    shape = field.info.kind.shape;
  }
  return true;
}
