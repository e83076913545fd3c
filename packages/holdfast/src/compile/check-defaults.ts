import type { MethodShape } from "../contract/contract.js";
import type { KindCompiler } from "../definition/kind.js";
import { type Path, showPath } from "../definition/path.js";
import { Raised } from "../definition/raised.js";
import { Reader } from "../definition/reader.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Timeline } from "../history/timeline.js";
import type { WireValue } from "../http/message.js";
import { headDefault } from "./read-params.js";
import { CompiledResources } from "./scope-compiler.js";

/**
 * Finds params which, where they are left out, stand for a value that their own type would refuse:
 * defaults of the definitions, and those that gates say older versions had.
 */
export function checkDefaults(timeline: Timeline, lists: string): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const seen = new Set<ObjectShape>();
  // Newest first, so that the gate is told which said it, not one that the value merely passed.
  for (const [index, version] of timeline.versions.toReversed().entries()) {
    const contract = timeline.at(version.name);
    if (!contract) continue;
    const gates = timeline.versions.at(-index)?.gates ?? [];
    const newer = new Set(index === 0 ? [] : gates.map(({ gate }) => gate));
    const compiler = once(() => new CompiledResources(contract, lists, true).plain);
    for (const method of contract.methods.values()) {
      if (seen.has(method.params)) continue;
      seen.add(method.params);
      for (const { field, path, reason } of refusedIn(method.params, compiler)) {
        const key = `${method.definition.name} ${field.target.join(".")}`;
        const by = field.via.find((gate) => newer.has(gate));
        if (!found.has(key)) found.set(key, tell(timeline, method, { field, path, reason }, by));
      }
    }
  }
  return [...found.values()];
}

interface Refused {
  readonly field: ShapeField;
  readonly path: Path;
  readonly reason: string;
}

/** Most contracts have no new defaults, and need no compiler. */
type MakeCompiler = () => KindCompiler;

function once(make: MakeCompiler): MakeCompiler {
  let made: KindCompiler | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function refusedIn(shape: ObjectShape, compiler: MakeCompiler, above: Path = []): Refused[] {
  return [...shape.fields.values()].flatMap((field) => {
    const path = [...above, field.name];
    const { kind } = field.info;
    const inner = kind.shape ? refusedIn(kind.shape, compiler, path) : [];
    const reason = refusalOf(field, compiler);
    return reason === undefined ? inner : [{ field, path, reason }, ...inner];
  });
}

const reader = Reader.top({ isText: () => false, help: () => "" }).below("value");

/** Why a field's type refuses its default; undefined where it does not. */
function refusalOf(field: ShapeField, compiler: MakeCompiler): string | undefined {
  const { default: value, kind, nullable } = field.info;
  if (value === undefined) return undefined;
  if (value === null) return nullable ? undefined : "it cannot be null";
  // What `execute` receives of some types is never on the wire, and neither are their defaults.
  if (!kind.taken) {
    try {
      kind.reader?.(compiler())(value as WireValue, reader);
    } catch (problem) {
      if (!(problem instanceof Raised)) throw problem;
      const { reason, expected } = problem.data;
      return String(reason ?? `it must be ${expected}`);
    }
  }
  return headDefault(field) === undefined ? "today's API has nothing like it" : undefined;
}

function tell(
  timeline: Timeline,
  { definition }: MethodShape,
  { field, path, reason }: Refused,
  gate: string | undefined,
): Diagnostic {
  const version = timeline.versions.find(({ gates }) => gates.some((one) => one.gate === gate));
  const details = {
    by: gate === undefined ? "The definition" : `${gate} (${version?.name})`,
    subject: `${definition.name} ${showPath(path)}`,
    value: JSON.stringify(field.info.default),
    reason,
  };
  const origin = gate === undefined ? definition.origin : timeline.modules.get(gate)?.origin;
  return diagnostic("value_refused", details, origin?.location());
}
