import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What `npm run build` runs. */
const script = fileURLToPath(new URL("../../../../scripts/build.js", import.meta.url));

/** The server as it is run: the build's output. */
export const builtMain = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** How often a build is tried, and the pause between, in milliseconds: sources may be being edited. */
const TRIES = 3;
const PAUSE = 3_000;

/** Brings the build up to date; where it is already, this takes a moment. */
export async function build(): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const { code, output } = await compile();
    if (code === 0) return;
    if (tried === TRIES) throw new Error(`The payments API does not build:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function compile(): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script]);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
