import type { Context } from "./context.js";
import { defined, type JsonObject } from "./document.js";

/** What the API is, at which version. */
export function infoOf({ api, version, contract }: Context): JsonObject {
  const { deprecated, sunset, link } = api.timeline.find(version)?.retirement ?? {};
  return {
    title: api.name,
    version,
    description: [
      `The ${api.name} API at version ${version}.`,
      `Send \`${api.versionHeader}: ${version}\` with a request to be served at it, whatever your account is held at.`,
    ].join(" "),
    "x-holdfast-version": defined({
      name: version,
      newest: api.timeline.versions.at(-1)?.name,
      deprecated: deprecated ?? undefined,
      sunset: sunset ?? undefined,
      link: link ?? undefined,
      gates: contract.gates,
    }),
  };
}

/** How callers say who they are: the key as a bearer token, or as the user name of Basic. */
export const SECURITY_SCHEMES: { readonly [name: string]: JsonObject } = {
  bearer: {
    type: "http",
    scheme: "bearer",
    description: "Your API key as a bearer token (RFC 6750).",
  },
  basic: {
    type: "http",
    scheme: "basic",
    description: "Your API key as the user name, with any password or none (RFC 7617).",
  },
};
