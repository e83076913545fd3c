import { Comparer } from "./comparer.js";
import { SchemaReader } from "./read-schema.js";
import { RefClasses } from "./ref-classes.js";
import type { Source } from "./source.js";
import { type Term, Terms } from "./term.js";

/** Schemas of several sources, read so that they can be compared with each other. */
export class Space {
  readonly comparer: Comparer;
  readonly #classes = new RefClasses();
  readonly #terms = new Terms();
  readonly #refs = new Map<string, Term>();
  readonly #readers = new Map<Source, SchemaReader>();

  constructor() {
    this.comparer = new Comparer(this.#terms);
  }

  /** Makes known what a schema refers to. All that will be read is added before anything is. */
  add(source: Source, schema: unknown): void {
    this.#classes.add(source, schema);
  }

  /**
   * Reads a schema that was added.
   * @throws SchemaError
   */
  read(source: Source, schema: unknown): Term {
    let reader = this.#readers.get(source);
    if (!reader) {
      reader = new SchemaReader(this.#terms, this.#classes, source, this.#refs);
      this.#readers.set(source, reader);
    }
    return reader.readWhole(schema);
  }
}
