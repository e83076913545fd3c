import type { Change, What } from "../change.js";
import { baseOf } from "../root-causes.js";

/** What integrators are told of a change that was mended, by what it is about. */
const TEXTS: Readonly<Record<What, (change: Change) => string>> = {
  method: (change) => `\`${baseOf(change.owner)}\` is no longer there.`,
  name: ({ owner, names: [now] }) => `\`${baseOf(owner)}\` is called \`${now}\` now.`,
  route: ({ owner, names: [old, now] }) =>
    `\`${baseOf(owner)}\` is at \`${now}\` now; before, it was at \`${old}\`.`,
  keys: ({ owner }) => `\`${baseOf(owner)}\` takes other kinds of key now.`,
  checks: ({ owner, names }) => `\`${baseOf(owner)}\` now checks ${names.join(", ")}.`,
  groups: ({ owner }) => `\`${baseOf(owner)}\` asks for other groups of params now.`,
  status: ({ owner, before, now }) =>
    `\`${baseOf(owner)}\` has the status ${now} now; before, it was ${before}.`,
  returns: ({ owner }) => `\`${baseOf(owner)}\` returns something else now.`,
  aspect: (change) => `${place(change)} is otherwise now (${change.names.join(", ")}).`,
  field: (change) =>
    change.before === undefined
      ? `${place(change)} must be given now.`
      : `${place(change)} is no longer there.`,
  renamed: (change) => `${place(change)} is now \`${change.names[0]}\`.`,
  type: (change) => `${place(change)} is of another type now.`,
  values: (change) => `${place(change)} has other values now (${values(change)}).`,
  limits: (change) => `${place(change)} has other limits now.`,
  optional: (change) =>
    change.sent === "narrower"
      ? `${place(change)} must be given now.`
      : `${place(change)} may be missing now.`,
  nullable: (change) =>
    change.now === true
      ? `${place(change)} may be \`null\` now.`
      : `${place(change)} may no longer be \`null\`.`,
  default: (change) =>
    `${place(change)} means \`${JSON.stringify(change.now)}\` now where it is left out; before, \`${JSON.stringify(change.before)}\`.`,
  expansion: (change) => `${place(change)} is only shown where it is expanded now.`,
  audience: (change) => `${place(change)} is no longer shown to publishable keys.`,
  unknown_keys: (change) => `${place(change)} no longer takes keys that it does not know.`,
  error: ({ owner }) => `The error \`${baseOf(owner)}\` is no longer answered.`,
  event: ({ owner }) => `The event \`${baseOf(owner)}\` is no longer sent.`,
  event_object: ({ owner }) => `The event \`${baseOf(owner)}\` is about something else now.`,
  header: ({ owner }) => `The header \`${baseOf(owner)}\` is no longer sent.`,
  wire: ({ before, now, names }) =>
    `The policy \`${names.join()}\` is \`${now}\` now; before, it was \`${before}\`.`,
};

/** The entry of versions.yaml. */
export function changelogText(change: Change): string {
  return TEXTS[change.what](change);
}

function place({ owner, path }: Change): string {
  const kind = owner.kind === "method" ? "param" : "field";
  if (path.length === 0) return `\`${baseOf(owner)}\``;
  return `The ${kind} \`${path.join(".")}\` of \`${baseOf(owner)}\``;
}

function values({ names }: Change): string {
  const gone = names
    .filter((name) => name.startsWith("-"))
    .map((name) => `\`${name.slice(1)}\` is gone`);
  const added = names
    .filter((name) => name.startsWith("+"))
    .map((name) => `\`${name.slice(1)}\` is new`);
  return [...gone, ...added].join(", ");
}
