import { api } from "@holdfast/example-payments/app";
import { readStep, renderStep } from "../engine.js";
import type { Step } from "../steps.js";
import { compileSchemas, type FastifyCompiled } from "./fastify-compiled.js";
import { parseNestedForm } from "./form.js";
import { chargeForm, checkCharge, shapeOf } from "./requests.js";
import { sampleCharge } from "./sample-charge.js";

const METHOD = "charges.create";

/** Prepares the steps of reading a form and writing an answer, and checks that each does what it should. */
export async function engineSteps() {
  const { record, batched } = await sampleCharge();
  const compiled = await compileSchemas();
  const renderNewest = renderStep(api, -1, METHOD, record, batched);
  const renderOldest = renderStep(api, 0, METHOD, record, batched);
  const write = {
    writeFastify: () => compiled.serialize({ ...record, object: "charge", application_fee: null }),
    writeNewest: () => JSON.stringify(renderNewest()),
    writeOldest: () => JSON.stringify(renderOldest()),
  };
  const read = {
    readFastify: fastifyRead(compiled),
    readNewest: readStep(api, -1, METHOD, chargeForm("source")),
    readOldest: readStep(api, 0, METHOD, chargeForm("card")),
  };
  checkCharge(write.writeNewest(), "source");
  checkCharge(write.writeOldest(), "card");
  if (shapeOf(write.writeFastify()) !== shapeOf(write.writeNewest())) {
    throw new Error("The serializers write different answers.");
  }
  for (const [name, step] of Object.entries<Step>(read)) {
    const { amount, source } = (await step()) as { amount?: unknown; source?: unknown };
    if (amount !== 2000 || source !== "tok_visa") throw new Error(`${name} reads another charge.`);
  }
  return { ...read, ...write };
}

function fastifyRead({ validate }: FastifyCompiled): Step {
  const body = Buffer.from(chargeForm("source"));
  return async () => {
    const params = parseNestedForm(body.toString());
    if (!validate(params)) throw new Error("The params are not valid.");
    return params;
  };
}
