/** Something that the linter found. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly message: string;
  readonly at: string;
}

export function missing(): string | undefined;
export function invalid(document: object): Promise<Readonly<Record<string, readonly string[]>>>;
export function lint(document: object): Promise<readonly LintFinding[]>;
export function generateClient(document: object): Promise<string>;
export function render(document: object): string;
