import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ERROR = /^(.+)\((\d+),(\d+)\): error (TS\d+: .*)$/;

/** The project's TypeScript, which looks at its sources and writes nothing. */
export class TypeCheck {
  readonly #tsconfig: string;
  readonly #compiler: string | undefined;
  #running: ChildProcess | undefined;

  constructor(tsconfig: string) {
    this.#tsconfig = tsconfig;
    this.#compiler = compilerFor(tsconfig);
  }

  /**
   * Checks the sources as they are. What was begun before is left.
   *
   * @param checked told what is wrong: `/home/ada/api/src/app.ts:3`, then why; nothing if nothing is
   */
  start(checked: (problems: readonly string[]) => void): void {
    this.close();
    // A project without TypeScript has nothing to be checked.
    if (this.#compiler === undefined) return;
    const words = [this.#compiler, "--noEmit", "--pretty", "false", "-p", this.#tsconfig];
    const cwd = dirname(this.#tsconfig);
    const child = spawn(process.execPath, words, { cwd, stdio: ["ignore", "pipe", "ignore"] });
    this.#running = child;
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    child.once("error", () => undefined);
    child.once("close", () => {
      if (this.#running === child) checked(problemsIn(text, cwd));
    });
  }

  close(): void {
    this.#running?.kill();
    this.#running = undefined;
  }
}

/** Each error with its file and line; what is said of it in more lines stands below. */
function problemsIn(text: string, folder: string): readonly string[] {
  const problems: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, file, row, , message] = ERROR.exec(line) ?? [];
    if (file !== undefined) problems.push(`${join(folder, file)}:${row}\n  ${message}`);
    else if (/^\s+\S/.test(line) && problems.length > 0)
      problems.push(`${problems.pop()}\n  ${line}`);
  }
  return problems;
}

function compilerFor(tsconfig: string): string | undefined {
  const { resolve } = createRequire(tsconfig);
  try {
    const manifest = resolve("typescript/package.json");
    const { bin } = createRequire(import.meta.url)(manifest);
    return join(dirname(manifest), bin.tsc);
  } catch {
    return undefined;
  }
}
