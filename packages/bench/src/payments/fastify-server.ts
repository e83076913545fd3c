import { fastifyApp } from "./fastify-app.js";
import { serveCharges } from "./serve-charges.js";

await serveCharges("fastify", async (work) => {
  const app = fastifyApp(work);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url, close: () => app.close() };
});
