import type { Location } from "../definition/location.js";
import { catalogue, type DiagnosticId } from "./catalogue.js";

/** Something wrong with an API, where it is, and how to mend it. */
export interface Diagnostic {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly mend: string;
  readonly location: Location | undefined;
}

/** Fills a diagnostic's templates. */
export function diagnostic(
  id: DiagnosticId,
  details: Readonly<Record<string, string>>,
  location?: Location,
): Diagnostic {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (all, name: string) => details[name] ?? all);
  return { id, message: fill(catalogue[id].message), mend: fill(catalogue[id].mend), location };
}

/** Shows a diagnostic on three lines: where, what, mend. */
export function showDiagnostic({ id, message, mend, location }: Diagnostic): string {
  const where = location ? `${location.file}:${location.line}` : "(no source)";
  return `${where}\n  ${id}: ${message}\n  mend: ${mend}`;
}

/** An API that does not boot, with everything that is wrong with it. */
export class BootError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      [
        `The API does not boot: ${diagnostics.length} thing(s) to mend.`,
        ...diagnostics.map(showDiagnostic),
      ].join("\n\n"),
    );
    this.name = "BootError";
    this.diagnostics = diagnostics;
  }
}
