import { canonical, isList, isObject, type JsonObject, member } from "../schema/json.js";
import type { DiffContext, Scene } from "./context.js";
import type { OpenApiDocument } from "./document.js";
import { type Operation, textsOf, under } from "./operations.js";

/** One way to be let in: every scheme of it, by what it is, and the scopes that it needs. */
interface Way {
  readonly schemes: ReadonlyMap<string, Need>;
  readonly text: string;
}

interface Need {
  readonly name: string;
  readonly definition: JsonObject | undefined;
  readonly scopes: readonly string[];
}

/** Compares who is let in: whoever was must still be, with the same credentials. */
export function compareSecurity(
  diff: DiffContext,
  scene: Scene,
  old: Operation,
  next: Operation,
): void {
  const before = waysOf(diff.old, old);
  const after = waysOf(diff.next, next);
  for (const way of before) {
    if (after.some((other) => letsIn(way, other))) continue;
    diff.notice(scene, {
      effect: "narrower",
      proven: "rule",
      about: "security",
      cause: `security ${canonical(describe(way))} ${after.map((one) => canonical(describe(one))).join(" ")}`,
      where: Object.hasOwn(old.part.value, "security") ? under(old.part, "security") : "#/security",
      message: `${way.text} no longer lets in; now needed: ${after.map(({ text }) => text).join(", or ")}`,
      witness: { at: "credentials", validIn: "old", value: way.text },
    });
  }
  const opened = after.filter((way) => !before.some((other) => letsIn(way, other)));
  for (const way of opened) {
    diff.notice(scene, {
      effect: "wider",
      proven: "rule",
      about: "security",
      cause: `security opened ${canonical(describe(way))}`,
      where: Object.hasOwn(next.part.value, "security")
        ? under(next.part, "security")
        : "#/security",
      message: `${way.text} now lets in`,
    });
  }
}

/** Whether credentials for one way are enough for another. */
function letsIn(way: Way, other: Way): boolean {
  return [...other.schemes.values()].every((need) =>
    [...way.schemes.values()].some(
      (held) => serves(held, need) && need.scopes.every((scope) => held.scopes.includes(scope)),
    ),
  );
}

function waysOf(document: OpenApiDocument, { security }: Operation): readonly Way[] {
  const ways = isList(security) ? security.filter(isObject) : [];
  if (ways.length === 0) return [{ schemes: new Map(), text: "no credentials" }];
  const schemes = document.child(document.child(document.top, "components"), "securitySchemes");
  return ways.map((way) => {
    const needs = Object.keys(way).map((name): Need => {
      const isDefined = member(schemes.value, name) !== undefined;
      const definition = isDefined ? document.child(schemes, name).value : undefined;
      return { name, definition, scopes: textsOf(way, name) };
    });
    const text = needs
      .map(({ name, scopes }) => (scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name))
      .join(" and ");
    return {
      schemes: new Map(needs.map((need) => [need.name, need])),
      text: text === "" ? "no credentials" : text,
    };
  });
}

function describe({ schemes }: Way) {
  return [...schemes.values()].map(({ name, definition, scopes }) => ({
    scheme: definition ? told(definition) : name,
    scopes,
  }));
}

/** Whether a credential for one scheme is one for another. A scheme's name is not sent. */
function serves(held: Need, need: Need): boolean {
  if (!held.definition || !need.definition) return held.name === need.name;
  const [one, other] = [told(held.definition), told(need.definition)];
  const flows = [flowsOf(held.definition), flowsOf(need.definition)] as const;
  if (canonical(one) !== canonical(other)) return false;
  return Object.entries(flows[0]).every(([name, flow]) => {
    const now = member(flows[1], name);
    return isObject(flow) && isObject(now) && sameFlow(flow, now);
  });
}

/** Where tokens come from is the same, and gives the same scopes. */
function sameFlow(old: JsonObject, next: JsonObject): boolean {
  const urls = ["authorizationUrl", "tokenUrl"];
  if (urls.some((url) => canonical(member(old, url)) !== canonical(member(next, url))))
    return false;
  const refresh = member(old, "refreshUrl");
  if (refresh !== undefined && refresh !== member(next, "refreshUrl")) return false;
  const scopes = member(old, "scopes");
  const given = member(next, "scopes");
  const names = isObject(scopes) ? Object.keys(scopes) : [];
  return names.every((scope) => isObject(given) && Object.hasOwn(given, scope));
}

/** What of a scheme decides how a credential is sent. */
function told(scheme: JsonObject): JsonObject {
  const text = (name: string) => {
    const value = member(scheme, name);
    return typeof value === "string" ? value : null;
  };
  const isHeader = text("in") === "header";
  return {
    type: text("type"),
    in: text("in"),
    name: isHeader ? (text("name")?.toLowerCase() ?? null) : text("name"),
    scheme: text("scheme")?.toLowerCase() ?? null,
    openIdConnectUrl: text("openIdConnectUrl"),
  };
}

function flowsOf(scheme: JsonObject): JsonObject {
  const flows = member(scheme, "flows");
  return isObject(flows) ? flows : {};
}
