import type { OpenApiDocument } from "@holdfast/docs";

/** What stands in the place of a shared part that was judged before. */
const STUBS: Readonly<Record<string, object>> = {
  schemas: {},
  responses: { description: "Judged before." },
  headers: { schema: {} },
};

/**
 * Descriptions less what was in one before: versions have most of what they say in common, and
 * validators judge each part by itself.
 */
export class Unseen {
  readonly #seen = new Set<string>();

  /** What is new in a description, as a description; undefined where nothing is. */
  of(document: OpenApiDocument): OpenApiDocument | undefined {
    const before = this.#seen.size;
    const part = this.#part(document);
    return this.#seen.size === before ? undefined : part;
  }

  #part(document: OpenApiDocument): OpenApiDocument {
    const { paths, webhooks = {}, components } = document;
    return {
      ...document,
      paths: this.#new("paths", paths),
      webhooks: this.#new("webhooks", webhooks),
      components: Object.fromEntries(
        Object.entries(components).map(([section, parts]) => [
          section,
          section in STUBS ? this.#stubbed(section, parts) : parts,
        ]),
      ),
    };
  }

  #new<T extends object>(section: string, parts: T): T {
    const entries = Object.entries(parts).filter(([name, part]) =>
      this.#isNew(section, name, part),
    );
    return Object.fromEntries(entries) as T;
  }

  #stubbed<T extends object>(section: string, parts: T): T {
    return Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        this.#isNew(section, name, part) ? part : STUBS[section],
      ]),
    ) as T;
  }

  #isNew(section: string, name: string, part: unknown): boolean {
    const text = `${section} ${name} ${JSON.stringify(part)}`;
    if (this.#seen.has(text)) return false;
    this.#seen.add(text);
    return true;
  }
}
