// `npm run bench`: sets up what is missing, then measures what a request costs, beside its peers.
import { join } from "node:path";
import { root, setUp } from "./set-up.js";

setUp();
process.chdir(root);
await import(join(root, "packages", "bench", "dist", "main.js"));
