import { armsOfUnion, type Form, type ResourceShape } from "holdfast/contract";
import { attributeDocs } from "./attributes.js";
import type { ResourceDoc, VariantDoc } from "./docs.js";
import type { SubjectRef } from "./refs.js";
import { isPlaced, type Scope, todaysName } from "./scope.js";
import { topSpot } from "./spot.js";

/** A resource as a version has it. `methods` and `events` are those that are about it. */
export function resourceDoc(
  name: string,
  resource: ResourceShape,
  about: Pick<ResourceDoc, "methods" | "events">,
  scope: Scope,
): ResourceDoc {
  const subject: SubjectRef = { on: "resource", name };
  const { definition, shape, forms = [], via = [] } = resource;
  return {
    subject,
    name: scope.called(name),
    description: scope.prose(definition.description),
    attributes: attributeDocs(shape, topSpot(subject, "fields", shape), scope),
    variants: definition.arms
      ? armDocs(resource, scope)
      : forms.flatMap((form) => formDoc(form, scope)),
    ...about,
    gates: scope.notes(via),
    life: scope.lives.resource(name),
  };
}

/** What a record of a union may be: resources with pages of their own, where they are as there. */
function armDocs(resource: ResourceShape, scope: Scope): readonly VariantDoc[] {
  return [...armsOfUnion(resource).values()].flatMap((key) => {
    const arm = scope.contract.resources.get(key);
    if (!arm) return [];
    const name = scope.called(key);
    const spot = topSpot({ on: "resource", name: key }, "fields", arm.shape, [`(${name})`]);
    return [
      {
        name,
        label: name,
        description: scope.prose(arm.definition.description),
        resource: todaysName(key),
        attributes: isPlaced(key) ? attributeDocs(arm.shape, spot, scope) : [],
      },
    ];
  });
}

/** One of the resources that what is one today was. */
function formDoc({ name, key }: Form, scope: Scope): readonly VariantDoc[] {
  const shape = scope.contract.resources.get(key)?.shape;
  if (!shape) return [];
  const spot = topSpot({ on: "resource", name: key }, "fields", shape, [`(${name})`]);
  const attributes = attributeDocs(shape, spot, scope);
  return [{ name, label: name, description: "", resource: undefined, attributes }];
}
