import { randomUUID } from "node:crypto";
import type { Api } from "../api.js";
import type { WireRequest, WireResponse } from "../http/message.js";
import { compose, type Layer } from "./call.js";
import { answerErrors } from "./layers/answer-errors.js";
import { authenticate } from "./layers/authenticate.js";
import { check } from "./layers/check.js";
import { decode } from "./layers/decode.js";
import { execute } from "./layers/execute.js";
import { load } from "./layers/load.js";
import { limitRate, permit } from "./layers/permit.js";
import { pin } from "./layers/pin.js";
import { render } from "./layers/render.js";
import { replyHeaders } from "./layers/reply-headers.js";
import { resolveVersion } from "./layers/resolve-version.js";
import { route } from "./layers/route.js";
import { tellRequests } from "./layers/tell-requests.js";
import { unitOfWork } from "./layers/unit-of-work.js";
import { validate } from "./layers/validate.js";
import { RateLimiter } from "./rate-limiter.js";
import { requestIds } from "./request-ids.js";
import type { Served, ServeOptions, ServeSettings } from "./served.js";

/** How often a process says that it lives, in milliseconds. */
const SIGN_OF_LIFE = 5_000;

/** An API that answers requests, over any transport. */
export interface RunningApi {
  handle(request: WireRequest): Promise<WireResponse>;
  /** Says that a request's body is too large, in the caller's version; it comes without the body. */
  answerTooLarge(request: WireRequest): Promise<WireResponse>;
  /** Says that this process ends. */
  stop(): Promise<void>;
}

/** The layers that every request takes, from the outside in. */
export function defaultLayers(api: Api, settings: ServeSettings): readonly Layer[] {
  return [
    tellRequests,
    replyHeaders(api.versionHeader),
    answerErrors,
    authenticate,
    resolveVersion,
    ...(settings.rateLimit ? [limitRate(new RateLimiter(settings.rateLimit))] : []),
    route,
    permit,
    decode,
    pin,
    unitOfWork,
    validate,
    check,
    execute,
    load,
    render,
  ];
}

/**
 * Starts to serve an API. `arrange` may add layers, or put others in the place of the default
 * ones.
 *
 * @example
 * const running = await serveApi(api, { store, transactor, secret });
 * const server = await serve(running.handle, { port: 4000, answerTooLarge: running.answerTooLarge });
 */
export async function serveApi(
  api: Api,
  options: ServeOptions,
  arrange: (layers: readonly Layer[]) => readonly Layer[] = (layers) => layers,
): Promise<RunningApi> {
  const settings: ServeSettings = { redact: (text) => text, clock: Date.now, ...options };
  const processId = randomUUID();
  const versions = api.timeline.versions.map((version) => version.name);
  let active = await settings.store.activate(processId, versions);
  const pulse = setInterval(async () => {
    try {
      active = await settings.store.activate(processId, versions);
    } catch (failure) {
      settings.onFailure?.(failure, "sign-of-life");
    }
  }, SIGN_OF_LIFE);
  pulse.unref();
  const served: Served = { api, settings, activeVersion: () => active };
  const run = compose(arrange(defaultLayers(api, settings)));
  const newId = settings.newRequestId ?? requestIds();
  return {
    handle: (request) => run({ request, id: newId(), served }),
    answerTooLarge: (request) => run({ request, id: newId(), served, tooLarge: true }),
    async stop() {
      clearInterval(pulse);
      await settings.store.leave(processId);
    },
  };
}
