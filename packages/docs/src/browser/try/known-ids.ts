import { session } from "../page/kept.js";

/** Ids that the API gave in this tab, the latest of each kind: `ch` → `ch_1A2b`. */
type KnownIds = Readonly<Record<string, string>>;

const ID = /^([a-z]+)_[A-Za-z0-9_]+$/;

function knownIds(): KnownIds {
  try {
    return JSON.parse(session.get("ids") ?? "{}") as KnownIds;
  } catch {
    return {};
  }
}

/** Remembers the id of what the API answered, so that the next request can be about it. */
export function rememberId(body: unknown): void {
  const id = (body as { readonly id?: unknown } | null)?.id;
  const [, kind] = (typeof id === "string" && ID.exec(id)) || [];
  if (kind !== undefined) session.set("ids", JSON.stringify({ ...knownIds(), [kind]: id }));
}

/** A path whose ids, which are the example's, are the reader's own where one of that kind is known. */
export function withKnownIds(path: string): string {
  const ids = knownIds();
  return path
    .split("/")
    .map((part) => {
      const [, kind] = ID.exec(part) ?? [];
      return (kind !== undefined && Object.hasOwn(ids, kind) && ids[kind]) || part;
    })
    .join("/");
}
