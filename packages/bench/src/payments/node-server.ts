import { listenOn } from "./listen.js";
import { nodeApp } from "./node-app.js";
import { serveCharges } from "./serve-charges.js";

await serveCharges("node", (work) => listenOn(nodeApp(work)));
