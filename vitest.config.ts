import { defineConfig } from "vitest/config";

// Tests run on the sources: the "source" condition of each package's exports.
const conditions = ["source", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "examples/*/src/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    // Shared machines may stand still for a while; only what hangs takes as long as this.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
