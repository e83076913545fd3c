import { readFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { checkDefaults } from "./compile/check-defaults.js";
import { CompiledContract } from "./compile/compiled-contract.js";
import { checkDefinitions } from "./contract/check-definitions.js";
import { checkHeaders } from "./contract/check-headers.js";
import type { Contract } from "./contract/contract.js";
import type { Definitions } from "./contract/definitions.js";
import { newestContract } from "./contract/newest.js";
import type { ErrorDefinition } from "./definition/error.js";
import type { EventDefinition } from "./definition/event.js";
import type { Gates, MethodDefinition } from "./definition/method.js";
import type { ResourceDefinition } from "./definition/resource.js";
import type { ResponseHeader } from "./definition/response-header.js";
import { BootError } from "./diagnostics/diagnostic.js";
import { checkHeaderNames } from "./history/check-header-names.js";
import { checkGateNames, checkModules, checkRoutes } from "./history/check-history.js";
import { checkTokens } from "./history/check-tokens.js";
import type { GateModule } from "./history/gate.js";
import { heldGates } from "./history/held-gates.js";
import { collectGates, type LoadedGates, loadGates } from "./history/load-gates.js";
import { Timeline } from "./history/timeline.js";
import { type History, parseHistory } from "./history/versions.js";
import type { Account } from "./pipeline/account-store.js";
import { defaultList } from "./pipeline/default-list.js";
import { frameworkErrors } from "./pipeline/errors.js";
import { frameworkHeaders } from "./pipeline/headers.js";
import { Router } from "./pipeline/router.js";

/** An API as its authors describe it. */
export interface ApiOptions {
  readonly name: string;
  readonly resources: readonly ResourceDefinition[];
  readonly methods: readonly MethodDefinition[];
  /** Errors beside those that methods name under `raises`. */
  readonly errors?: readonly ErrorDefinition[];
  readonly events?: readonly EventDefinition[];
  /** Headers that every answer carries. */
  readonly headers?: readonly ResponseHeader<undefined>[];
  /** The resource that wraps pages. */
  readonly lists?: ResourceDefinition;
  /** The request and response header that carries a version. */
  readonly versionHeader?: string;
}

/** Where an API's past is written down. */
export interface HistorySource {
  /** The file `versions.yaml`. */
  readonly versions: URL;
  /** The folder of gate modules, with a slash at its end. */
  readonly gates: URL;
}

/** An API that has booted: every contract that it ever had, and what serves them. */
export class Api {
  readonly name: string;
  readonly versionHeader: string;
  readonly definitions: Definitions;
  /** What every answer carries, beside the framework's own headers. */
  readonly headers: readonly ResponseHeader[];
  readonly timeline: Timeline;
  /** The file of the history, `versions.yaml`. */
  readonly historyFile: string;
  /** The folder in which the modules of its gates were written. */
  readonly gatesFolder: string;
  readonly #options: ApiOptions;
  readonly #gates: LoadedGates;
  readonly #compiled = new WeakMap<Contract, CompiledContract>();
  readonly #routers = new WeakMap<Contract["methods"], Router>();

  constructor(options: ApiOptions, history: History, gates: LoadedGates, gatesFolder: string) {
    this.name = options.name;
    this.versionHeader = options.versionHeader ?? "API-Version";
    this.definitions = definitionsOf(options);
    this.headers = options.headers ?? [];
    this.historyFile = history.file;
    this.#options = options;
    this.#gates = gates;
    this.gatesFolder = gatesFolder;
    this.timeline = new Timeline(newestContract(this.definitions), history, gates.modules);
    const diagnostics = [
      ...history.diagnostics,
      ...gates.diagnostics,
      ...checkDefinitions(this.definitions),
      ...checkHeaders(this.definitions),
      ...checkModules(history, gates.modules, gatesFolder),
      ...this.timeline.diagnostics,
      ...checkGateNames(this.definitions, this.timeline),
      ...checkTokens(this.definitions, this.timeline),
      ...checkRoutes(this.timeline),
      ...checkDefaults(this.timeline, this.definitions.lists.name),
      ...checkHeaderNames(this.timeline, this.headers),
    ];
    if (diagnostics.length > 0) throw new BootError(diagnostics);
  }

  /**
   * The same API with another history: another text of its `versions.yaml`. Throws a BootError
   * where that does not boot.
   */
  rebooted(versions: string): Api {
    const history = parseHistory(versions, this.historyFile);
    return new Api(this.#options, history, this.#gates, this.gatesFolder);
  }

  /**
   * The gates that an account has, for logic that no request asks for, such as a background job.
   * An account without a pin has those of the newest version. Asking about a gate that no version
   * lists throws a TypeError.
   */
  gatesOf({ pin, granted, revoked }: Pick<Account, "pin" | "granted" | "revoked">): Gates<string> {
    const version = pin ?? this.timeline.versions.at(-1)?.name ?? "";
    return heldGates(this.timeline, { version, granted, revoked }, (gate) => {
      if (!this.timeline.gates.has(gate)) throw new TypeError(`no version lists the gate ${gate}`);
    });
  }

  /** The functions of a contract, made when they are first needed. */
  compiled(contract: Contract): CompiledContract {
    const known = this.#compiled.get(contract);
    if (known) return known;
    const made = new CompiledContract(contract, this.definitions.lists.name);
    this.#compiled.set(contract, made);
    return made;
  }

  /** Finds methods by path, at a contract. */
  router(contract: Contract): Router {
    const known = this.#routers.get(contract.methods);
    if (known) return known;
    const made = new Router(contract);
    this.#routers.set(contract.methods, made);
    return made;
  }
}

function definitionsOf(options: ApiOptions): Definitions {
  const named = [...(options.errors ?? []), ...options.methods.flatMap(errorsOf)];
  return {
    resources: options.resources,
    methods: options.methods,
    errors: [...new Set<ErrorDefinition>([...frameworkErrors, ...named])],
    events: options.events ?? [],
    headers: [
      ...new Set([
        ...frameworkHeaders,
        ...(options.headers ?? []),
        ...options.methods.flatMap(({ headers }) => headers),
      ]),
    ],
    lists: options.lists ?? defaultList,
  };
}

function errorsOf({ raises, checks }: MethodDefinition): ErrorDefinition[] {
  const fromChecks = Object.values(checks).flatMap((check) => check.raises ?? []);
  return [...raises, ...fromChecks];
}

/**
 * Boots an API from its definitions and its history. Throws a BootError that names every mistake
 * with its file, its line and the mend.
 *
 * @example
 * export const api = await bootApi(
 *   { name: "Payments", resources: [charge], methods: [createCharge] },
 *   { versions: new URL("../versions.yaml", import.meta.url), gates: new URL("./gates/", import.meta.url) },
 * );
 */
export async function bootApi(options: ApiOptions, source: HistorySource): Promise<Api> {
  const file = fileURLToPath(source.versions);
  const history = parseHistory(await readFile(file, "utf8"), file);
  const gates = await loadGates(source.gates);
  const folder = sourceFolder(gates.modules) ?? fileURLToPath(source.gates);
  return new Api(options, history, gates, folder);
}

/** Where the gates were written, which need not be where they were built. */
function sourceFolder(modules: ReadonlyMap<string, GateModule>): string | undefined {
  for (const { origin } of modules.values()) {
    const file = origin.location()?.file;
    if (file !== undefined) return join(dirname(file), sep);
  }
  return undefined;
}

/** Boots an API from a history that is at hand; for tests and for places without files. */
export function bootApiFrom(
  options: ApiOptions,
  versions: string,
  gates: readonly GateModule[],
): Api {
  const loaded = collectGates(
    gates.map((exported) => ({ file: exported.origin.location()?.file ?? "gates/", exported })),
  );
  return new Api(options, parseHistory(versions, "versions.yaml"), loaded, "gates/");
}
