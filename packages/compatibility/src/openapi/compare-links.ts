import { canonical, isObject, type Json, type JsonObject, member } from "../schema/json.js";
import type { Responses } from "./compare-headers.js";
import type { DiffContext, Scene } from "./context.js";
import type { OpenApiDocument, Part } from "./document.js";
import { unescaped } from "./load.js";
import { pathOf } from "./match.js";
import { namesIn, type Operation, operationsOf } from "./operations.js";

/** Compares the links of a response: where they lead, and with what. */
export function compareLinks(
  diff: DiffContext,
  scene: Scene,
  { old, new: next, label }: Responses & { readonly operation: Operation },
): void {
  const after = new Map(diff.next.entries(diff.next.child(next, "links")));
  for (const [name, link] of diff.old.entries(diff.old.child(old, "links"))) {
    const other = after.get(name);
    const was = told(diff.old, link);
    const is = other && told(diff.next, other, diff.same);
    if (is === was) continue;
    diff.notice(scene, {
      effect: "gone",
      proven: "rule",
      about: "link",
      cause: `link ${name} ${was} ${is}`,
      where: link.pointer,
      message: other ? `${label} link ${name} leads elsewhere` : `${label} link ${name} is gone`,
      witness: { at: `${label} link ${name}`, validIn: "old", value: link.value },
    });
  }
}

/** What a link says, whatever names it says it by. */
function told(
  document: OpenApiDocument,
  { value }: Part,
  same?: ReadonlyMap<string, string>,
): string {
  const target = targetOf(document, value);
  const parameters = member(value, "parameters");
  const names = target ? namesIn(target.path) : [];
  const given = isObject(parameters)
    ? Object.entries(parameters).map(([name, one]) => [parameterKey(name, names), one] as const)
    : [];
  const path = target && pathOf(target);
  const to: Json =
    path !== undefined
      ? (same?.get(path) ?? path)
      : (member(value, "operationId") ?? member(value, "operationRef") ?? null);
  return canonical({
    to,
    given: Object.fromEntries(given),
    body: member(value, "requestBody") ?? null,
    server: member(value, "server") ?? null,
  });
}

function parameterKey(name: string, names: readonly string[]): string {
  const at = names.indexOf(name.replace(/^path\./, ""));
  return at === -1 ? name : `path {${at}}`;
}

function targetOf(
  document: OpenApiDocument,
  link: JsonObject,
): { readonly verb: string; readonly path: string } | undefined {
  const id = member(link, "operationId");
  if (typeof id === "string") {
    return operationsOf(document).find(({ part }) => member(part.value, "operationId") === id);
  }
  const ref = member(link, "operationRef");
  const match = typeof ref === "string" ? /^#\/paths\/([^/]+)\/([a-z]+)$/.exec(ref) : null;
  return match
    ? { path: unescaped(match[1] ?? ""), verb: (match[2] ?? "").toUpperCase() }
    : undefined;
}
