import type { Descriptions } from "holdfast/floor";
import type { Change, Owner } from "../change.js";
import { baseOf, type RootCause } from "../root-causes.js";
import { changelogText } from "./changelog-text.js";
import { gateName } from "./gate-name.js";
import { moduleText, type Source, type Sources } from "./module-text.js";
import { verbOf } from "./verb.js";

/** What makes the old versions as they were: a gate, and what the definitions must keep. */
export interface Mend {
  readonly gate: string;
  /** The entry of versions.yaml, for integrators. */
  readonly description: string;
  /** The file in the folder of gates. */
  readonly file: string;
  /** The whole module, ready to paste. */
  readonly module: string;
  /** The statements in it. */
  readonly statements: readonly string[];
  /** What the definitions must have for it. */
  readonly definitions: readonly Kept[];
  /** What its author must decide: the module says something that is only likely. */
  readonly decide: readonly string[];
}

/** Something that a definition must keep. */
export interface Kept {
  /** The thing whose definition it is. */
  readonly owner: Owner;
  /** The way to the object that it stands in. */
  readonly path: readonly string[];
  /** The text to put there. */
  readonly text: string;
}

/** What a mend is written with. */
export interface MendContext {
  /** What people were told at the newest version that is touched. */
  readonly before: Descriptions;
  readonly sources: Sources;
  /** Gates that there are. */
  readonly taken: ReadonlySet<string>;
}

/** The mend of a root cause; undefined where no verb says it. */
export function mendOf(cause: RootCause, context: MendContext): Mend | undefined {
  const gate = gateName(cause.change, context.taken);
  const written = ownPlaces(cause.places).map((change) => {
    const source = context.sources(change.owner);
    const verb = verbOf(change, { gate, ...context });
    return verb && { change, source, ...verb };
  });
  const known = written.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < written.length) return undefined;
  const statements = known.flatMap(({ change, source, verbs }) =>
    verbs.map((verb) => statementText(change, source, verb)),
  );
  const more = known.flatMap(({ needs }) => needs);
  return {
    gate,
    description: changelogText(cause.change),
    file: `${gate.replaceAll("_", "-")}.ts`,
    statements,
    module: moduleText(gate, statements, [...known.map(({ source }) => source), ...more]),
    definitions: known.flatMap(({ change, keeps }) =>
      keeps.map(({ path, text }) => ({ owner: change.owner, path, text })),
    ),
    decide: [...new Set(known.flatMap(({ decide }) => decide))],
  };
}

/** Places of a resource follow from the resource, where it is touched itself. */
function ownPlaces(places: readonly Change[]): readonly Change[] {
  const own = places.filter(({ owner }) => !owner.name.includes("@") || owner.kind === "error");
  return own.length > 0 ? own : places.slice(0, 1);
}

function statementText({ owner, path }: Change, { name }: Source, verb: string): string {
  if (path.length === 0 || !verb.startsWith("$")) return verb.replace(/^\$?/, "");
  const of = owner.kind === "method" ? "param" : "field";
  return `${of}(${name}, ${JSON.stringify(path.join("."))}, ${verb.slice(1)})`;
}

/** How a thing is called in a sentence. */
export function subjectOf({ owner, path }: Pick<Change, "owner" | "path">): string {
  const name = baseOf(owner);
  if (path.length === 0) return name;
  return `${name}${owner.kind === "method" ? " " : "."}${path.join(".")}`;
}
