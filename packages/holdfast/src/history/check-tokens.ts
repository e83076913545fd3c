import { definedFields, describedIn } from "../contract/check-definitions.js";
import type { Definitions } from "../contract/definitions.js";
import { meaningOf, tokensIn } from "../contract/tokens.js";
import type { Kind } from "../definition/kind.js";
import type { Location } from "../definition/location.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/near.js";
import type { Timeline } from "./timeline.js";

/** A description, whose it is, and where it was written. */
interface Said {
  readonly subject: string;
  readonly text: string;
  readonly at: () => Location | undefined;
}

/** What is wrong with the names in descriptions, which every version reads in its own names. */
export function checkTokens(definitions: Definitions, timeline: Timeline): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  let known: readonly string[] | undefined;
  for (const { subject, text, at } of saidIn(definitions, timeline)) {
    for (const token of tokensIn(text)) {
      if (found.has(`${subject} ${token}`) || isKnown(token, timeline)) continue;
      known ??= nameable(definitions);
      const near = nearest(token, known);
      const details = {
        subject,
        token,
        near: near === undefined ? "" : ` Did you mean {${near}}?`,
      };
      found.set(`${subject} ${token}`, diagnostic("token_unknown", details, at()));
    }
  }
  return [...found.values()];
}

/** Whether a token names something of today, or something that an older version alone has. */
function isKnown(token: string, timeline: Timeline): boolean {
  const { head, versions, drafts } = timeline;
  const isAt = (name: string) => {
    const contract = timeline.at(name);
    return contract !== undefined && meaningOf(token, contract) !== undefined;
  };
  return (
    meaningOf(token, head) !== undefined || [...versions, ...drafts].some(({ name }) => isAt(name))
  );
}

/** Every description that holds a brace; few do. */
function saidIn(definitions: Definitions, timeline: Timeline): readonly Said[] {
  const defined = describedIn(definitions).flatMap(({ subject, description, origin }) =>
    hasBrace(description) ? { subject, text: description, at: () => origin.location() } : [],
  );
  const gates = [...timeline.gates.values()].flatMap(({ gate, description, location }) =>
    hasBrace(description)
      ? { subject: `the gate ${gate}`, text: description, at: () => location }
      : [],
  );
  return [...defined, ...gates, ...saidByGates(timeline)];
}

function hasBrace(text: string | undefined): text is string {
  return text?.includes("{") ?? false;
}

/** What gates say of the types, fields and values that only older versions have. */
function saidByGates(timeline: Timeline): readonly Said[] {
  const said: Said[] = [];
  // Contracts share what no change between them touched.
  const seen = new Set<ObjectShape | ShapeField>();
  const inField = (field: ShapeField): void => {
    if (seen.has(field)) return;
    seen.add(field);
    const { name, info, via } = field;
    const { kind, description } = info;
    if (via.length > 0 && (hasBrace(description) || kind.values)) {
      const gate = via.find((one) => timeline.modules.has(one)) ?? "";
      const at = () => timeline.modules.get(gate)?.origin.location();
      for (const text of [description, ...Object.values(kind.values ?? {})]) {
        if (hasBrace(text)) said.push({ subject: `${name} before ${gate}`, text, at });
      }
    }
    inKind(kind);
  };
  const inKind = (kind: Kind): void => {
    if (kind.shape) inShape(kind.shape);
    else for (const part of kind.parts ?? []) inKind(part);
  };
  const inShape = (shape: ObjectShape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const field of shape.fields.values()) inField(field);
  };
  for (const { name } of [...timeline.versions, ...timeline.drafts]) {
    const { resources, methods, errors } = timeline.at(name) ?? timeline.head;
    for (const { shape } of resources.values()) inShape(shape);
    for (const { params } of methods.values()) inShape(params);
    for (const { shape } of errors.values()) inShape(shape);
  }
  return said;
}

/** What a token may name. */
function nameable(definitions: Definitions): readonly string[] {
  const { methods, events } = definitions;
  return [
    ...definedFields(definitions).map(({ subject }) => subject.replace(" ", ".")),
    ...methods.map(({ name }) => name),
    ...events.map(({ type }) => type),
  ];
}
