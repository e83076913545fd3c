#!/usr/bin/env node
// Committed as it is, so that installing can link it before anything is built.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write("holdfast is not built: run npm start or npm run build first.\n");
  process.exitCode = 1;
}
