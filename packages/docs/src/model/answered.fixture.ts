import type { Contract, MethodShape } from "holdfast/contract";

/**
 * Whether callers of a contract may be answered an error that their floor promises: unless only
 * methods raise it that they do not have. Told by the definitions, and so by other code than pages.
 */
export function isAnswered(contract: Contract, name: string): boolean {
  if (name.includes("@")) return false;
  const told = [...contract.errors].filter(([, { answersAs }]) => answersAs?.error === name);
  const names = new Set([name, ...told.map(([other]) => other.split("@")[0])]);
  const raisers = [...contract.methods.values()].filter((method) =>
    raisedIn(method).some((error) => names.has(error.name)),
  );
  return raisers.length === 0 || raisers.some(({ exists }) => exists);
}

function raisedIn({ definition, outcomes }: MethodShape) {
  return [
    ...definition.raises,
    ...Object.values(definition.checks).flatMap(({ raises }) => raises ?? []),
    ...outcomes.flatMap((one) => (one.was === "failure" ? one.error : [])),
  ];
}
