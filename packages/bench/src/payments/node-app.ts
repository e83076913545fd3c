import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerHeaders, type ChargeWork, errorAnswer, Refusal } from "./charge-work.js";
import { handWritten } from "./hand-written.js";
import { shownCharge } from "./shown-charge.js";

/** `POST /v1/charges` on node:http alone, validated by hand, without versions. */
export function nodeApp(work: ChargeWork): Server {
  return createServer((request, response) => {
    answer(work, request, response).catch((problem: unknown) => {
      const { status, body } = errorAnswer(problem);
      send(response, status, {}, body);
    });
  });
}

async function answer(
  work: ChargeWork,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST" || request.url !== "/v1/charges") {
    throw new Refusal(404, "There is nothing here.");
  }
  const id = `req_${randomBytes(12).toString("hex")}`;
  const credential = await work.authenticate(request.headers.authorization);
  const charge = await work.charge(credential, id, handWritten(await textOf(request)));
  send(response, 200, answerHeaders(id, credential), shownCharge(charge));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: object,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
