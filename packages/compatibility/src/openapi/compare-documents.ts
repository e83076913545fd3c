import { createHash } from "node:crypto";
import { type Noticed, type Report, reportOf } from "../report/finding.js";
import type { Policy } from "../report/severity.js";
import { compareOperation, compareWebhooks } from "./compare-operation.js";
import { DiffContext } from "./context.js";
import { OpenApiDocument } from "./document.js";
import { matchOperations, pathOf } from "./match.js";
import { type Operation, operationsOf } from "./operations.js";

export interface DiffOptions {
  /** Who must not notice; `wire` if left out. */
  readonly policy?: Policy;
  /** Told after each operation how many are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Compares two OpenAPI 3.0 or 3.1 descriptions: whether everyone who gets along with the old one gets
 * along with the new one. One finding for each cause; what is breaking has a payload that shows it.
 * @throws LoadError with file and line where a description cannot be read
 *
 * @example
 * diffOpenApi("v1.yaml", "v2.yaml", { policy: "client" }).verdict; // "breaking"
 */
export function diffOpenApi(oldFile: string, newFile: string, options: DiffOptions = {}): Report {
  const diff = new DiffContext(new OpenApiDocument(oldFile), new OpenApiDocument(newFile));
  const olds = operationsOf(diff.old);
  const { pairs, gone, added } = matchOperations(olds, operationsOf(diff.next));
  for (const [old, next] of pairs) diff.same.set(pathOf(next), pathOf(old));
  for (const [index, [old, next]] of pairs.entries()) {
    options.onProgress?.(index, pairs.length);
    compareOperation(diff, old, next);
  }
  options.onProgress?.(pairs.length, pairs.length);
  for (const operation of gone) diff.noticed.push(isGone(operation));
  for (const operation of added) diff.noticed.push(isNew(operation));
  compareWebhooks(diff);
  return reportOf(diff.noticed, options.policy ?? "wire", hash);
}

function isGone({ label, part, path }: Operation): Noticed {
  return {
    operation: label,
    direction: "request",
    effect: "gone",
    proven: "rule",
    about: "operation",
    cause: `operation gone ${label}`,
    where: part.pointer,
    message: "is gone",
    witness: { at: "request", validIn: "old", value: `${label.split(" ")[0]} ${path}` },
  };
}

function isNew({ label, part }: Operation): Noticed {
  return {
    operation: label,
    direction: "request",
    effect: "added",
    proven: "rule",
    about: "operation",
    cause: `operation added ${label}`,
    where: part.pointer,
    message: "is new",
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
