import { relative } from "node:path";
import { count, flag } from "../arguments/option.js";
import { command } from "../command.js";
import { DevServer } from "../dev/dev-server.js";
import { Failure } from "../errors.js";
import type { Io } from "../io.js";
import { colours } from "../output/colour.js";
import { counted } from "../output/words.js";

const USUAL_PORT = 4000;

export const dev = command({
  name: "dev",
  summary: "Serves the API and its docs from their sources, again whenever one is saved.",
  details:
    "Runs the module that package.json names as the server, with the port in PORT; the docs alone where it names none. Open pages show what was saved by themselves. What is wrong with the sources is shown there and here, with file and line; what was served before goes on meanwhile.",
  arguments: {},
  options: {
    "no-types": flag("does not let TypeScript check the sources"),
    port: count("PORT", "where to listen; $PORT, or 4000, if left out", 65_535),
  },
  example: "dev --port 8000",
  async run({ port, "no-types": noTypes }, { io, project }) {
    const asked = port ?? (Number(io.env.PORT) || USUAL_PORT);
    const found = await project();
    const server = await DevServer.start({
      project: found,
      port: asked,
      types: !noTypes,
      host: io.env.HOST || "127.0.0.1",
      io: { ...io, cwd: found.folder, env: { ...io.env, HOST: "127.0.0.1" } },
      onServed: (files, milliseconds) => io.out(servedLine(files, milliseconds, io)),
      onProblem: (problem) => io.err(problemLines(problem, io)),
    }).catch((error: unknown) => {
      throw isTaken(error) ? taken(asked) : error;
    });
    try {
      await interrupted();
    } finally {
      server.close();
    }
    return { json: {}, show: () => "" };
  },
});

function servedLine(files: readonly string[], milliseconds: number, io: Io): string {
  const paint = colours(io.colours);
  const [first] = files;
  const what =
    first === undefined
      ? "Watching the sources"
      : `${relative(io.cwd, first)}${files.length > 1 ? ` and ${counted(files.length - 1, "more file")}` : ""}`;
  return `${paint.faint(`${what}: served after ${Math.round(milliseconds)} ms`)}\n`;
}

function problemLines(problem: string | undefined, io: Io): string {
  const paint = colours(io.colours);
  return problem === undefined ? "Nothing is wrong any more.\n" : `\n${paint.warning(problem)}\n\n`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function taken(port: number): Failure {
  return new Failure("port_taken", `Port ${port} is taken: stop who listens there, or use --port.`);
}

/** Until somebody wants it to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
