import type { Execution } from "@holdfast/docs/samples";
import { api } from "../app.js";

type Method = NonNullable<
  ReturnType<NonNullable<ReturnType<typeof api.timeline.at>>["methods"]["get"]>
>;
type Shape = Method["params"];
type Said = ReadonlyMap<string, string>;

/**
 * What the version's own reader understood otherwise than the example says it: everything that its
 * params can say must be there, and nothing else but what the version says of itself.
 */
export function saidOtherwise({ shows, version, params, heard }: Execution): string[] {
  if (shows.on === "error") return [];
  const example = examplesMethod(shows, version);
  if (!example || !heard) return [`${shows.name} at ${version} is not understood`];
  const places = placesOf(example.params, "");
  const said = leavesOf(params);
  const understood = leavesOf(heard.params);
  const own = ownWords(example);
  const otherwise = [...understood].filter(
    ([path, value]) =>
      said.get(path) !== value && own.get(path) !== value && !isTaken(example, path),
  );
  const lost = [...said.keys()].filter((path) => !understood.has(path) && places.includes(path));
  return [...otherwise.map(([path]) => path), ...lost].map(
    (path) => `${shows.name} at ${version}: ${path}`,
  );
}

function examplesMethod({ on, name }: Execution["shows"], version: string): Method | undefined {
  return api.timeline.at(version)?.methods.get(on === "event" ? "events.retrieve" : name);
}

/** What is said at each path; lists are said as a whole. */
function leavesOf(value: unknown, path = ""): Said {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return new Map([[path, JSON.stringify(value)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([name, one]) =>
      one === undefined ? [] : [...leavesOf(one, path === "" ? name : `${path}.${name}`)],
    ),
  );
}

/** Where in head the params of a version go. */
function placesOf({ fields }: Shape, above: string): string[] {
  return [...fields.values()].flatMap(({ target, parts, info: { kind } }) => {
    const own = (parts ?? [{ target }]).map((part) => above + part.target.join("."));
    const inner = kind.shape && placesOf(kind.shape, kind.sharesScope ? above : `${own[0]}.`);
    return [...own, ...(inner ?? [])];
  });
}

/** What a version says where its callers do not: defaults and presets. */
function ownWords({ params, presets }: Method): Said {
  const defaults = [...params.fields.values()].flatMap(({ target, info }) =>
    info.default === undefined ? [] : [[target.join("."), JSON.stringify(info.default)] as const],
  );
  const preset = [...presets.values()].map(
    ({ target, value }) => [target.join("."), JSON.stringify(value)] as const,
  );
  return new Map([...defaults, ...preset]);
}

/** Whether `execute` is given something else than was sent. */
function isTaken({ params }: Method, path: string): boolean {
  return [...params.fields.values()].some(
    ({ target, info: { kind } }) => kind.taken !== undefined && target.join(".") === path,
  );
}
