import { randomBytes } from "node:crypto";
import type { Store } from "@holdfast/store";
import Fastify, { type FastifyInstance } from "fastify";
import type { Credential } from "holdfast";
import {
  type CreateChargeInput,
  createCharge,
  createContext,
  DomainFailure,
  type PaymentsDatabase,
  type PaymentsTables,
  type SourceInput,
} from "../domain/index.js";
import type { ChargeRecord } from "../records/index.js";
import type { World } from "../services.js";
import { chargeAnswer } from "./fastify-answer.js";
import { chargeParams } from "./fastify-params.js";
import { nullEmpty, parseNestedForm } from "./form.js";

declare module "fastify" {
  interface FastifyRequest {
    credential: Credential | null;
  }
}

class Refusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

type Charged = { readonly charge: ChargeRecord } | { readonly refusal: DomainFailure };

/**
 * `POST /v1/charges` as one writes it on Fastify alone, without versions: the payments server's
 * own store, operation and transaction, with Fastify's validation and serialization.
 */
export function fastifyApp(store: Store, world: World): FastifyInstance {
  const app = Fastify({
    logger: false,
    genReqId: () => `req_${randomBytes(12).toString("hex")}`,
    // What is not known is refused, as at the newest version; Fastify would drop it.
    ajv: { customOptions: { removeAdditional: false } },
  });
  const transactor = store.transactor<PaymentsTables>((db) => ({ db }));

  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => {
      try {
        done(null, parseNestedForm(String(body)));
      } catch {
        done(new Refusal(400, "The form cannot be read."));
      }
    },
  );

  app.decorateRequest("credential", null);
  app.addHook("onRequest", async (request, reply) => {
    const key = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/.exec(request.headers.authorization ?? "")?.[1];
    const credential = key === undefined ? null : await store.authenticate(key);
    if (credential === null) throw new Refusal(401, "You did not provide a key that is known.");
    if (credential.kind !== "secret") throw new Refusal(403, "It takes a secret key.");
    request.credential = credential;
    reply.header("request-id", request.id);
    reply.header("cache-control", "no-store");
    reply.header("stripe-version", credential.pin ?? credential.account.pin ?? "");
  });

  app.setErrorHandler((problem: Error & { statusCode?: number }, _request, reply) => {
    const refused = problem instanceof DomainFailure;
    const status = refused ? statusOf(problem) : (problem.statusCode ?? 500);
    const message = status < 500 ? problem.message : "Something went wrong.";
    reply.code(status).send({ error: { ...(refused && problem.failure), message } });
  });

  app.post<{ Body: CreateChargeInput }>(
    "/v1/charges",
    { schema: { body: chargeParams, response: { 200: chargeAnswer } } },
    async ({ id, credential, body }) => {
      if (credential === null) throw new Refusal(401, "You did not provide a key.");
      const context = createContext({
        account: credential.account.id,
        livemode: credential.mode === "live",
        pepper: world.pepper,
        now: world.now,
        request: { id, idempotency_key: null },
        api_version: credential.account.pin,
      });
      const input = { ...nullEmpty(body), source: withObject(body.source) };
      const charged = await transactor.write<Charged>(async ({ services }) => {
        const { db } = services as { readonly db: PaymentsDatabase };
        try {
          return { charge: await createCharge(db, context, input) };
        } catch (problem) {
          if (problem instanceof DomainFailure && problem.keepsWrites) return { refusal: problem };
          throw problem;
        }
      });
      if ("refusal" in charged) throw charged.refusal;
      return { ...charged.charge, object: "charge", application_fee: null };
    },
  );
  return app;
}

/** Details are a card's unless they say otherwise. */
function withObject(source: SourceInput | undefined): SourceInput | undefined {
  if (typeof source !== "object") return source;
  return { ...source, object: source.object ?? "card" } as SourceInput;
}

function statusOf({ failure }: DomainFailure): number {
  if (failure.kind === "resource_missing") return 404;
  return failure.kind === "invalid" ? 400 : 402;
}
