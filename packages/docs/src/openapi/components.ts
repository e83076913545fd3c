import { byName, type JsonObject } from "./document.js";

/** Where shared parts of a description stand. */
export type Section = "schemas" | "responses" | "headers" | "parameters";

/** The shared parts of one description. Each is made once and gets a name of its own. */
export class Components {
  readonly #names = new Map<string, string>();
  /** How many parts have wanted a name, as far as tools tell names apart. */
  readonly #wanted = new Map<string, number>();
  readonly #parts = new Map<Section, Map<string, JsonObject>>();

  /**
   * A reference to a part, which is made where it is first asked for.
   *
   * @param key what the part is, unique within its section
   * @param wanted what to call it; where that is taken, a number follows
   */
  ref(section: Section, key: string, wanted: string, make: () => JsonObject): JsonObject {
    const id = `${section} ${key}`;
    const known = this.#names.get(id);
    if (known !== undefined) return { $ref: `#/components/${section}/${known}` };
    const name = this.#free(section, wanted);
    // It has its name before it is made: it may hold itself.
    this.#names.set(id, name);
    const parts = this.#parts.get(section) ?? new Map<string, JsonObject>();
    this.#parts.set(section, parts);
    parts.set(name, make());
    return { $ref: `#/components/${section}/${name}` };
  }

  /** A part that was made, by a reference to it. */
  at({ $ref }: JsonObject): JsonObject | undefined {
    const [section, name] = String($ref).split("/").slice(2);
    return this.#parts.get(section as Section)?.get(name ?? "");
  }

  // Names are letters, digits, dots, dashes and underscores (OpenAPI 3.1, "Components Object").
  // Tools make names of their own from them, in which neither case nor dots count.
  #free(section: Section, wanted: string): string {
    const plain = wanted.replace(/[^A-Za-z0-9._-]/g, "_") || "_";
    for (let name = plain; ; ) {
      const said = `${section} ${name.replace(/[._-]/g, "").toLowerCase()}`;
      const before = this.#wanted.get(said) ?? 0;
      this.#wanted.set(said, before + 1);
      if (before === 0) return name;
      name = `${plain}.v${before + 1}`;
    }
  }

  /** All of them, in the order of their names. */
  get all(): { readonly [section: string]: JsonObject } {
    const sections = [...this.#parts].map(([section, parts]) => [section, byName(parts)] as const);
    return byName(sections);
  }
}
