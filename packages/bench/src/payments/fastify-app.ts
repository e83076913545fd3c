import { randomBytes } from "node:crypto";
import type { CreateChargeInput } from "@holdfast/example-payments/domain/index";
import Fastify, { type FastifyInstance } from "fastify";
import type { Credential } from "holdfast";
import { answerHeaders, type ChargeWork, errorAnswer, Refusal } from "./charge-work.js";
import { chargeAnswer } from "./fastify-answer.js";
import { chargeParams } from "./fastify-params.js";
import { nullEmpty, parseNestedForm } from "./form.js";

declare module "fastify" {
  interface FastifyRequest {
    credential: Credential | null;
  }
}

/**
 * `POST /v1/charges` as one writes it on Fastify alone, without versions, with Fastify's
 * validation and serialization.
 */
export function fastifyApp(work: ChargeWork): FastifyInstance {
  const app = Fastify({
    logger: false,
    genReqId: () => `req_${randomBytes(12).toString("hex")}`,
    // What is not known is refused, as at the newest version; Fastify would drop it.
    ajv: { customOptions: { removeAdditional: false } },
  });

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
    request.credential = await work.authenticate(request.headers.authorization);
    reply.headers(answerHeaders(request.id, request.credential));
  });

  app.setErrorHandler((problem, _request, reply) => {
    const { status, body } = errorAnswer(problem);
    reply.code(status).send(body);
  });

  app.post<{ Body: CreateChargeInput }>(
    "/v1/charges",
    { schema: { body: chargeParams, response: { 200: chargeAnswer } } },
    async ({ id, credential, body }) => {
      if (credential === null) throw new Refusal(401, "You did not provide a key.");
      return work.charge(credential, id, nullEmpty(body));
    },
  );
  return app;
}
