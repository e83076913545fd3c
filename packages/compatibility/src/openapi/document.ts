import { dirname, join, normalize } from "node:path";
import { isList, isObject, type Json, type JsonObject, member } from "../schema/json.js";
import type { Dialect } from "../schema/source.js";
import { escaped, LoadError, type LoadedFile, loadFile, unescaped } from "./load.js";

/** A part of a description, and where it stands. */
export interface Part {
  readonly value: JsonObject;
  readonly pointer: string;
}

const none: JsonObject = {};

/** An OpenAPI 3.0 or 3.1 description, with the local files that it refers to. */
export class OpenApiDocument {
  readonly file: string;
  readonly root: JsonObject;
  readonly dialect: Dialect;
  readonly #files = new Map<string, LoadedFile>();
  readonly #targets = new Map<string, Json | undefined>();

  /**
   * Reads one from a file.
   * @throws LoadError
   */
  constructor(file: string) {
    this.file = file;
    const loaded = loadFile(file, "");
    this.#files.set("", loaded);
    const { content } = loaded;
    if (!isObject(content)) throw new LoadError(file, 1, "An OpenAPI description is an object.");
    const version = member(content, "openapi");
    if (typeof version !== "string" || !/^3\.[0-9]/.test(version)) {
      const told = member(content, "swagger") === undefined ? "" : " This one is Swagger 2.0.";
      throw new LoadError(file, 1, `It does not begin with openapi: 3.0.x or 3.1.x.${told}`);
    }
    this.root = content;
    this.dialect = version.startsWith("3.0") ? "openapi-3.0" : "2020-12";
  }

  /** What a `$ref` stands for; undefined if it leads nowhere. */
  readonly resolve = (ref: string): Json | undefined => {
    if (!this.#targets.has(ref)) this.#targets.set(ref, this.#find(ref));
    return this.#targets.get(ref);
  };

  #find(ref: string): Json | undefined {
    const hash = ref.indexOf("#");
    const path = decodeURI(hash === -1 ? ref : ref.slice(0, hash));
    if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
    const { content } = this.#fileAt(path === "" ? "" : normalize(path));
    const pointer = hash === -1 ? "" : ref.slice(hash + 1);
    if (pointer !== "" && !pointer.startsWith("/")) return findAnchor(content, pointer);
    let at: Json | undefined = content;
    for (const part of pointer.split("/").slice(1).map(unescaped)) {
      if (isList(at)) at = at[Number(part)];
      else at = isObject(at) ? member(at, part) : undefined;
    }
    return at;
  }

  #fileAt(path: string): LoadedFile {
    let loaded = this.#files.get(path);
    if (!loaded) {
      loaded = loadFile(join(dirname(this.file), path), path);
      this.#files.set(path, loaded);
    }
    return loaded;
  }

  /** Stops, and says where. */
  fail(pointer: string, message: string): never {
    const hash = pointer.indexOf("#");
    const path = pointer.slice(0, Math.max(0, hash));
    const file = path === "" ? this.file : join(dirname(this.file), path);
    const line = this.#files.get(path)?.line(pointer.slice(hash + 1));
    throw new LoadError(file, line, message);
  }

  /** The description itself. */
  get top(): Part {
    return { value: this.root, pointer: "#" };
  }

  /** A value that must be an object, references followed. */
  part(value: Json | undefined, pointer: string): Part {
    let at = value;
    let place = pointer;
    for (let steps = 0; isObject(at) && typeof at.$ref === "string"; steps++) {
      const ref: string = at.$ref;
      const target = this.resolve(ref);
      if (target === undefined) this.fail(place, `Nothing stands at ${ref}.`);
      if (steps > 50) this.fail(place, `${ref} leads only to itself.`);
      at = target;
      place = ref.includes("#") ? ref : `${ref}#`;
    }
    if (!isObject(at)) this.fail(place, `${place} is an object, and not ${kindOf(at)}.`);
    return { value: at, pointer: place };
  }

  /** A member that is an object; an empty one if it is absent. */
  child({ value, pointer }: Part, name: string): Part {
    const place = `${pointer}/${escaped(name)}`;
    const child = member(value, name);
    return child === undefined ? { value: none, pointer: place } : this.part(child, place);
  }

  /** The members of a map of objects. */
  entries(map: Part): readonly (readonly [string, Part])[] {
    return Object.keys(map.value).map((name) => [name, this.child(map, name)] as const);
  }

  /** The members of an object whose names are given, but for extensions. */
  own(object: Part): readonly (readonly [string, Part])[] {
    return Object.keys(object.value)
      .filter((name) => !name.startsWith("x-"))
      .map((name) => [name, this.child(object, name)] as const);
  }

  /** The objects of a list; none if it is absent. */
  items({ value, pointer }: Part, name: string): readonly Part[] {
    const list = member(value, name);
    if (list === undefined) return [];
    const place = `${pointer}/${escaped(name)}`;
    if (!isList(list)) this.fail(place, `${name} is a list, and not ${kindOf(list)}.`);
    return list.map((one, at) => this.part(one, `${place}/${at}`));
  }
}

function kindOf(value: Json | undefined): string {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (isList(value)) return "a list";
  return isObject(value) ? "an object" : `the ${typeof value} ${JSON.stringify(value)}`;
}

/** A schema that names itself with `$anchor`. */
function findAnchor(value: Json, anchor: string): Json | undefined {
  if (isObject(value) && (value.$anchor === anchor || value.$dynamicAnchor === anchor))
    return value;
  const parts = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const part of parts) {
    const found = findAnchor(part, anchor);
    if (found !== undefined) return found;
  }
  return undefined;
}
