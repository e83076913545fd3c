import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { answerHeaders, type ChargeWork, errorAnswer } from "./charge-work.js";
import { shownCharge } from "./shown-charge.js";
import { zodInput } from "./zod-input.js";

/** `POST /v1/charges` as one writes it on Hono with Zod, without versions. */
export function honoApp(work: ChargeWork): Hono {
  const app = new Hono();
  app.onError((problem, context) => {
    const { status, body } = errorAnswer(problem);
    return context.json(body, status as ContentfulStatusCode);
  });
  app.post("/v1/charges", async (context) => {
    const id = `req_${randomBytes(12).toString("hex")}`;
    const credential = await work.authenticate(context.req.header("authorization"));
    const input = zodInput(await context.req.text());
    const charge = await work.charge(credential, id, input);
    return context.json(shownCharge(charge), 200, answerHeaders(id, credential));
  });
  return app;
}
