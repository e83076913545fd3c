import type { Store } from "@holdfast/store";
import type { Api } from "holdfast";
import type { Io } from "./io.js";
import { loadApp } from "./project/load-app.js";
import { openData } from "./project/open-data.js";
import { findProject, type Project } from "./project/project.js";

/** What commands work on. The app is booted, and the store opened, when they are first needed. */
export interface Context {
  readonly io: Io;
  /** Who does it, for the histories: `cli:<user>`. */
  readonly who: string;
  /** The file of the app's module. */
  app(): Promise<string>;
  project(): Promise<Project>;
  api(): Promise<Api>;
  store(): Promise<Store>;
}

/** Runs a command's work, and closes what it opened. */
export async function withContext<T>(io: Io, work: (context: Context) => Promise<T>): Promise<T> {
  const project = once(() => findProject(io.cwd));
  let opened: Promise<Store> | undefined;
  const context: Context = {
    io,
    who: `cli:${io.user}`,
    app: async () => (await project()).app,
    project,
    api: once(async () => loadApp((await project()).app)),
    store() {
      opened ??= project().then((found) => openData(found, io));
      return opened;
    },
  };
  try {
    return await work(context);
  } finally {
    await opened?.then(
      (store) => store.close(),
      () => undefined, // The work has met this error already.
    );
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
