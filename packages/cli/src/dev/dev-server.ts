import { pathToFileURL } from "node:url";
import { Failure } from "../errors.js";
import type { Project } from "../project/project.js";
import type { Entries, Preparation } from "./child-messages.js";
import { type Front, openFront } from "./front.js";
import type { LoaderSettings } from "./loader-data.js";
import { Runner, type RunnerIo } from "./runner.js";
import { type Sources, sourcesOf } from "./sources.js";
import { findTranspiler } from "./transpiler.js";
import { TypeCheck } from "./type-check.js";
import { type TreeWatch, watchTree } from "./watch-tree.js";

/** How long a page is given to be loaded before something else is begun, in milliseconds. */
const PAUSE_MS = 500;

/** What a server says just after it has begun to listen was said by the first one already. */
const GREETING_MS = 300;

/** How the sources are served while they are written. */
interface DevOptions {
  readonly project: Project;
  readonly port: number;
  readonly host: string;
  readonly io: RunnerIo;
  /** Whether the project's TypeScript looks at the sources, too. */
  readonly types: boolean;
  /** Told when a state of the sources is served, and how long that took in milliseconds. */
  readonly onServed: (files: readonly string[], milliseconds: number) => void;
  /** Told of what is wrong with the sources, if anything is. */
  readonly onProblem: (problem: string | undefined) => void;
}

/** Serves an app from its sources, again whenever one is saved. */
export class DevServer {
  readonly #options: DevOptions;
  readonly #sources: Sources;
  readonly #loader: LoaderSettings;
  readonly #front: Front;
  #watch: TreeWatch | undefined;
  readonly #types: TypeCheck | undefined;
  #spare: Runner | undefined;
  #current: Runner | undefined;
  #dependencies: readonly string[] = [];
  #preparing: NodeJS.Timeout | undefined;
  /** How often the sources were run; what was begun before the last time is too late. */
  #turn = 0;
  #bootProblem: string | undefined;
  #typeProblem: string | undefined;
  #told: string | undefined;

  private constructor(options: DevOptions, sources: Sources, front: Front) {
    this.#options = options;
    this.#sources = sources;
    this.#front = front;
    this.#loader = loaderSettings(sources);
    this.#types =
      options.types && sources.built ? new TypeCheck(sources.built.tsconfig) : undefined;
  }

  /** @throws Failure "types_stay" where nothing can take the types out of sources */
  static async start(options: DevOptions): Promise<DevServer> {
    const sources = sourcesOf(options.project.app);
    const front = await openFront(options.port, options.host);
    try {
      const server = new DevServer(options, sources, front);
      await server.#start();
      return server;
    } catch (error) {
      front.close();
      throw error;
    }
  }

  get port(): number {
    return this.#front.port;
  }

  close(): void {
    this.#turn += 1;
    clearTimeout(this.#preparing);
    this.#watch?.close();
    this.#types?.close();
    this.#front.close();
    this.#spare?.close();
    const current = this.#current;
    this.#current = undefined;
    current?.close();
  }

  async #start(): Promise<void> {
    const { folder, built } = this.#sources;
    this.#watch = await watchTree(folder, built ? [built.dist] : [], (files) => this.#run(files));
    await this.#run([]);
  }

  /** Runs the sources as they are now. What was served before goes on until they are. */
  async #run(files: readonly string[]): Promise<void> {
    const { onServed } = this.#options;
    const began = performance.now();
    this.#turn += 1;
    const turn = this.#turn;
    const runner = this.#spare ?? this.#runner(undefined);
    this.#spare = undefined;
    clearTimeout(this.#preparing);
    try {
      this.#dependencies = await runner.run(this.#entries);
    } catch (error) {
      runner.close();
      if (turn !== this.#turn) return;
      this.#bootProblem = error instanceof Error ? error.message : String(error);
      this.#tell();
      this.#prepare();
      return;
    }
    if (turn !== this.#turn) {
      runner.close();
      return;
    }
    this.#lead(runner);
    this.#bootProblem = undefined;
    this.#tell();
    this.#front.reload();
    onServed(files, performance.now() - began);
    this.#prepare();
  }

  #lead(runner: Runner): void {
    const { out } = this.#options.io;
    const own = (text: string) => text.replaceAll(`127.0.0.1:${runner.port}`, this.#address());
    const isFirst = !this.#current;
    const shownFrom = performance.now() + (isFirst ? 0 : GREETING_MS);
    const written = runner.show((text) => {
      if (performance.now() >= shownFrom) out(own(text));
    });
    if (isFirst) out(own(written));
    this.#front.lead(runner);
    this.#current?.close();
    this.#current = runner;
    runner.onEnd((words) => {
      if (this.#current !== runner) return;
      this.#bootProblem = words;
      this.#tell();
    });
  }

  #address(): string {
    return `127.0.0.1:${this.#front.port}`;
  }

  /** Makes a process ready for the next time, once the page has been loaded. */
  #prepare(): void {
    const rehearse = { entries: this.#entries, page: this.#front.page };
    this.#preparing = setTimeout(() => {
      this.#types?.start((problems) => {
        this.#typeProblem = problems.length === 0 ? undefined : problems.join("\n\n");
        this.#tell();
      });
      this.#spare ??= this.#runner(this.#bootProblem === undefined ? rehearse : undefined);
    }, PAUSE_MS);
  }

  #runner(rehearse: Preparation["rehearse"]): Runner {
    const { io } = this.#options;
    return new Runner(this.#loader, { dependencies: this.#dependencies, rehearse }, io);
  }

  get #entries(): Entries {
    const { app, docs, server } = this.#options.project;
    return { app, docs, server };
  }

  #tell(): void {
    const problem = this.#bootProblem ?? this.#typeProblem;
    if (problem === this.#told) return;
    this.#told = problem;
    this.#front.tell(problem);
    this.#options.onProblem(problem);
  }
}

function loaderSettings({ folder, built }: Sources): LoaderSettings {
  const address = (path: string) => `${pathToFileURL(path).href}/`;
  if (!built) return { folder: address(folder) };
  const transpiler = findTranspiler(folder);
  if (!transpiler) {
    throw new Failure(
      "types_stay",
      "Nothing here can run TypeScript: use Node 22.13 or newer, or install esbuild.",
    );
  }
  return {
    folder: address(folder),
    built: { src: address(built.src), dist: address(built.dist) },
    transpiler,
  };
}
