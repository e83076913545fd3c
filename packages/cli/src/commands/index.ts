import type { Command } from "../command.js";
import { accountsClear } from "./accounts-clear.js";
import { accountsCreate } from "./accounts-create.js";
import { accountsGrant } from "./accounts-grant.js";
import { accountsList } from "./accounts-list.js";
import { accountsPin } from "./accounts-pin.js";
import { accountsRevoke } from "./accounts-revoke.js";
import { accountsShow } from "./accounts-show.js";
import { check } from "./check.js";
import { dev } from "./dev.js";
import { diff } from "./diff.js";
import { docs } from "./docs.js";
import { drafts } from "./drafts.js";
import { gates } from "./gates.js";
import { keysCreate } from "./keys-create.js";
import { keysList } from "./keys-list.js";
import { keysRevoke } from "./keys-revoke.js";
import { keysRoll } from "./keys-roll.js";
import { methods } from "./methods.js";
import { openapi } from "./openapi.js";
import { release } from "./release.js";
import { retire } from "./retire.js";
import { versions } from "./versions.js";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  accountsCreate,
  accountsShow,
  accountsList,
  accountsPin,
  accountsGrant,
  accountsRevoke,
  accountsClear,
  keysCreate,
  keysList,
  keysRoll,
  keysRevoke,
  versions,
  gates,
  methods,
  drafts,
  release,
  retire,
  check,
  diff,
  dev,
  docs,
  openapi,
];
