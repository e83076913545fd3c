import type { Api } from "holdfast";
import { fillNames } from "../text/fill.js";
import { answerSchemas } from "./answer-object.js";
import { Components } from "./components.js";
import type { Context, OpenApiOptions } from "./context.js";
import type { OpenApiDocument } from "./document.js";
import { Expandable } from "./expandable.js";
import { infoOf, SECURITY_SCHEMES } from "./info.js";
import { paramSchemas } from "./param-object.js";
import { pathsOf } from "./paths.js";
import { ResponseHeaders } from "./response-headers.js";
import { Tags } from "./tags.js";
import { webhooksOf } from "./webhooks.js";

export type { Examples, Lives, OpenApiOptions } from "./context.js";
export type { OpenApiDocument } from "./document.js";
export { toYaml } from "./yaml.js";

/**
 * An API at one version as OpenAPI 3.1, from its contract. The same for the same version, to the
 * byte. Throws a TypeError for a version that the API does not have.
 *
 * @example
 * const document = openApiOf(api, "2015-02-18", { serverUrl: "https://api.example" });
 */
export function openApiOf(
  api: Api,
  version: string,
  options: OpenApiOptions = {},
): OpenApiDocument {
  const contract = api.timeline.at(version);
  if (!contract) throw new TypeError(`the API has no version ${version}`);
  const components = new Components();
  const words = (text: string) => fillNames(text, contract);
  const context: Context = { api, version, contract, components, options, words };
  const params = paramSchemas(context);
  const answers = answerSchemas(context);
  const headers = new ResponseHeaders(context);
  const tags = new Tags(context);
  const expandable = new Expandable(contract);
  const paths = pathsOf({ context, params, answers, headers, expandable }, tags.of);
  const webhooks = webhooksOf(answers);
  return {
    openapi: "3.1.0",
    info: infoOf(context),
    servers: [{ url: options.serverUrl ?? "/" }],
    security: Object.keys(SECURITY_SCHEMES).map((name) => ({ [name]: [] })),
    tags: tags.all,
    paths,
    ...(webhooks && { webhooks }),
    components: { securitySchemes: SECURITY_SCHEMES, ...components.all },
  };
}
