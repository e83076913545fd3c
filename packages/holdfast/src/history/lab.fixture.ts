import type { Api } from "../api.js";
import { type MethodDefinition, method } from "../definition/method.js";
import { type Resource, type ResourceDefinition, resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import type { Fields } from "../definition/type.js";
import type { TestAnswer } from "../testing/call-as.js";
import { testKit } from "../testing/index.js";
import { type Parts, type Past, smallApi, versionAt } from "./small-api.fixture.js";

/** What a lab's API shows and takes. */
export interface LabParts extends Parts {
  /** What `look` returns. */
  readonly shown?: ResourceDefinition;
  readonly record?: unknown;
  /** What `send` takes. */
  readonly params?: Fields;
}

/** An API with one method that shows a record and one that takes params, at any version. */
export interface Lab {
  readonly api: Api;
  /** The body of what `look` answers at a version; a number counts the steps of the past. */
  shows(step: number, expand?: readonly string[]): Promise<unknown>;
  /** Head's params, as `send` gets them from a caller at a version; or the message of the error. */
  takes(step: number, params: object): Promise<unknown>;
  /** The whole answer of either method. */
  calls(name: "look" | "send", step: number, params?: object, gates?: Held): Promise<TestAnswer>;
}

interface Held {
  readonly gates?: readonly string[];
  readonly without?: readonly string[];
}

const nothing = resource("nothing", {
  description: "Nothing.",
  fields: { ok: t.literal(true).describe("Yes.") },
}).from<object>();

/** Opens a lab whose past is written for its two methods. */
export async function openLab(
  { shown, record = {}, params = {}, ...parts }: LabParts,
  past: (methods: { look: MethodDefinition; send: MethodDefinition }) => Past,
): Promise<Lab> {
  let received: unknown;
  const look = method("look", {
    route: "GET /look",
    description: "Shows the record.",
    returns: (shown ?? nothing) as Resource<unknown>,
  }).execute(async () => record);
  const send = method("send", {
    route: "POST /send",
    description: "Takes params.",
    params,
    returns: nothing,
  }).execute(async (context: { readonly params: unknown }) => {
    received = context.params;
    return {};
  });
  const resources: ResourceDefinition[] = [nothing, ...(shown ? [shown] : [])];
  const api = smallApi(
    {
      ...parts,
      resources: [...new Set([...resources, ...(parts.resources ?? [])])],
      methods: [look, send, ...(parts.methods ?? [])],
    },
    past({ look, send }),
  );
  const kit = await testKit(api);
  const calls: Lab["calls"] = (name, step, sent = {}, held = {}) =>
    kit.callAs({ version: versionAt(step), ...held }).call(name, { ...sent });
  return {
    api,
    calls,
    async shows(step, expand) {
      const { status, body } = await calls("look", step, expand ? { expand } : {});
      return status === 200 ? body : body.error?.message;
    },
    async takes(step, sent) {
      const { status, body } = await calls("send", step, sent);
      return status === 200 ? received : body.error?.message;
    },
  };
}
