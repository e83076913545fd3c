import type { Groups, MethodDefinition } from "./method.js";

/** A group of params of which at least one is required, or at most one allowed. */
export interface ParamGroup {
  /** Undefined for a group that no gate can lift. */
  readonly name: string | undefined;
  readonly params: readonly string[];
}

/** A method as one contract has it, as far as its checks go. */
interface Checked {
  readonly definition: MethodDefinition;
  readonly lifted: readonly string[];
}

/** The groups of one sort, with their names. */
function groupsOf(groups: Groups<string> = []): readonly ParamGroup[] {
  return isNamed(groups)
    ? Object.entries(groups).map(([name, params]) => ({ name, params }))
    : groups.map((params) => ({ name: undefined, params }));
}

function isNamed(groups: Groups<string>): groups is Readonly<Record<string, readonly string[]>> {
  return !Array.isArray(groups);
}

/** The groups of one sort that are not lifted. */
export function groupsMade(
  { definition, lifted }: Checked,
  sort: "oneRequired" | "onlyOne",
): readonly ParamGroup[] {
  return groupsOf(definition.groups[sort]).filter(
    ({ name }) => name === undefined || !lifted.includes(name),
  );
}

/** The names of all that a method checks over several params: its groups, then its checks. */
export function checkNames({ checks, groups }: MethodDefinition): readonly string[] {
  const all = [...groupsOf(groups.oneRequired), ...groupsOf(groups.onlyOne)];
  return [...all.flatMap(({ name }) => name ?? []), ...Object.keys(checks)];
}

/** The checks that only versions with a gate make. */
export function checksUntil({ checks }: MethodDefinition): readonly string[] {
  return Object.entries(checks).flatMap(([name, { until }]) => (until === undefined ? [] : name));
}
