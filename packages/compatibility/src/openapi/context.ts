import type { Noticed } from "../report/finding.js";
import type { Direction } from "../report/severity.js";
import { differencesOf } from "../schema/compare.js";
import type { Comparer } from "../schema/comparer.js";
import { isList, isObject, type Json } from "../schema/json.js";
import { type Mode, SchemaError, type Source } from "../schema/source.js";
import { Space } from "../schema/space.js";
import type { Term } from "../schema/term.js";
import { evidenceOf, type Found } from "../schema/walk.js";
import type { OpenApiDocument, Part } from "./document.js";
import { escaped } from "./load.js";

/** Where a comparison is made. */
export interface Scene {
  readonly operation: string;
  readonly direction: Direction;
}

/** What is noticed in a scene. */
export type Said = Omit<Noticed, "operation" | "direction">;

/** Two descriptions, and what was noticed between them. */
export class DiffContext {
  readonly old: OpenApiDocument;
  readonly next: OpenApiDocument;
  readonly noticed: Noticed[] = [];
  /** The old path of what is served under another one now. */
  readonly same = new Map<string, string>();
  readonly #spaces: Readonly<Record<Mode, ModeSpace>>;

  constructor(old: OpenApiDocument, next: OpenApiDocument, spaces = spacesOf(old, next)) {
    this.old = old;
    this.next = next;
    this.#spaces = spaces;
  }

  /** The same descriptions, and nothing noticed yet. */
  fork(): DiffContext {
    return new DiffContext(this.old, this.next, this.#spaces);
  }

  /** Keeps what was noticed. */
  notice({ operation, direction }: Scene, said: Said): void {
    this.noticed.push({ operation, direction, ...said });
  }

  /** The schemas of a direction. */
  space(direction: Direction): ModeSpace {
    return this.#spaces[direction === "request" ? "sent" : "received"];
  }

  /** Compares two schemas, and notices what differs. */
  compareTerms(
    scene: Scene,
    old: Term,
    next: Term,
    place: { readonly pointer: string; readonly label: string; readonly at: string },
  ): void {
    const space = this.space(scene.direction);
    for (const found of space.differences(old, next)) {
      const { difference, path } = found;
      const names = difference.name === undefined ? path : [...path, difference.name];
      const without = { at: place.at, validIn: "old", value: null, without: shownPath(names) };
      this.notice(scene, {
        effect: difference.effect,
        surface: difference.about === "deprecated" ? "docs" : "wire",
        about: difference.about,
        cause: `schema ${difference.about} ${difference.name ?? ""} ${difference.cause}`,
        where: space.where(found, place.pointer),
        message: `${place.label}${names.length > 0 ? ` ${shownPath(names)}` : ""} ${difference.message}`,
        ...(difference.about === "default" && { witness: without }),
        prove() {
          const { proven, witness } = evidenceOf(space.comparer, found);
          if (!witness) return { proven };
          const { holds, value } = witness;
          return { proven, witness: { at: place.at, validIn: holds, value } };
        },
      });
    }
  }

  /** Reads a schema of either side. */
  read(direction: Direction, side: "old" | "new", schema: Json | undefined, pointer: string): Term {
    return this.space(direction).read(side, schema, pointer);
  }
}

function spacesOf(old: OpenApiDocument, next: OpenApiDocument): Readonly<Record<Mode, ModeSpace>> {
  return {
    sent: new ModeSpace(old, next, "sent"),
    received: new ModeSpace(old, next, "received"),
  };
}

function shownPath(names: readonly string[]): string {
  return names.reduce((path, name) => {
    if (name.startsWith("[")) return `${path}${name}`;
    return path === "" ? name : `${path}.${name}`;
  }, "");
}

/** The schemas of both descriptions, as they are sent or received. */
class ModeSpace {
  readonly #space = new Space();
  readonly #sources: Readonly<Record<"old" | "new", Source>>;
  readonly #documents: Readonly<Record<"old" | "new", OpenApiDocument>>;
  readonly #names = new Map<Term, string>();
  readonly #found = new Map<string, readonly Found[]>();
  #isReady = false;

  constructor(old: OpenApiDocument, next: OpenApiDocument, mode: Mode) {
    this.#documents = { old, new: next };
    this.#sources = {
      old: { name: "old", resolve: old.resolve, dialect: old.dialect, mode },
      new: { name: "new", resolve: next.resolve, dialect: next.dialect, mode },
    };
  }

  get comparer(): Comparer {
    return this.#space.comparer;
  }

  read(side: "old" | "new", schema: Json | undefined, pointer: string): Term {
    this.#prepare();
    try {
      return this.#space.read(this.#sources[side], schema);
    } catch (error) {
      if (error instanceof SchemaError) this.#documents[side].fail(pointer, error.message);
      throw error;
    }
  }

  /** What two schemas differ in, found once. */
  differences(old: Term, next: Term): readonly Found[] {
    const key = `${old.id} ${next.id}`;
    let found = this.#found.get(key);
    if (!found) {
      found = differencesOf(this.comparer, old, next);
      this.#found.set(key, found);
    }
    return found;
  }

  /** Where a difference was made: in the schema with a name that stands nearest, if any. */
  where(found: Found, root: string): string {
    const { path, olds, news, difference } = found;
    const names = difference.name === undefined ? path : [...path, difference.name];
    for (let at = olds.length - 1; at >= 0; at--) {
      const [old, next] = [olds[at], news[at]];
      const name = (old && this.#nameOf(old)) ?? (next && this.#nameOf(next));
      if (name !== undefined) return `${name}${names.slice(at).map(step).join("")}`;
    }
    return `${root}${names.map(step).join("")}`;
  }

  /** A schema's name; that of its only alternative or part with one, if it has none itself. */
  #nameOf(term: Term): string | undefined {
    const own = this.#names.get(term);
    const body = term.body;
    if (own !== undefined || typeof body === "boolean" || "ref" in body) return own;
    const parts = body.anyOf ?? body.oneOf ?? body.allOf ?? [];
    const names = parts.flatMap((part) => this.#names.get(part) ?? []);
    return names.length === 1 ? names[0] : undefined;
  }

  /** All references are known before the first schema is read, so that those that say the same are one. */
  #prepare(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    for (const side of ["old", "new"] as const) {
      const refs = new Set<string>();
      collectRefs(this.#documents[side].root, refs);
      for (const ref of refs) this.#space.add(this.#sources[side], { $ref: ref });
    }
    for (const side of ["old", "new"] as const) this.#nameSchemas(side);
  }

  #nameSchemas(side: "old" | "new"): void {
    const document = this.#documents[side];
    const schemas = document.child(document.child(document.top, "components"), "schemas");
    for (const name of Object.keys(schemas.value)) {
      const pointer = `${schemas.pointer}/${escaped(name)}`;
      const term = this.read(side, { $ref: pointer }, pointer);
      const isPlain = typeof term.body === "boolean" || !isNamed(term);
      if (!isPlain && !this.#names.has(term)) this.#names.set(term, pointer);
    }
  }
}

/** Whether a schema says so much that where it says the same it is the same. */
function isNamed({ body }: Term): boolean {
  if (typeof body === "boolean") return false;
  if ("ref" in body) return true;
  return Boolean(body.properties ?? body.allOf ?? body.anyOf ?? body.oneOf ?? body.enum);
}

function step(segment: string): string {
  if (segment.startsWith("[")) return "/items";
  if (segment === "*") return "/additionalProperties";
  if (/^\/.*\/$/.test(segment)) return `/patternProperties/${escaped(segment.slice(1, -1))}`;
  return `/properties/${escaped(segment)}`;
}

function collectRefs(value: Json, refs: Set<string>): void {
  if (isList(value)) {
    for (const one of value) collectRefs(one, refs);
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      if ((key === "$ref" || key === "$dynamicRef") && typeof one === "string") refs.add(one);
      else collectRefs(one, refs);
    }
  }
}

/** A part's pointer, and its schema. */
export function schemaOf(part: Part): {
  readonly schema: Json | undefined;
  readonly pointer: string;
} {
  const schema = Object.hasOwn(part.value, "schema") ? part.value.schema : undefined;
  return { schema, pointer: `${part.pointer}/schema` };
}
