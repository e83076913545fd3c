import {
  type Call,
  decodeParams,
  defaultLayers,
  memoryStore,
  type ServeSettings,
  type WireRequest,
  type WireResponse,
} from "holdfast";
import { api } from "../app.js";
import { compileSchemas, type FastifyCompiled } from "./fastify-compiled.js";
import { parseNestedForm } from "./form.js";
import { chargeForm, checkCharge, shapeOf } from "./requests.js";
import { type SampleCharge, sampleCharge } from "./sample-charge.js";

/** One operation; what it returns must be used, so that none of it can be left out. */
export type Step = () => unknown;

/** The parts of a request that a framework makes up: reading the form, writing the answer. */
export const stepNames = [
  "readFastify",
  "readNewest",
  "readOldest",
  "writeFastify",
  "writeNewest",
  "writeOldest",
  "renderNewest",
  "renderOldest",
] as const;
export type StepName = (typeof stepNames)[number];

/** Prepares the steps, and checks that each does what it should. */
export async function engineSteps(): Promise<Readonly<Record<StepName, Step>>> {
  const sample = await sampleCharge();
  const compiled = await compileSchemas();
  const renderNewest = renderStep(sample, -1);
  const renderOldest = renderStep(sample, 0);
  const write = {
    writeFastify: () =>
      compiled.serialize({ ...sample.record, object: "charge", application_fee: null }),
    writeNewest: () => JSON.stringify(renderNewest()),
    writeOldest: () => JSON.stringify(renderOldest()),
  };
  const read = {
    readFastify: fastifyRead(compiled),
    readNewest: readStep(-1, "source"),
    readOldest: readStep(0, "card"),
  };
  checkCharge(write.writeNewest(), "source");
  checkCharge(write.writeOldest(), "card");
  if (shapeOf(write.writeFastify()) !== shapeOf(write.writeNewest())) {
    throw new Error("The serializers write different answers.");
  }
  for (const [name, step] of Object.entries(read)) {
    const { amount, source } = (await step()) as { amount?: unknown; source?: unknown };
    if (amount !== 2000 || source !== "tok_visa") throw new Error(`${name} reads another charge.`);
  }
  return { ...read, ...write, renderNewest, renderOldest };
}

/** A version's contract and its `charges.create`; -1 is the newest version, 0 the oldest. */
function createAt(index: -1 | 0) {
  const version = api.timeline.versions.at(index)?.name ?? "";
  const contract = api.timeline.at(version);
  const method = contract?.methods.get("charges.create");
  if (!contract || !method) throw new TypeError(`There is no charges.create at ${version}.`);
  return { version, method, contract: api.compiled(contract) };
}

function renderStep({ record, batched }: SampleCharge, index: -1 | 0): Step {
  const { contract, method } = createAt(index);
  const render = contract.returns(method);
  const call = {
    secret: true,
    loaded: () => undefined,
    batched: (_resource: string, field: string) => batched.get(field),
  };
  return () => render(record, record, call, undefined);
}

const done: Promise<WireResponse> = Promise.resolve({ status: 200, headers: {}, body: "" });

/** Decodes the form and runs the layers that turn it into today's params and check them. */
function readStep(index: -1 | 0, cardParam: "card" | "source"): Step {
  const { version, method, contract } = createAt(index);
  const memory = memoryStore();
  const settings: ServeSettings = {
    store: memory,
    transactor: memory,
    secret: "a secret for benchmarks only",
    redact: (text) => text,
  };
  const layers = defaultLayers(api, settings);
  const validate = layers.find((layer) => layer.name === "validate");
  const check = layers.find((layer) => layer.name === "check");
  if (!validate || !check) throw new TypeError("There are no layers that validate and check.");
  const request: WireRequest = {
    method: "POST",
    path: "/v1/charges",
    query: "",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: Buffer.from(chargeForm(cardParam)),
  };
  const served = { api, settings, activeVersion: () => version };
  return async () => {
    const call: Call = { request, id: "req", served, version, contract, method, pathParams: {} };
    call.sent = decodeParams(request);
    await validate.run(call, () => check.run(call, () => done));
    return call.params;
  };
}

function fastifyRead({ validate }: FastifyCompiled): Step {
  const body = Buffer.from(chargeForm("source"));
  return async () => {
    const params = parseNestedForm(body.toString());
    if (!validate(params)) throw new Error("The params are not valid.");
    return params;
  };
}
