import type { OpenApiDocument } from "./index.js";

/** Every object in a value, however deep. */
export function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** What stands at a reference within a description; undefined where nothing does. */
export function resolve(document: OpenApiDocument, ref: string): unknown {
  return ref
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (part, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name],
      document,
    );
}

/** The operations of a description, by their ids. */
export function operationsOf(document: OpenApiDocument): ReadonlyMap<string, Operation> {
  const items = [...Object.values(document.paths), ...Object.values(document.webhooks ?? {})];
  const all = items.flatMap((item) => Object.values(item)) as unknown as readonly Operation[];
  return new Map(all.map((operation) => [operation.operationId, operation]));
}

/** What tests look at of an operation. */
export interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, Media> }>>;
}

interface Media {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly encoding?: object;
  readonly example?: unknown;
}
