import { checkSubject } from "../contract/check-definitions.js";
import { checkParamNames } from "../contract/check-params.js";
import type { Contract, MethodShape } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import type { Kind } from "../definition/kind.js";
import type { Origin } from "../definition/location.js";
import { namelessRoute, routeParams } from "../definition/route-params.js";
import type { ObjectShape } from "../definition/shape.js";
import type { DiagnosticId } from "../diagnostics/catalogue.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Restored } from "./change.js";
import type { GateModule } from "./gate.js";
import { stepsOf } from "./steps.js";
import type { Timeline } from "./timeline.js";
import type { History } from "./versions.js";

/** What is wrong between the history and the modules of its gates. */
export function checkModules(
  history: History,
  modules: ReadonlyMap<string, GateModule>,
  folder: string,
): Diagnostic[] {
  const entries = stepsOf(history).flatMap((step) => step.gates);
  const listed = new Set(entries.map((entry) => entry.gate));
  const unmatched = entries.flatMap(({ gate, version, planned, location }) => {
    const built = modules.has(gate);
    if (built === planned) {
      const id = planned ? "planned_gate_has_module" : "gate_without_module";
      const file = `${folder}${gate.replaceAll("_", "-")}.ts`;
      return [diagnostic(id, { gate, version, file }, location)];
    }
    return [];
  });
  const unlisted = [...modules.values()]
    .filter(({ gate }) => !listed.has(gate))
    .map(({ gate, origin }) => {
      const location = origin.location();
      return diagnostic("module_without_gate", { gate, file: location?.file ?? folder }, location);
    });
  return [...unmatched, ...unlisted];
}

/** Kinds of change that bring back what a definition keeps for a gate. */
const RESTORES = new Set([
  "check_removed",
  "event_removed",
  "header_removed",
  "method_dispatched",
  "method_removed",
]);

/** What is wrong between the definitions and the gates that they name. */
export function checkGateNames(definitions: Definitions, timeline: Timeline): Diagnostic[] {
  const restored = new Set<string>(
    [...timeline.modules].flatMap(([gate, { changes }]) =>
      changes.filter(({ kind }) => RESTORES.has(kind)).map((one) => `${gate} ${one.subject}`),
    ),
  );
  const methods = definitions.methods.map(({ name, until, origin }) => ({
    subject: name,
    until,
    restored: restored.has(`${until} ${name}`),
    origin,
  }));
  const headers = definitions.headers.map(({ name, until, origin }) => ({
    subject: name,
    until,
    restored: restored.has(`${until} ${name}`),
    origin,
  }));
  const checks = definitions.methods.flatMap(({ name, checks, origin }) =>
    Object.entries(checks).map(([check, { until }]) => ({
      subject: checkSubject(name, check),
      until,
      restored: restored.has(`${until} ${checkSubject(name, check)}`),
      origin,
    })),
  );
  const events = definitions.events.map(({ type, until, origin }) => ({
    subject: type,
    until,
    restored: restored.has(`${until} ${type}`),
    origin,
  }));
  const fields = dormantFields(timeline.head).map(({ subject, until, mark, origin }) => ({
    subject,
    until,
    restored: timeline.restored.has(mark),
    origin,
  }));
  return [...methods, ...headers, ...checks, ...events, ...fields, ...asked(definitions)].flatMap(
    ({ subject, until, restored, origin, id = "until_unknown_gate" }: GateName) => {
      if (until === undefined) return [];
      const details = { subject, gate: until };
      if (!timeline.gates.has(until)) return [diagnostic(id, details, origin.location())];
      return restored ? [] : [diagnostic("until_without_change", details, origin.location())];
    },
  );
}

/** A gate that a definition names. */
interface GateName {
  readonly subject: string;
  readonly until: string | undefined;
  /** Whether the gate's module does what the definition says of it. */
  readonly restored: boolean;
  readonly origin: Origin;
  readonly id?: DiagnosticId;
}

function asked({ methods }: Definitions): GateName[] {
  return methods.flatMap(({ name: subject, asks, origin }) =>
    asks.map((until) => ({ subject, until, restored: true, origin, id: "asks_unknown_gate" })),
  );
}

interface DormantField {
  readonly subject: string;
  readonly until: string | undefined;
  /** What a change that brings it back notes. */
  readonly mark: Restored;
  readonly origin: Origin;
}

/** Every field, param and arm of a union that the newest contract keeps for a gate, however deep. */
function dormantFields({ resources, methods, errors }: Contract): DormantField[] {
  return [
    ...[...resources].flatMap(([key, { definition, shape }]) => {
      // What only one place has was said of that place.
      const place = key.split("@")[1] ?? key;
      const owner = resources.get(place.split(".")[0] ?? place)?.definition ?? definition;
      return dormantIn(shape, `${place}.`, owner.origin);
    }),
    ...[...methods.values()].flatMap(({ definition, params }) =>
      dormantIn(params, `${definition.name} `, definition.origin),
    ),
    ...[...errors.values()].flatMap(({ definition, shape }) =>
      dormantIn(shape, `${definition.name}.`, definition.origin),
    ),
  ];
}

function dormantIn(shape: ObjectShape, prefix: string, origin: Origin): DormantField[] {
  const below = [...shape.fields.values(), ...shape.dormant.values()].flatMap(({ name, info }) => [
    ...dormantWithin(info.kind, `${prefix}${name}.`, origin),
    ...(info.kind.arms ?? []).flatMap(({ head, kind, until }) => {
      const subject = `${prefix}${name}<${head}>`;
      const arm = until ? [{ subject, until: until.gate, mark: until, origin }] : [];
      return [...arm, ...dormantWithin(kind, `${subject}.`, origin)];
    }),
  ]);
  const own = [...shape.dormant].map(([name, field]) => ({
    subject: `${prefix}${name}`,
    until: field.info.until,
    mark: field,
    origin,
  }));
  return [...own, ...below];
}

function dormantWithin({ shape }: Kind, prefix: string, origin: Origin): DormantField[] {
  return shape ? dormantIn(shape, prefix, origin) : [];
}

/** What is wrong with the routes and params of each version; told once, of the newest that has it. */
export function checkRoutes(timeline: Timeline): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { name: version } of [...timeline.versions, ...timeline.drafts].reverse()) {
    const contract = timeline.at(version);
    const existing = [...(contract?.methods.values() ?? [])].filter(
      ({ exists, needs }) => exists || needs !== undefined,
    );
    for (const [key, problem] of [
      ...takenRoutes(existing, version),
      ...takenNames(existing, version),
      ...existing.flatMap((method) => unknownPathParams(method, version)),
      ...existing.flatMap((method) => checkParamNames(method, version)),
    ]) {
      if (!found.has(key)) found.set(key, problem);
    }
  }
  return [...found.values()];
}

/** Methods that would answer at the same route. */
function takenRoutes(methods: readonly MethodShape[], version: string): [string, Diagnostic][] {
  const taken = new Map<string, string>();
  return methods.flatMap(({ definition, verb, path }): [string, Diagnostic][] => {
    const { name: subject, origin } = definition;
    const route = `${verb} ${path}`;
    const key = namelessRoute(route);
    const other = taken.get(key);
    taken.set(key, subject);
    if (other === undefined) return [];
    const details = { subject, other, route, version };
    return [[`${subject} ${other}`, diagnostic("route_taken", details, origin.location())]];
  });
}

/** Methods that a version would know by one name. */
function takenNames(methods: readonly MethodShape[], version: string): [string, Diagnostic][] {
  const taken = new Map<string, string>();
  return methods.flatMap(({ definition, name }): [string, Diagnostic][] => {
    const { name: subject, origin } = definition;
    const other = taken.get(name);
    taken.set(name, subject);
    // Two definitions of one name are told without a version.
    if (other === undefined || other === subject) return [];
    const details = { subject, other, name, version };
    return [
      [`name ${subject} ${other}`, diagnostic("method_name_taken", details, origin.location())],
    ];
  });
}

/** Params that a version's route names but that the method does not have at that version. */
function unknownPathParams(method: MethodShape, version: string): [string, Diagnostic][] {
  const { definition, path, params } = method;
  return routeParams(path).flatMap((name): [string, Diagnostic][] => {
    // What the definition itself lacks is told without a version.
    const told = path === definition.path && !definition.dispatch && !(name in definition.params);
    if (told || params.fields.has(name)) return [];
    const details = { subject: `${definition.name} (${version})`, name };
    const problem = diagnostic("route_param_missing", details, definition.origin.location());
    return [[`${definition.name} {${name}}`, problem]];
  });
}
