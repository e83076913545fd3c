import { isList, member } from "../schema/json.js";
import type { OpenApiDocument, Part } from "./document.js";

/** A server's address, one for each set of its variables' values. */
export interface Server {
  /** Scheme and host; "" where they are those of the description itself. */
  readonly origin: string;
  /** The path that all paths stand under, without a slash at its end. */
  readonly base: string;
  readonly pointer: string;
}

const most = 64;

/** The servers of the nearest part that names any. */
export function serversOf(document: OpenApiDocument, nearest: readonly Part[]): readonly Server[] {
  for (const part of nearest) {
    const servers = document.items(part, "servers");
    if (servers.length > 0) return servers.flatMap((server) => addressesOf(document, server));
  }
  return [{ origin: "", base: "", pointer: "#/servers" }];
}

function addressesOf(document: OpenApiDocument, server: Part): readonly Server[] {
  const url = member(server.value, "url");
  if (typeof url !== "string")
    document.fail(server.pointer, "A server has its url, which is a string.");
  let urls: readonly string[] = [url];
  for (const [name, { value }] of document.entries(document.child(server, "variables"))) {
    const values = valuesOf(member(value, "enum"));
    urls = urls
      .flatMap((one) => values.map((text) => one.replaceAll(`{${name}}`, text)))
      .slice(0, most);
  }
  return urls.map((one) => ({ ...partsOf(one), pointer: server.pointer }));
}

/** Without a list of its values, a variable can have any. */
function valuesOf(list: unknown): readonly string[] {
  return isList(list) && list.length > 0 ? list.map(String) : ["{}"];
}

function partsOf(url: string): { readonly origin: string; readonly base: string } {
  const match = /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?(.*)$/i.exec(url);
  const origin = (match?.[1] ?? "")
    .toLowerCase()
    .replace(/^(http:.*):80$/, "$1")
    .replace(/^(https:.*):443$/, "$1");
  const path = (match?.[2] ?? "").replace(/\/+$/, "");
  return { origin, base: path === "" || path.startsWith("/") ? path : `/${path}` };
}

/** Whether calls to one address arrive at another one as well. */
export function serves(one: string, other: string): boolean {
  if (one === other) return true;
  if (!other.includes("{}")) return false;
  const pattern = other.split("{}").map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^/]*")}$`).test(one);
}
