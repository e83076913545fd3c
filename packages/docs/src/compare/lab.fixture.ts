import {
  type Api,
  bootApiFrom,
  type Change,
  type Fields,
  gate,
  type MethodDefinition,
  method,
  type Resource,
  type ResourceDefinition,
  resource,
  t,
} from "holdfast";

/** A record about which nothing is known. */
type Loose = Readonly<Record<string, never>>;

/** A resource that is rendered from whatever there is. */
export function resourceOf(name: string, fields: Fields): Resource<Loose> {
  return resource(name, { description: `A ${name}.`, fields }).from<Loose>();
}

/** A method that takes some params and returns a resource. */
export function methodOf(name: string, params: Fields, returns: Resource<Loose>): MethodDefinition {
  return method(name, {
    route: `POST /v1/${name.replace(".", "/")}`,
    description: `Does ${name}.`,
    params,
    returns,
  }).execute(async () => ({}));
}

/** The gates of some versions, oldest version first. */
export type Past = readonly Readonly<Record<string, readonly Change[]>>[];

/**
 * Boots an API of `genesis` and a version for each entry: `2011-01-01`, `2012-01-01` and on.
 *
 * @param next the gates of what is not released yet
 */
export function apiOf(
  methods: readonly MethodDefinition[],
  resources: readonly ResourceDefinition[],
  past: Past,
  next: Past[number] = {},
): Api {
  const steps = past.map((gates, index) => [`${2011 + index}-01-01`, gates] as const);
  const listed = [...steps, ["next", next] as const].map(([name, gates]) => {
    const entries = Object.keys(gates).map((one) => `\n  - { gate: ${one}, description: ${one}. }`);
    return `${name}:${entries.length === 0 ? " []" : entries.join("")}`;
  });
  const modules = [...past, next].flatMap((gates) =>
    Object.entries(gates).map(([name, changes]) => gate(name, changes)),
  );
  const hasDraft = Object.keys(next).length > 0;
  const history = ["genesis: []", ...(hasDraft ? listed : listed.slice(0, -1))].join("\n");
  return bootApiFrom({ name: "Lab", resources, methods }, history, modules);
}

/** A text that nothing is said about. */
export const text = t.string().describe("A text.");
