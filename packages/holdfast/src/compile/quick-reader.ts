import type { MethodShape } from "../contract/contract.js";
import type { KindCompiler } from "../definition/kind.js";
import { Reader } from "../definition/reader.js";
import { routeParams } from "../definition/route-params.js";
import type { WireObject } from "../http/message.js";
import { emitReader } from "./emit-reader.js";
import type { Target } from "./read-params.js";
import { planReading } from "./read-plan.js";
import { type Scanned, Scanner } from "./scan.js";

/** A request that was read in one run. */
export interface QuickRead {
  /** Head's params. */
  readonly head: Target;
  /** The paths to expand, in the caller's names. */
  readonly expand: readonly string[];
}

type PathParams = Readonly<Record<string, string>>;

/**
 * Reads the requests of a method at one shape: decoding, validation and request compatibility in
 * one run. Undefined where a request is unusual or wrong: then the interpreter reads it, which
 * knows what to say.
 */
export interface QuickReader {
  form(text: string, path: PathParams): QuickRead | undefined;
  tree(input: WireObject, path: PathParams): QuickRead | undefined;
}

const texts = Reader.anywhere(true);
const typed = Reader.anywhere(false);

/** Makes the quick reader of a method; undefined where its params hang on their order. */
export function quickReader(
  { params, path }: MethodShape,
  compiler: KindCompiler,
  unknownParams: "refused" | "ignored",
): QuickReader | undefined {
  const inPath = new Set(routeParams(path));
  const plan = planReading(params, unknownParams, inPath);
  if (!plan) return undefined;
  const scanner = new Scanner(plan);
  const readSlots = emitReader(plan, compiler);
  const read = (scanned: Scanned | undefined, at: Reader): QuickRead | undefined => {
    if (!scanned) return undefined;
    try {
      const head = readSlots(scanned.slots, at);
      return head && { head, expand: scanned.expand };
    } catch {
      return undefined;
    }
  };
  return {
    form: (text, given) => read(scanner.form(text, given), texts),
    tree: (input, given) => read(scanner.tree(input, given), typed),
  };
}
