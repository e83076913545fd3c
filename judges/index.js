// Tools of others that judge what Holdfast writes. They are large, so that they are installed apart
// from the workspace, where somebody asks for them: npm ci --prefix judges
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Why the judges cannot be asked here; undefined where they can. In CI they must be there. */
export function missing() {
  if (process.env.CI || existsSync(join(here, "node_modules", ".package-lock.json")))
    return undefined;
  return "skipped: needs the judges (npm ci --prefix judges)";
}

/** What two validators find wrong with an OpenAPI description, each in words of its own. */
export async function invalid(document) {
  return (await import("./validators.js")).invalid(document);
}

/** What a linter has against an OpenAPI description. */
export async function lint(document) {
  return (await import("./linter.js")).lint(document);
}

/** A client in TypeScript, made from an OpenAPI description: the text of its only file. */
export async function generateClient(document) {
  return (await import("./client.js")).generateClient(document);
}

/** What a stock renderer makes of an OpenAPI description: the HTML. Throws where it cannot. */
export function render(document) {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-render-"));
  try {
    const [input, output] = [join(folder, "openapi.json"), join(folder, "docs.html")];
    writeFileSync(input, JSON.stringify(document));
    const { version } = JSON.parse(
      readFileSync(join(here, "node_modules", "@redocly", "cli", "package.json"), "utf8"),
    );
    const cli = join(here, "node_modules", "@redocly", "cli", "bin", "cli.js");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, "build-docs", input, "--output", output],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      },
    );
    if (status !== 0) throw new Error(`@redocly/cli ${version}: ${stdout}${stderr}`);
    return readFileSync(output, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
