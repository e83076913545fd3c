import Fastify from "fastify";
import { chargeAnswer } from "./fastify-answer.js";
import { chargeParams } from "./fastify-params.js";

/** What Fastify makes of the schemas. */
export interface FastifyCompiled {
  /** Whether a body is valid; coerces it and sets defaults in place. */
  validate(body: unknown): boolean;
  serialize(answer: unknown): string;
}

/** Has Fastify compile the schemas of the route, for calling them without a server. */
export async function compileSchemas(): Promise<FastifyCompiled> {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  let compiled: FastifyCompiled | undefined;
  app.get("/", async (request, reply) => {
    const validate = request.compileValidationSchema(chargeParams, "body");
    const serialize = reply.compileSerializationSchema(chargeAnswer);
    compiled = { validate: (body) => validate(body) === true, serialize };
    return {};
  });
  await app.inject("/");
  await app.close();
  if (!compiled) throw new TypeError("Fastify compiled nothing.");
  return compiled;
}
