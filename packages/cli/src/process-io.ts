import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import type { Io } from "./io.js";

/** The Io of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return {
    cwd: process.cwd(),
    env,
    user: userName(),
    columns: stdout.isTTY ? stdout.columns : undefined,
    colours: stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb",
    clock: Date.now,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    ask: stdin.isTTY && stderr.isTTY ? ask : null,
  };
}

/** The end of the input and Ctrl-C are no answer; both leave the cursor behind the question. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const none = new Promise<string>((resolve) => terminal.once("close", () => resolve("\n")));
  const answer = await Promise.race([terminal.question(question), none]);
  terminal.close();
  if (answer === "\n") process.stderr.write(answer);
  return answer;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user need not have a name.
    return String(process.getuid?.() ?? "unknown");
  }
}
