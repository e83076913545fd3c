// Runs the matrix on the lab's API, with one fault in the engine, and tells what came of it.
import { register } from "node:module";

const fault = JSON.parse(process.argv[2] ?? "null");
register("./hooks.mjs", {
  parentURL: import.meta.url,
  data: { fault, cache: process.env.SOURCE_CACHE },
});
const source = (path) => new URL(`../../packages/holdfast/src/${path}.ts`, import.meta.url).href;

process.stdout.write(`${JSON.stringify(await outcome())}\n`);

async function outcome() {
  try {
    const { labApi } = await import(source("proof/lab.fixture"));
    const { checkMatrix } = await import(source("testing/index"));
    const api = labApi();
    const { failures } = await checkMatrix(api, { seed: 1, runs: 5, stopAtFailure: true });
    const [first] = failures;
    return {
      caught: first !== undefined,
      by: first && `${first.subject}: ${first.message}`,
      ran: globalThis.faultRan === true,
    };
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    const stale = message.startsWith("stale");
    return { caught: !stale, by: message.slice(0, 200), ran: globalThis.faultRan === true, stale };
  }
}
