// A process of its own, so that imports count: prints what it cost to boot an API of the given size.
const [, , methods = "0", versions = "0"] = process.argv;

if (methods !== "0") {
  const { generatedApi } = await import("@holdfast/example-generated");
  const { memoryStore, serveApi } = await import("holdfast");
  const api = generatedApi({ methods: Number(methods), versions: Number(versions) });
  const memory = memoryStore();
  Object.assign(globalThis, {
    served: serveApi(api, { store: memory, transactor: memory, secret: "a secret for benchmarks" }),
  });
} else {
  const { createServer } = await import("node:http");
  Object.assign(globalThis, { served: createServer() });
}
const { user, system } = process.cpuUsage();
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();
console.log(JSON.stringify({ cpu: (user + system) / 1000, heap: heapUsed / 2 ** 20 }));
