import { resolve } from "node:path";
import { openStore, type Store } from "@holdfast/store";
import type { Io } from "../io.js";
import type { Project } from "./project.js";

/**
 * Opens the store that the project's server uses: DATABASE_URL, else the folder HOLDFAST_DATA,
 * seen from the project as `npm start` sees it.
 */
export function openData({ folder }: Project, { env }: Io): Promise<Store> {
  const url = env.DATABASE_URL || undefined;
  const pepper = env.HOLDFAST_PEPPER;
  return openStore({
    dataFolder: resolve(folder, env.HOLDFAST_DATA || ".holdfast"),
    ...(url !== undefined && { url }),
    ...(pepper !== undefined && { pepper }),
  });
}
