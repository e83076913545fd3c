import { type ChildProcess, fork } from "node:child_process";
import { Agent } from "node:http";
import { fileURLToPath } from "node:url";
import type { Entries, Preparation, Says, Told } from "./child-messages.js";
import { freePort, isListening } from "./free-port.js";
import { LOADER_SETTINGS, type LoaderSettings } from "./loader-data.js";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How long a process that was told to end may take to do so, in milliseconds. */
const ENDS_WITHIN_MS = 5000;
const LOOK_EVERY_MS = 10;

/** Where what a process writes goes. */
export interface RunnerIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
}

/** A process for one state of the sources. */
export class Runner {
  readonly #child: ChildProcess;
  readonly agent = new Agent({ keepAlive: true });
  readonly #warm: Promise<void>;
  #port = 0;
  #written = "";
  #shown: ((text: string) => void) | undefined;
  #errors = "";

  constructor(loader: LoaderSettings, prepare: Preparation, io: RunnerIo) {
    this.#child = fork(here("./child.js"), [], {
      cwd: io.cwd,
      env: { ...io.env, [LOADER_SETTINGS]: JSON.stringify(loader), HOLDFAST_DEV: "1" },
      execArgv: [
        "--enable-source-maps",
        "--import",
        new URL("./register-loader.js", import.meta.url).href,
      ],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (this.#shown) this.#shown(text);
      else this.#written += text;
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (this.#shown) io.err(text);
      else this.#errors += text;
    });
    this.#child.on("error", () => undefined);
    this.#warm = this.#says("warm");
    this.#tell({ prepare });
  }

  get port(): number {
    return this.#port;
  }

  /**
   * Runs the sources as they are now, and waits until they are served.
   *
   * @returns what the app imports of others
   * @throws Error with what is wrong with the sources
   */
  async run(entries: Entries): Promise<readonly string[]> {
    this.#port = await freePort();
    await this.#warm;
    const running = this.#running();
    this.#tell({ run: { ...entries, port: this.#port } });
    const dependencies = await running;
    while (!(await isListening(this.#port))) {
      if (this.#child.exitCode !== null) throw new Error(this.#lastWords());
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return dependencies;
  }

  /** Shows what it writes from now on, and what it wrote before. */
  show(out: (text: string) => void): string {
    this.#shown = out;
    return this.#written;
  }

  /** Ends it: what it is answering goes out first. */
  close(): void {
    this.agent.destroy();
    if (this.#child.exitCode !== null) return;
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), ENDS_WITHIN_MS).unref();
    this.#child.once("exit", () => clearTimeout(late));
  }

  onEnd(ended: (words: string) => void): void {
    this.#child.once("exit", () => ended(this.#lastWords()));
  }

  #tell(told: Told): void {
    if (this.#child.connected) this.#child.send(told);
  }

  #running(): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      this.#child.on("message", (says: Says) => {
        if (says.is === "running") resolve(says.dependencies);
        if (says.is === "failed") reject(new Error(says.problem));
      });
      this.#child.once("exit", () => reject(new Error(this.#lastWords())));
    });
  }

  #says(is: Says["is"]): Promise<void> {
    return new Promise((resolve) => {
      this.#child.on("message", (says: Says) => {
        if (says.is === is) resolve();
      });
      // Whoever waits to run it meets the end there.
      this.#child.once("exit", () => resolve());
    });
  }

  #lastWords(): string {
    return this.#errors.trim() || "The server ended.";
  }
}
