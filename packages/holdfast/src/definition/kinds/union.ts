import { type JsonSchema, type SchemaScope, schemaOf } from "../json-schema.js";
import type { Kind, KindCompiler, Reach, Read, UnionArm } from "../kind.js";
import { refuse } from "../reader.js";
import { NoSample, sampleOf } from "../sampler.js";
import type { ShapeField } from "../shape.js";
import { isHash } from "./containers.js";

/** What a union's value may be, and the gate that alone still shows it, if any. */
export interface ArmType {
  readonly kind: Kind;
  readonly until: string | undefined;
}

/** A hash whose fields follow from the value of one of them. */
export function unionKind(by: string, arms: Readonly<Record<string, ArmType>>): Kind {
  return unionOf(
    by,
    Object.entries(arms).map(([head, { kind, until }]) => ({
      head,
      called: head,
      kind,
      ...(until !== undefined && { until: { gate: until } }),
    })),
  );
}

function unionOf(by: string, arms: readonly UnionArm[]): Kind {
  const known = arms.filter((arm): arm is KnownArm => arm.called !== null);
  return {
    name: "union",
    label: `one of ${known.map(({ called }) => called).join(", ")}, by ${by}`,
    parts: known.map(({ kind }) => kind),
    values: Object.fromEntries(known.map(({ called, kind }) => [called, kind.label])),
    discriminator: by,
    arms,
    withArms: (changed) => unionOf(by, changed),
    knows: (value) => known.some(({ head }) => head === headOf(value, by)),
    schema: (scope) => ({ anyOf: known.map((arm) => armSchema(by, arm, scope)) }),
    sample: (sampler) => {
      const arm = sampler.choose(known);
      if (!arm) throw new NoSample("the union has no arms");
      return { ...(sampleOf(arm.kind, sampler) as object), [wireName(by, arm)]: arm.called };
    },
    reader: (compiler) => unionReader(by, known, compiler),
    sites: (compiler, reach, expand) =>
      known.flatMap(({ head, kind }) => {
        const ofArm: Reach = (record, call, each) =>
          reach(record, call, (value) => {
            if (headOf(value, by) === head) each(value);
          });
        return kind.sites?.(compiler.scoped(), ofArm, expand) ?? [];
      }),
    renderer: (compiler) => {
      const renders = new Map(
        known.map(({ head, kind }) => [head, kind.renderer?.(compiler.scoped())]),
      );
      return (value, _scope, call, expand) =>
        renders.get(String(headOf(value, by)))?.(value, value, call, expand) ?? null;
    },
  };
}

interface KnownArm extends UnionArm {
  readonly called: string;
}

function headOf(value: unknown, by: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[by];
}

/** The field of an arm that says which arm it is, by whatever name callers know it. */
export function discriminatorIn(by: string, { shape }: Kind): ShapeField | undefined {
  return [...(shape?.fields.values() ?? [])].find(
    ({ target }) => target.length === 1 && target[0] === by,
  );
}

function wireName(by: string, { kind }: KnownArm): string {
  return discriminatorIn(by, kind)?.name ?? by;
}

function armSchema(by: string, arm: KnownArm, scope: SchemaScope): JsonSchema {
  const name = wireName(by, arm);
  return {
    allOf: [
      { properties: { [name]: { const: arm.called } }, required: [name] },
      schemaOf(arm.kind, scope),
    ],
  };
}

function unionReader(by: string, known: readonly KnownArm[], compiler: KindCompiler): Read {
  const readers = known.map((arm) => ({
    name: wireName(by, arm),
    called: arm.called,
    // Head knows the arm by its own name, whatever the caller called it.
    head: arm.head === arm.called ? undefined : { [by]: arm.head },
    read: arm.kind.reader?.(compiler.scoped()),
  }));
  const names = [...new Set(readers.map(({ name }) => name))];
  return (input, at) => {
    if (!isHash(input)) return refuse(at, "a hash", input);
    const arm = readers.find(({ name, called }) => input[name] === called);
    if (!arm?.read) {
      const given = names.find((name) => name in input) ?? names[0] ?? by;
      const options = readers.filter(({ name }) => name === given).map(({ called }) => called);
      return refuse(at.below(given), `one of ${options.join(", ")}`, input[given] ?? null);
    }
    const value = arm.read(input, at);
    return arm.head ? { ...(value as object), ...arm.head } : value;
  };
}
