import { Ajv2020 } from "ajv/dist/2020.js";
import type { PlainObject } from "holdfast/floor";

/** An independent judge of JSON Schemas, and texts for their patterns. */
export interface Judges {
  /** Whether a value is as a schema says. */
  judge(schema: PlainObject): (value: unknown) => boolean;
  /** Texts that a pattern describes, always the same ones. */
  matching(pattern: string): readonly string[];
}

/** Judges by ajv. Equal schemas are compiled once. */
export function ajvJudges(matching: (pattern: string) => readonly string[]): Judges {
  const ajv = new Ajv2020({ strict: false, addUsedSchema: false, validateSchema: false });
  const known = new Map<string, (value: unknown) => boolean>();
  return {
    matching,
    judge(schema) {
      const key = JSON.stringify(schema);
      const made = known.get(key) ?? ajv.compile(schema);
      known.set(key, made);
      return (value) => made(value) === true;
    },
  };
}
