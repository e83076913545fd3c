import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { builtMain } from "./build.js";

const preload = fileURLToPath(new URL("preload.mjs", import.meta.url));

/**
 * How long a server may take to load, and to listen once it is told to start, in milliseconds. Far
 * more than it takes: a machine that stands still for a while is no fault of the server's.
 */
const PATIENCE = 120_000;

const listens = /served at (\S+)\n/;

/** The payments server in a process of its own, from its loading to its death. */
export class ServerProcess {
  /** Resolves once all is loaded and only the start is left. */
  readonly warm: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<void>;
  readonly #watchers = new Set<() => void>();
  #stdout = "";
  #stderr = "";
  #over = false;
  #killed = false;

  constructor(env: Readonly<Record<string, string>>) {
    // Nobody reads the docs of a server that is about to be killed.
    const own = {
      HOLDFAST_RATE_LIMIT: "1000000",
      HOLDFAST_RATE_BURST: "1000000",
      HOLDFAST_DOCS: "first",
    };
    this.#child = spawn(process.execPath, ["--import", preload, builtMain], {
      env: { PATH: process.env.PATH, PORT: "0", HOLDFAST_QUIET: "1", ...own, ...env },
    });
    this.#child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#stdout += text;
      this.#tell();
    });
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr += text;
    });
    // A server that is dead does not read what it is told.
    this.#child.stdin.on("error", () => {});
    this.#ended = new Promise((resolve) => {
      this.#child.once("close", () => {
        this.#over = true;
        this.#tell();
        resolve();
      });
    });
    this.warm = this.#printed(/^warm$/m).then(() => {});
    // Whoever waits for it learns of a failure; nobody has to.
    this.warm.catch(() => {});
  }

  /** What it complained of. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Whether it was killed by `kill`, from the moment just before. */
  get killed(): boolean {
    return this.#killed;
  }

  get hasListened(): boolean {
    return listens.test(this.#stdout);
  }

  /** Lets the process start to serve. */
  go(): void {
    this.#child.stdin.write("go\n");
  }

  /** Resolves to its URL once it listens; rejects if it ends before. */
  async listening(): Promise<string> {
    const [, url = ""] = await this.#printed(listens);
    return url;
  }

  /** Kills it (SIGKILL) and resolves when it is gone. */
  async kill(): Promise<void> {
    this.#killed = true;
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #printed(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        end();
      };
      const fail = (how: string) =>
        settle(() => reject(new Error(`The server ${how}. ${this.#stderr}`)));
      const look = () => {
        const found = pattern.exec(this.#stdout);
        if (found) settle(() => resolve(found));
        else if (this.#over) fail(`ended before it printed ${pattern}`);
      };
      const timer = setTimeout(() => fail(`did not print ${pattern} in time`), PATIENCE);
      this.#watchers.add(look);
      look();
    });
  }
}
