import { randomBytes } from "node:crypto";
import express, { type ErrorRequestHandler, type Express } from "express";
import { answerHeaders, type ChargeWork, errorAnswer } from "./charge-work.js";
import { shownCharge } from "./shown-charge.js";
import { zodInput } from "./zod-input.js";

/** `POST /v1/charges` as one writes it on Express with Zod, without versions. */
export function expressApp(work: ChargeWork): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.text({ type: "application/x-www-form-urlencoded" }));
  app.post("/v1/charges", async (request, response) => {
    const id = `req_${randomBytes(12).toString("hex")}`;
    const credential = await work.authenticate(request.headers.authorization);
    const charge = await work.charge(credential, id, zodInput(String(request.body)));
    response.set(answerHeaders(id, credential)).json(shownCharge(charge));
  });
  const answerErrors: ErrorRequestHandler = (problem, _request, response, _next) => {
    const { status, body } = errorAnswer(problem);
    response.status(status).json(body);
  };
  app.use(answerErrors);
  return app;
}
