import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { honoApp } from "./hono-app.js";
import { listenOn } from "./listen.js";
import { serveCharges } from "./serve-charges.js";

await serveCharges("hono", (work) =>
  listenOn(createServer(getRequestListener(honoApp(work).fetch))),
);
