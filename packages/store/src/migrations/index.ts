import type { Migration } from "../migrate.js";
import { accounts } from "./001-accounts.js";
import { keys } from "./002-keys.js";
import { answers } from "./003-answers.js";
import { processes } from "./004-processes.js";

/** The store's own migrations, in their order. */
export const storeMigrations: readonly Migration[] = [accounts, keys, answers, processes];
