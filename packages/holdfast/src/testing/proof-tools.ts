import type { Judge, ProofTools, Search } from "../proof/tools.js";
import { SharedParts } from "./shared-parts.js";

/** How many choices a random example has; what is left is the simplest. */
const TAPE = 256;
/** More options than any choice has. */
const OPTIONS = 1023;
/** How often a failure is tried at simpler choices; past that, the simplest so far is shown. */
const TRIED = 600;

/**
 * An independent judge (ajv) and a search that shrinks (fast-check). Both are asked for only here,
 * so that who serves an API need not have them.
 */
export async function proofTools(): Promise<ProofTools> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const fc = await import("fast-check");
  const ajv = new Ajv2020({
    strict: false,
    addUsedSchema: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  const parts = new SharedParts((schema, key) => ajv.addSchema(schema, key));

  const judges = new Map<string, ReturnType<Judge>>();
  const judge: Judge = (schema) => {
    const key = JSON.stringify(schema);
    const known = judges.get(key);
    if (known) return known;
    const validate = ajv.compile(parts.within(schema));
    const made: ReturnType<Judge> = (value) =>
      validate(value) || ajv.errorsText(validate.errors, { dataVar: "it" });
    judges.set(key, made);
    return made;
  };

  const tapes = fc.array(fc.nat({ max: OPTIONS }), { maxLength: TAPE, size: "max" });
  const search: Search = async (attempt, { seed, runs, failing }) => {
    let tried = 0;
    const property = fc.asyncProperty(tapes, async (tape) => {
      if (tried++ < TRIED || !failing) await attempt(tape);
    });
    const examples: [number[]][] = failing ? [[[...failing].slice(0, TAPE)]] : [];
    // What fails is shrunk where it is shown, and not at each of its contracts.
    const found = await fc.check(property, {
      seed,
      numRuns: runs,
      examples,
      endOnFailure: !failing,
    });
    return found.counterexample?.[0];
  };

  const known = new Map<string, readonly string[]>();
  const matching = (pattern: string): readonly string[] => {
    const texts = known.get(pattern) ?? textsOf(pattern, fc);
    known.set(pattern, texts);
    return texts;
  };

  return { judge, search, matching };
}

/** Some texts that a pattern describes; none where fast-check cannot read the pattern. */
function textsOf(pattern: string, fc: typeof import("fast-check")): readonly string[] {
  try {
    const arbitrary = fc.stringMatching(new RegExp(pattern));
    return [...new Set(fc.sample(arbitrary, { seed: 1, numRuns: 6 }))];
  } catch {
    return [];
  }
}
