import type { MessagePort } from "node:worker_threads";
import type { Transpiler } from "./transpiler.js";

/** What the loader of a process that runs sources is told. */
export interface LoaderSettings {
  /** The address of the app's folder, with a slash at its end. */
  readonly folder: string;
  /** The addresses of the folders between which the app is built, with slashes at their ends. */
  readonly built?: { readonly src: string; readonly dist: string };
  readonly transpiler?: Transpiler;
}

export interface LoaderData extends LoaderSettings {
  /** Told of each module outside of the app's folder that the app imports by its name. */
  readonly port: MessagePort;
}

/** The variable of the environment that holds the settings, as JSON. */
export const LOADER_SETTINGS = "HOLDFAST_DEV_LOADER";
