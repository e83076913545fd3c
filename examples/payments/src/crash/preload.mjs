// Loaded into a server's process ahead of its main.js: does the slow part of a start (loading and
// booting the API, which touches no data) and waits for a word on stdin before main.js runs. So the
// next server can get ready while the one before it is under load. Without anybody on stdin the
// process ends, so that a test that is broken off leaves no server behind.
import { once } from "node:events";
import { pathToFileURL } from "node:url";

process.stdin.on("end", () => process.exit(1));
await import(new URL("server.js", pathToFileURL(process.argv[1])).href);
process.stdout.write("warm\n");
await once(process.stdin, "data");
