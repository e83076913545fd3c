// `npm start`: sets up what is missing, then serves the payments API.
import { join } from "node:path";
import { root, setUp } from "./set-up.js";

setUp();
process.setSourceMapsEnabled(true);
process.chdir(root);
await import(join(root, "examples", "payments", "dist", "main.js"));
