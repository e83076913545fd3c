import type { Place } from "./places.js";
import { ServerProcess } from "./server-process.js";

/** A server that listens. */
export interface Life {
  readonly process: ServerProcess;
  readonly url: string;
}

/** One server after another on the same data; the next ones load while one is at work. */
export class Servers {
  readonly #env: Place["env"];
  readonly #refill: boolean;
  readonly #waiting: ServerProcess[];
  readonly #past: ServerProcess[] = [];
  #life: Promise<Life> = new Promise(() => {});
  #live: (life: Life) => void = () => {};

  /** `ahead` servers load at once; with `refill` there are always as many. */
  constructor(place: Place, ahead: number, { refill }: { readonly refill: boolean }) {
    this.#env = place.env;
    this.#refill = refill;
    this.#waiting = Array.from({ length: ahead }, () => new ServerProcess(this.#env));
    this.#expect();
  }

  /** The server that listens, or the next one that will. */
  current(): Promise<Life> {
    return this.#life;
  }

  /** Has the next server begin to start, and resolves before it listens. */
  async begin(): Promise<ServerProcess> {
    if (this.#refill) this.#waiting.push(new ServerProcess(this.#env));
    const server = this.#waiting.shift();
    if (server === undefined) throw new Error("no server is waiting");
    await server.warm;
    this.#past.push(server);
    server.go();
    return server;
  }

  /** Starts the next server and lets clients have it once it listens. */
  async start(): Promise<Life> {
    const process = await this.begin();
    const life = { process, url: await process.listening() };
    this.#live(life);
    return life;
  }

  /** Kills the server that listens. Clients wait for the next one from then on. */
  async kill({ process }: Life): Promise<void> {
    this.#expect();
    await process.kill();
  }

  /** What servers wrote on stderr: to be killed is no reason to complain. */
  complaints(): readonly string[] {
    return this.#past.map(({ stderr }) => stderr).filter((text) => text !== "");
  }

  /** Ends every process. */
  async close(): Promise<void> {
    await Promise.all([...this.#waiting, ...this.#past].map((process) => process.kill()));
  }

  #expect(): void {
    this.#life = new Promise((resolve) => {
      this.#live = resolve;
    });
  }
}
