import { BootError } from "holdfast";
import { readDocs, readPort, SettingsError } from "./settings.js";

/** Shows what happened to each request, on a terminal that people look at. */
const quiet = process.env.HOLDFAST_QUIET === "1";

async function main(): Promise<void> {
  const { startServer } = await import("./server.js");
  const port = readPort(process.env);
  const server = await startServer({
    port,
    startDocs: readDocs(process.env),
    ...(!quiet && {
      onRequest: (entry) =>
        console.log(
          `${entry.verb} ${entry.path} → ${entry.status} (${entry.version ?? "no version"}, ${entry.milliseconds.toFixed(1)} ms)`,
        ),
    }),
  });
  console.log(greeting(server.url));
  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function greeting(url: string): string {
  if (process.env.NODE_ENV === "production")
    return `The payments API is served at ${url}, its docs at ${url}/docs`;
  const key = "sk_test_holdfast_demo";
  return [
    "",
    `  The payments API is served at ${url}`,
    `  Its docs:       ${url}/docs`,
    "",
    `  Your test key:  ${key}`,
    "  (any other sk_test_… key with 8 more characters opens a sandbox of its own)",
    "",
    "  Try it:",
    `  curl ${url}/v1/charges -u ${key}: -d amount=2000 -d currency=usd -d source=tok_visa`,
    "",
    "  The same server, as it was in 2012:",
    `  curl ${url}/v1/charges -u ${key}: -H "Stripe-Version: 2012-11-07" -d amount=2000 -d currency=usd -d card=tok_visa`,
    "",
  ].join("\n");
}

main().catch((problem: unknown) => {
  const expected =
    problem instanceof BootError ||
    problem instanceof SettingsError ||
    (problem as { readonly code?: unknown } | null)?.code === "EADDRINUSE" ||
    (problem as { readonly name?: unknown } | null)?.name === "StoreError";
  const taken = (problem as { readonly code?: unknown } | null)?.code === "EADDRINUSE";
  const hint = taken ? " Stop the other server, or set PORT." : "";
  console.error(expected ? `${(problem as Error).message}${hint}` : problem);
  process.exit(1);
});
