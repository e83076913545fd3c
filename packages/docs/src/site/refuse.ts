import type { Api } from "holdfast";
import type { VersionRef } from "../model/refs.js";
import { escapeMarkdown } from "../text/code.js";
import { namedVersion, type Refusal } from "./choose-version.js";
import type { Route } from "./route.js";

/** Why a route cannot be answered as the query asks, whichever version it chose; undefined if it can. */
export function refusalOf(
  route: Route,
  api: Api,
  versions: readonly VersionRef[],
  query: URLSearchParams,
): Refusal | undefined {
  switch (route.to) {
    case "upgrade":
      for (const param of ["from", "to"]) {
        const found = namedVersion(api, versions, query, param);
        if (found && "problem" in found) return found;
      }
      return undefined;
    case "openapi":
    case "versions":
    case "searchIndex":
      if (query.get("as") !== "released") return undefined;
      return { problem: "`as=released` is for pages. Here all is as it is served.", nearest: [] };
    default:
      return undefined;
  }
}

/** How what is wrong with a request is told to who asked for a route: in the form that they read. */
export function toldIn(route: Route): "html" | "md" | "json" | "text" {
  switch (route.to) {
    case "openapi":
    case "changelog":
      return route.format === "atom" || route.format === "yaml" ? "text" : route.format;
    case "page":
    case "release":
    case "search":
    case "upgrade":
      return route.format;
    case "versions":
    case "searchIndex":
      return "json";
    case "llms":
    case "llmsFull":
      return "text";
    default:
      return "html";
  }
}

/** The refusal for who reads no HTML. */
export function refusalText({ problem, nearest }: Refusal, type: "md" | "json" | "text"): string {
  if (type === "json") return JSON.stringify({ error: { message: problem, nearest } });
  const near = nearest.length === 0 ? "" : `\n\nNearest: ${nearest.join(", ")}`;
  const told = type === "md" ? `# Not understood\n\n${escapeMarkdown(problem)}` : problem;
  return `${told}${near}\n`;
}
