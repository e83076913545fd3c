import type { Kind } from "holdfast";
import { envelopeOf, namesOfFields } from "holdfast/contract";
import type { TypeDoc, ValueDoc } from "./docs.js";
import { labelOf } from "./label.js";
import { limitsOf } from "./limits.js";
import type { Life } from "./refs.js";
import { type Scope, todaysName } from "./scope.js";

/** The life of a value of an enum, where it is not that of the enum. */
type LifeOfValue = (value: string) => Life | undefined;

/** What values of a kind look like, in the names of a version. */
export function typeDoc(kind: Kind, scope: Scope, lifeOf: LifeOfValue = () => undefined): TypeDoc {
  const { resource } = kind;
  const known = resource !== undefined && resource !== "";
  return {
    label: labelOf(kind, scope),
    ...(known && {
      resource: {
        name: todaysName(resource),
        called: scope.called(resource),
        how: howItStands(kind, scope),
      },
    }),
    values: valuesOf(kind, scope, lifeOf),
    limits: limitsOf(kind),
    ...(isConstant(kind) && { constant: kind.constant.value as string | number | boolean | null }),
  };
}

type Constant = Kind & { readonly constant: { readonly value: unknown } };

function isConstant(kind: Kind): kind is Constant {
  return kind.constant !== undefined;
}

function howItStands(kind: Kind, { contract }: Scope): NonNullable<TypeDoc["resource"]>["how"] {
  if (kind.expandsInto === "page") {
    const [item = kind] = kind.parts ?? [];
    return envelopeOf(contract, item, kind.place) === null ? "embedded" : "page";
  }
  return kind.expandable ? "expandable" : "embedded";
}

/** The values of an enum, or of one within: a list's items, a map's values, one side of two. */
function valuesOf(kind: Kind, scope: Scope, lifeOf: LifeOfValue): readonly ValueDoc[] {
  if (kind.sortsBy) return sortValues(kind, scope);
  if (kind.arms) return [];
  if (kind.values) {
    return Object.entries(kind.values).map(([value, meaning]) => ({
      value,
      description: scope.prose(meaning),
      life: lifeOf(value),
    }));
  }
  return (kind.parts ?? []).flatMap((part) =>
    part.resource === undefined ? valuesOf(part, scope, lifeOf) : [],
  );
}

/** The fields to order by; each may have a `-` before it. */
function sortValues({ sortsIn = "", sortsBy = [] }: Kind, scope: Scope): readonly ValueDoc[] {
  const names = namesOfFields(scope.contract, sortsIn, sortsBy);
  const fields = scope.contract.resources.get(sortsIn)?.shape.fields;
  return [...names.keys()].map((value) => ({
    value,
    description: scope.prose(fields?.get(value)?.info.description),
    life: undefined,
  }));
}
