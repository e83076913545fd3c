import { type Contract, type ObjectShape, type SchemaScope, schemaOf } from "holdfast/contract";

/** The resource that events are shown as: the one that holds an event's object. */
export function eventEnvelope({ resources }: Contract): string | undefined {
  return [...resources].find(([, { shape }]) => asksForEvents(shape))?.[0];
}

/** Whether the schema of an object has an event's object in it. */
function asksForEvents(shape: ObjectShape): boolean {
  let asked = false;
  const nothing = () => ({});
  const probe: SchemaScope = {
    object: ({ fields }) => {
      for (const { info } of fields.values()) schemaOf(info.kind, probe);
      return {};
    },
    eventObject: () => {
      asked = true;
      return {};
    },
    resource: nothing,
    reference: nothing,
    page: nothing,
    pageItems: nothing,
    namesOf: () => new Map(),
    eventTypes: () => [],
  };
  probe.object(shape);
  return asked;
}
