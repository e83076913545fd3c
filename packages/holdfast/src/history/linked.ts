import type { DraftField, DraftObject } from "../contract/draft.js";
import { type Address, fieldAt, siblingAt, stepOf } from "./address.js";
import type { FieldVerb } from "./field.js";

/**
 * Where a change of a resource's field changes params with it, because they are `t.same` as the
 * field or as an object around it. Values always follow; a name follows where it is the same. What
 * a change of its own says of such a param goes first.
 */
export function linkedAddresses(address: Address, { follows, now }: FieldVerb): Address[] {
  if (follows === undefined || !("resource" in address.owner)) return [];
  if (address.ownerName.includes("@")) return [];
  return address.path.flatMap((step, index): Address[] => {
    const rest = address.path.slice(index + 1);
    const { name: before, arm } = stepOf(step);
    const way = { ...address, path: [...address.path.slice(0, index), before] };
    const isLeaf = rest.length === 0;
    const field = isLeaf && now !== undefined ? siblingAt(way, now) : fieldAt(way);
    if (field.link === undefined) return [];
    return linkedTo(address, field.link).flatMap(({ method, param }): Address[] => {
      if (isLeaf && follows === "name" && param.name !== field.name) return [];
      const name = isLeaf && follows === "name" ? before : param.name;
      return [
        {
          owner: { method },
          // The mark of what gives way to what is said of all, or here of itself.
          ownerName: `${method}@${address.ownerName}`,
          root: param.parent,
          path: [arm === undefined ? name : `${name}<${arm}>`, ...rest],
          scope: address.scope,
        },
      ];
    });
  });
}

interface Linked {
  readonly method: string;
  readonly param: DraftField;
}

function linkedTo({ scope }: Address, link: number): Linked[] {
  return scope.draft.methods
    .withSame(link)
    .flatMap((method) =>
      scope.draft
        .objects({ method })
        .flatMap(({ object }) => within(object).map((param) => ({ method, param }))),
    )
    .filter(({ param }) => param.info.same === link);
}

function within(object: DraftObject): DraftField[] {
  return object.fields.flatMap((field) => [
    field,
    ...(field.inner ? within(field.inner) : []),
    ...field.arms.flatMap(({ inner }) => (inner ? within(inner) : [])),
  ]);
}
