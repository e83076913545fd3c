// Lets Node run the sources: Node 20, our floor, cannot read TypeScript, and a test must not depend
// on a build being new. For `node --conditions=source --import`; SOURCE_CACHE names a folder that
// keeps what was transpiled.
import { register } from "node:module";

register("./source-hooks.mjs", { parentURL: import.meta.url, data: process.env.SOURCE_CACHE });
