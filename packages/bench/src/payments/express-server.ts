import { createServer } from "node:http";
import { expressApp } from "./express-app.js";
import { listenOn } from "./listen.js";
import { serveCharges } from "./serve-charges.js";

await serveCharges("express", (work) => listenOn(createServer(expressApp(work))));
