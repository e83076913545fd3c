import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** TypeScript looking at sources as they are written. */
export interface TypeWatch {
  close(): void;
}

const ERROR = /^(.+)\((\d+),(\d+)\): error (TS\d+: .*)$/;

/**
 * Lets the project's TypeScript check its sources whenever they change, in a process of its own that
 * writes nothing. Undefined where the project has none.
 *
 * @param checked told after each check what is wrong: `src/app.ts:3 TS2322: …`, nothing if nothing is
 */
export function watchTypes(
  tsconfig: string,
  checked: (problems: readonly string[]) => void,
): TypeWatch | undefined {
  const compiler = compilerFor(tsconfig);
  if (compiler === undefined) return undefined;
  const words = ["--noEmit", "--watch", "--preserveWatchOutput", "--pretty", "false"];
  const child: ChildProcess = spawn(process.execPath, [compiler, ...words, "-p", tsconfig], {
    cwd: dirname(tsconfig),
    stdio: ["ignore", "pipe", "ignore"],
  });
  let problems: string[] = [];
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [, file, row, , message] = ERROR.exec(line) ?? [];
      if (file !== undefined)
        problems.push(`${join(dirname(tsconfig), file)}:${row}\n  ${message}`);
      else if (/^\s+\S/.test(line) && problems.length > 0)
        problems.push(`${problems.pop()}\n  ${line}`);
      else if (/ - Found \d+ errors?\. Watching/.test(line)) {
        checked(problems);
        problems = [];
      }
    }
  });
  child.on("error", () => undefined);
  return { close: () => child.kill() };
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
