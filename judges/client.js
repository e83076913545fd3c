// A client library, as a generator of others makes it.
import { generateApi } from "swagger-typescript-api";

/** The text of a client in TypeScript that calls with `fetch`. */
export async function generateClient(document) {
  const { files } = await generateApi({
    spec: structuredClone(document),
    output: false,
    silent: true,
    httpClientType: "fetch",
    generateClient: true,
    cleanOutput: false,
  });
  return files.map(({ fileContent }) => fileContent).join("\n");
}
