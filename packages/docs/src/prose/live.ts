import type { Api, Json } from "holdfast";
import { meaningOf } from "holdfast/contract";
import type { Described } from "../model/describe.js";
import type { AttributeDoc, ErrorDoc, EventDoc, MethodDoc, ValueDoc } from "../model/docs.js";
import type { SubjectRef } from "../model/refs.js";
import type { Lives } from "../model/scope.js";
import type { SampleRequest } from "../samples/sample.js";
import type { Samples } from "../samples/samples.js";
import { code } from "../text/code.js";
import { absent } from "./absent.js";
import type { LivePart } from "./document.js";
import { gateNote, versionNote } from "./notes.js";
import { onlyNamed } from "./only-named.js";

/** What live parts are made from. */
export interface LiveSource {
  readonly api: Api;
  readonly described: Described;
  readonly lifelines: Lives;
  readonly samples: Pick<
    Samples,
    "methodSample" | "resourceSample" | "eventSample" | "errorSample"
  >;
}

/** What a live part shows at a version, for whoever writes it as HTML or Markdown. */
export type LiveData =
  | {
      readonly kind: "attributes";
      readonly subject: SubjectRef;
      readonly part: "params" | "fields";
      readonly attributes: readonly AttributeDoc[];
    }
  | { readonly kind: "values"; readonly called: string; readonly values: readonly ValueDoc[] }
  | { readonly kind: "request"; readonly called: string; readonly request: SampleRequest }
  | {
      readonly kind: "json";
      readonly title: string;
      readonly value: Json;
      readonly attributes: readonly AttributeDoc[];
    }
  | { readonly kind: "errors"; readonly errors: readonly ErrorDoc[] }
  | { readonly kind: "events"; readonly events: readonly EventDoc[] }
  /** A sentence or two: what a version has not, or how it stands. */
  | { readonly kind: "note"; readonly markdown: string };

/** What a live part shows at the version that is described; a note where that has nothing of it. */
export function liveData(part: LivePart, source: LiveSource): LiveData {
  const { described } = source;
  switch (part.verb) {
    case "version":
      return versionNote(source);
    case "gate":
      return gateNote(part.name ?? "", source);
    case "events":
      return {
        kind: "events",
        events: described.events.flatMap((name) => described.event(name) ?? []),
      };
    case "errors":
      return errorsOf(part, source);
    case "values":
      return valuesOf(part, source);
    default:
      return ofSubject(part, source) ?? absent(part, source);
  }
}

function errorsOf(part: LivePart, source: LiveSource): LiveData {
  const { described } = source;
  const { name, only } = part;
  const isOfAll = name === undefined || name === "*";
  const all = isOfAll
    ? described.errors.flatMap((one) => described.error(one) ?? [])
    : (described.method(name)?.errors ?? []);
  const errors = only.length === 0 ? all : all.filter((one) => only.includes(one.name));
  if (errors.length > 0) return { kind: "errors", errors };
  if (!isOfAll) return absent(part, source);
  const version = code(described.version.name);
  return { kind: "note", markdown: `Version ${version} has no such error.` };
}

function valuesOf(part: LivePart, source: LiveSource): LiveData {
  const { described } = source;
  const meaning = meaningOf(part.name ?? "", described.contract);
  const called = meaning?.called;
  if (!meaning || called === undefined) return absent(part, source);
  const [attribute] = onlyNamed(attributesOf(meaning, source), [called.split(".")]);
  const values = attribute?.type.values ?? [];
  return values.length === 0 ? absent(part, source) : { kind: "values", called, values };
}

/** The params of a method, or the fields of what is none. */
function attributesOf(
  { on, name }: SubjectRef,
  { described }: LiveSource,
): readonly AttributeDoc[] {
  if (on === "method") return described.method(name)?.params ?? [];
  if (on === "error") return described.error(name)?.attributes ?? [];
  return described.resource(name)?.attributes ?? [];
}

/** What is about one method, resource, event or error; undefined where the version has it not. */
function ofSubject(part: LivePart, source: LiveSource): LiveData | undefined {
  const { described, samples } = source;
  const { verb, name = "" } = part;
  const version = described.version.name;
  const method = described.method(name);
  const json = (title: string, value: Json | undefined, attributes: readonly AttributeDoc[]) =>
    value === undefined ? undefined : ({ kind: "json", title, value, attributes } as const);
  switch (verb) {
    case "params":
      return method?.exists
        ? named(part, { on: "method", name }, method.params, source)
        : undefined;
    case "attributes": {
      const on = described.resource(name) ? "resource" : "error";
      const attributes = attributesOf({ on, name }, source);
      return attributes.length === 0 ? undefined : named(part, { on, name }, attributes, source);
    }
    case "example": {
      const request = method?.exists ? samples.methodSample(name, version)?.request : undefined;
      return request && { kind: "request", called: method?.name ?? name, request };
    }
    case "response":
      return json(
        "Response",
        samples.methodSample(name, version)?.response.body,
        returned(method, source),
      );
    case "object": {
      const resource = described.resource(name);
      if (resource)
        return json(resource.name, samples.resourceSample(name, version), resource.attributes);
      const error = described.error(name);
      return json("Error", error && samples.errorSample(name, version), error?.attributes ?? []);
    }
    case "event":
      return json("Event", described.event(name) && samples.eventSample(name, version), []);
    default:
      return undefined;
  }
}

function returned(
  method: MethodDoc | undefined,
  { described }: LiveSource,
): readonly AttributeDoc[] {
  const { name = "", how } = method?.returns.resource ?? {};
  return how === "page" ? [] : (described.resource(name)?.attributes ?? []);
}

/** All attributes of a subject, or those that the part names. */
function named(
  part: LivePart,
  subject: SubjectRef,
  attributes: readonly AttributeDoc[],
  { described }: LiveSource,
): LiveData | undefined {
  const kind = "attributes";
  const of = subject.on === "method" ? "params" : "fields";
  if (part.only.length === 0) return { kind, subject, part: of, attributes };
  const ways = part.only.flatMap((one) => {
    const called = meaningOf(`${subject.name}.${one}`, described.contract)?.called;
    return called === undefined ? [] : [called.split(".")];
  });
  const found = onlyNamed(attributes, ways);
  return found.length === 0 ? undefined : { kind, subject, part: of, attributes: found };
}
