import {
  added,
  asDate,
  asText,
  becameExpandOnly,
  becamePage,
  becameReference,
  type FieldVerb,
  field,
  isPresent,
  mapped,
  param,
  removed,
  renamedTo,
  t,
  valuesAdded,
  valuesRemoved,
  valuesRenamed,
  wasOfType,
} from "holdfast";
import type { Built, Pending } from "./built.js";
import type { Happening } from "./happenings.js";
import type { Tag } from "./plan.js";
import { type Node, pathOf, type StandingResource } from "./standing.js";
import { type Step, takeOut } from "./step.js";

const PLAIN: readonly Tag[] = ["text", "count", "flag", "time"];
const NAMED: readonly Tag[] = [...PLAIN, "enum", "reference", "embedded", "object", "list"];

const renamed: Happening = (step) => {
  const found = step.field(NAMED);
  if (!found) return [];
  const { owner, node } = found;
  const now = node.name;
  node.name = step.name(now);
  const before = node.name;
  return [
    on(owner, before, renamedTo(now)),
    ...twins(step, owner, node, now).map((twin): Pending => {
      twin.node.name = before;
      const { name } = twin.method;
      return (built) => param(built.method(name), before, renamedTo(now));
    }),
  ];
};

/** The params that write a field and are called as it is. */
function twins(step: Step, owner: StandingResource, of: Node, now: string) {
  return owner.methods.flatMap(({ exists, plan: method, nodes }) =>
    nodes
      .filter(
        (node) =>
          exists && node.plan.name === of.plan.name && node.name === now && step.isFree(node),
      )
      .map((node) => {
        step.touch(node);
        return { method, node };
      }),
  );
}

/** It stood beside the object that it is in now. */
const nested: Happening = (step) => {
  const found = step.field(["object"]);
  const node = found && step.take(found.node.members);
  if (!found || !node) return [];
  const now = pathOf(node);
  takeOut(found.owner, node);
  node.parent = undefined;
  node.name = step.name(node.name);
  found.owner.nodes.push(node);
  return [on(found.owner, node.name, renamedTo(now))];
};

/** It stood in an object that is still there. */
const moved: Happening = (step) => {
  const into = step.field(["object"]);
  const node = into && step.take(into.owner.nodes.filter(({ plan }) => PLAIN.includes(plan.tag)));
  if (!into || !node) return [];
  const now = node.name;
  takeOut(into.owner, node);
  node.parent = into.node;
  node.name = step.name(now);
  into.node.members.push(node);
  return [on(into.owner, pathOf(node), renamedTo(`.${now}`))];
};

const gone: Happening = (step, gate) => {
  const owner = step.random.pick(step.standing.resources);
  if (!owner) return [];
  const tag = step.random.pick(PLAIN) ?? "text";
  const name = step.name("former");
  step.keep(owner, owner.plan.fields, { name, tag, until: gate });
  return [on(owner, name, removed())];
};

const appeared: Happening = (step) => {
  const found = step.field(PLAIN);
  if (!found) return [];
  takeOut(found.owner, found.node);
  return [on(found.owner, pathOf(found.node), added())];
};

const valueAppeared: Happening = (step) => {
  const found = step.field(["enum"]);
  const [seen, ...more] = found?.node.values ?? [];
  const value = more.at(-1);
  if (!found || seen === undefined || value === undefined) return [];
  found.node.values = found.node.values.filter((one) => one !== value);
  return [on(found.owner, pathOf(found.node), valuesAdded({ [value]: seen }))];
};

const valueRenamed: Happening = (step) => {
  const found = step.field(["enum"]);
  const now = step.random.pick(found?.node.values ?? []);
  if (!found || now === undefined) return [];
  const before = step.name(now);
  found.node.values = found.node.values.map((one) => (one === now ? before : one));
  return [on(found.owner, pathOf(found.node), valuesRenamed({ [before]: now }))];
};

const valueGone: Happening = (step) => {
  const found = step.field(["enum"]);
  const [stays] = found?.node.values ?? [];
  if (!found || stays === undefined) return [];
  const gone = step.name("gone");
  found.node.values = [...found.node.values, gone];
  const was = { meant: `It was ${gone}.`, takenAs: stays };
  return [on(found.owner, pathOf(found.node), valuesRemoved({ [gone]: was }))];
};

const typeChanged: Happening = (step) => {
  const found = step.field(["count", "flag", "time", "text"]);
  if (!found || found.node.reshaped || found.node.plan.until !== undefined) return [];
  found.node.reshaped = true;
  return [on(found.owner, pathOf(found.node), olderType(found.node))];
};

/** What a field of each tag was before. */
function olderType({ name, plan }: Node): FieldVerb {
  const words = `The ${name}, as it was shown then.`;
  switch (plan.tag) {
    case "count":
      return wasOfType(t.string().describe(words), asText());
    case "time":
      return wasOfType(t.string().describe(words), asDate("date_time"));
    case "flag": {
      const was = t.enum({ yes: "It is.", no: "It is not." }).describe(words);
      return wasOfType(was, mapped({ yes: true, no: false }));
    }
    default:
      return wasOfType(t.boolean().describe(words), isPresent());
  }
}

const expandable: Happening = (step) => {
  const found = step.field(["reference"]);
  if (!found || found.node.reshaped) return [];
  found.node.reshaped = true;
  return [on(found.owner, pathOf(found.node), becameReference())];
};

const hidden: Happening = (step) => {
  const found = step.field(["embedded"]);
  if (!found || found.node.plan.onlyExpanded) return [];
  found.node.plan.onlyExpanded = true;
  return [on(found.owner, pathOf(found.node), becameExpandOnly())];
};

const listChanged: Happening = (step) => {
  const found = step.field(["page"]);
  if (!found || found.node.reshaped) return [];
  found.node.reshaped = true;
  return [on(found.owner, pathOf(found.node), becamePage())];
};

function on(owner: StandingResource, path: string, verb: FieldVerb): Pending {
  const { name } = owner.plan;
  return (built: Built) => field(built.resource(name), path, verb);
}

/** What happens to the fields of resources. */
export const fieldHappenings: Readonly<Record<string, Happening>> = {
  field_renamed: renamed,
  field_nested: nested,
  field_moved: moved,
  field_removed: gone,
  field_added: appeared,
  enum_value_added: valueAppeared,
  enum_renamed: valueRenamed,
  enum_value_removed: valueGone,
  field_type_changed: typeChanged,
  expandable_changed: (step, gate) =>
    step.random.happens(50) ? expandable(step, gate) : hidden(step, gate),
  list_shape_changed: listChanged,
};
