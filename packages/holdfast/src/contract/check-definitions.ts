import type { Kind } from "../definition/kind.js";
import { embeddedKind } from "../definition/kinds/links.js";
import type { Origin } from "../definition/location.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { routeParams } from "../definition/route-params.js";
import type { ObjectShape } from "../definition/shape.js";
import { headShape } from "../definition/shape.js";
import type { Fields } from "../definition/type.js";
import type { DiagnosticId } from "../diagnostics/catalogue.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { checkParams } from "./check-params.js";
import type { Definitions } from "./definitions.js";

/** A field of the definitions, with where it stands, however deep. */
export interface DefinedField {
  readonly subject: string;
  readonly kind: Kind;
  readonly description: string | undefined;
  readonly until: string | undefined;
  readonly header: string | undefined;
  readonly origin: Origin;
}

// Every check of a boot asks for them.
const found = new WeakMap<Definitions, readonly DefinedField[]>();

/** Every field and param of the definitions. */
export function definedFields(definitions: Definitions): readonly DefinedField[] {
  const known = found.get(definitions);
  if (known) return known;
  const { resources, lists, methods, errors } = definitions;
  const fields = [
    ...[...resources, lists].flatMap((one) => fieldsOf(one.name, ".", one.fields, one.origin)),
    ...methods.flatMap((one) => fieldsOf(one.name, " ", one.params, one.origin)),
    ...errors.flatMap((one) => fieldsOf(one.name, ".", one.fields, one.origin)),
  ];
  found.set(definitions, fields);
  return fields;
}

function fieldsOf(name: string, mark: string, fields: Fields, origin: Origin): DefinedField[] {
  return shapeFields(headShape(fields, []), `${name}${mark}`, origin);
}

function shapeFields(shape: ObjectShape, prefix: string, origin: Origin): DefinedField[] {
  return [...shape.fields.values(), ...shape.dormant.values()].flatMap(({ name, info }) => {
    const { kind, description, until, header } = info;
    const own = { subject: `${prefix}${name}`, kind, description, until, header, origin };
    return [own, ...fieldsWithin(kind, `${own.subject}.`, origin)];
  });
}

function fieldsWithin(kind: Kind, prefix: string, origin: Origin): DefinedField[] {
  if (kind.parts) return kind.parts.flatMap((part) => fieldsWithin(part, prefix, origin));
  return kind.shape ? shapeFields(kind.shape, prefix, origin) : [];
}

/** A kind and those that it is made of, without the fields of objects. */
function kindsWithin(kind: Kind): Kind[] {
  return [kind, ...(kind.parts ?? []).flatMap(kindsWithin)];
}

/** What is wrong with an API's definitions, before any history is looked at. */
export function checkDefinitions(definitions: Definitions): Diagnostic[] {
  return [
    ...checkNames(definitions),
    ...checkDescriptions(definitions),
    ...checkReferences(definitions),
    ...definitions.methods.flatMap(checkRoute),
    ...checkParamKinds(definitions.methods),
    ...definitions.methods.flatMap(checkParams),
  ];
}

function tell(id: DiagnosticId, details: Record<string, string>, origin: Origin): Diagnostic {
  return diagnostic(id, details, origin.location());
}

function checkNames({
  resources,
  lists,
  methods,
  errors,
  events,
  headers,
}: Definitions): Diagnostic[] {
  const twice = (what: string, named: readonly { name: string; origin: Origin }[]) =>
    named
      .filter(({ name }, index) => named.findIndex((other) => other.name === name) !== index)
      .map(({ name, origin }) => tell("name_duplicate", { what, name }, origin));
  return [
    ...twice("resource", [...resources, lists]),
    ...twice("method", methods),
    ...twice("error", errors),
    ...twice("header", headers),
    ...twice(
      "event",
      events.map(({ type, origin }) => ({ name: type, origin })),
    ),
  ];
}

/** Something that the definitions describe, with what they say of it. */
interface Described {
  readonly subject: string;
  readonly description: string | undefined;
  readonly origin: Origin;
}

/** Everything that the definitions describe: subjects, fields, values and checks. */
export function describedIn(definitions: Definitions): readonly Described[] {
  const { resources, lists, methods, errors, events, headers } = definitions;
  const named = [
    ...[...resources, lists, ...methods, ...errors, ...headers],
    ...events.map((one) => ({ ...one, name: one.type })),
  ].map(({ name, description, origin }) => ({ subject: name, description, origin }));
  const fields = definedFields(definitions);
  const values = fields.flatMap(({ subject, kind, origin }) =>
    kindsWithin(kind)
      .flatMap((one) => Object.entries(one.values ?? {}))
      .map(([value, description]) => ({
        subject: `${subject} (value ${value})`,
        description,
        origin,
      })),
  );
  const checks = methods.flatMap(({ name, origin, checks }) =>
    Object.entries(checks).map(([check, { description }]) => ({
      subject: checkSubject(name, check),
      description,
      origin,
    })),
  );
  return [...named, ...fields, ...values, ...checks];
}

function checkDescriptions(definitions: Definitions): Diagnostic[] {
  return describedIn(definitions)
    .filter(({ description }) => description === undefined || description.trim() === "")
    .map(({ subject, origin }) => tell("description_missing", { subject }, origin));
}

/** How diagnostics call a named check of a method. */
export function checkSubject(method: string, check: string): string {
  return `${method} (check ${check})`;
}

function checkReferences(definitions: Definitions): Diagnostic[] {
  const known = new Map<string, ResourceDefinition>(
    [...definitions.resources, definitions.lists].map((one) => [one.name, one]),
  );
  const methods = new Set(definitions.methods.map(({ name }) => name));
  const returned = definitions.methods.map(({ name, returns, origin }) => ({
    subject: name,
    kind: returns,
    origin,
  }));
  const happening = definitions.events.map(({ type, object, origin }) => ({
    subject: type,
    kind: embeddedKind(object.name),
    origin,
  }));
  const arms = definitions.resources.flatMap((one) =>
    [...(one.arms?.values() ?? [])].map((arm) => ({
      subject: one.name,
      kind: embeddedKind(arm.name),
      origin: one.origin,
    })),
  );
  const unknown = (what: string, name: string, subject: string, origin: Origin) =>
    tell("reference_unknown", { subject, what, name }, origin);
  const check = (
    { resource: name, methods: named = [], byId, parts }: Kind,
    subject: string,
    origin: Origin,
  ): Diagnostic[] => {
    const lost = named.filter((method) => !methods.has(method));
    if (lost.length > 0) return lost.map((method) => unknown("method", method, subject, origin));
    // What is made of parts refers to what they refer to.
    if (name === undefined || parts) return [];
    const resource = known.get(name);
    if (!resource) return [unknown("resource", name, subject, origin)];
    return byId && !resource.loadMany
      ? [tell("reference_not_loadable", { subject, name }, origin)]
      : [];
  };
  return [...definedFields(definitions), ...returned, ...arms, ...happening].flatMap(
    ({ subject, kind, origin }) => kindsWithin(kind).flatMap((one) => check(one, subject, origin)),
  );
}

const ROUTE = /^(\/([\w.-]+|\{\w+\}))+$/;
const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** Whether a text is a verb and a path, as in `POST /v1/charges/{charge}`. */
export function isRoute(route: string): boolean {
  const [verb = "", path = "", ...more] = route.split(" ");
  return VERBS.has(verb) && ROUTE.test(path) && more.length === 0;
}

function checkRoute({
  name,
  verb,
  path,
  params,
  dispatch,
  origin,
}: MethodDefinition): Diagnostic[] {
  const route = `${verb} ${path}`.trim();
  // A dispatched method's route is in older names; each version's own is checked with its history.
  if (dispatch && isRoute(route)) return [];
  if (!isRoute(route)) return [tell("route_malformed", { subject: name, route }, origin)];
  return routeParams(path)
    .filter((param) => !(param in params))
    .map((param) => tell("route_param_missing", { subject: name, name: param }, origin));
}

function checkParamKinds(methods: readonly MethodDefinition[]): Diagnostic[] {
  return methods.flatMap(({ name, params, origin }) =>
    fieldsOf(name, " ", params, origin)
      .filter(({ kind }) => kindsWithin(kind).some((one) => !one.reader))
      .map(({ subject }) => tell("not_a_param", { subject }, origin)),
  );
}
