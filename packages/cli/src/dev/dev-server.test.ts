import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { DevServer } from "./dev-server.js";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const hooks = new URL("../testing/run-sources.mjs", import.meta.url).href;
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean();
});

const APP = `import { bootApi, method, resource, t } from "holdfast";
import { words } from "./words.js";
const charge = resource("charge", {
  description: words,
  fields: { id: t.string().describe("Unique id.") },
}).from();
const readCharge = method("charges.retrieve", {
  route: "GET /v1/charge",
  description: "Reads the charge.",
  returns: charge,
}).execute(async () => ({ id: "ch_1" }));
export const api = await bootApi(
  { name: "Dev", resources: [charge], methods: [readCharge] },
  { versions: new URL("../versions.yaml", import.meta.url), gates: new URL("./gates/", import.meta.url) },
);
`;

/** A project of its own; in TypeScript it is named by what would be built. */
function project(ending: "ts" | "js", more: Readonly<Record<string, string>> = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "holdfast-dev-")));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const typed = ending === "ts" ? ": string" : "";
  const files = {
    "package.json": '{ "type": "module" }',
    "versions.yaml": "genesis: []\n",
    [`src/app.${ending}`]: APP,
    [`src/words.${ending}`]: `export const words${typed} = "As it was.";\n`,
    ...(ending === "ts" && {
      "tsconfig.json":
        '{\n  // Where it is built.\n  "compilerOptions": { "rootDir": "src", "outDir": "dist", },\n}',
    }),
    ...more,
  };
  mkdirSync(join(folder, "src", "gates"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  symlinkSync(join(workspace, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    app: join(folder, ending === "ts" ? "dist" : "src", "app.js"),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
  };
}

async function start(made: {
  readonly folder: string;
  readonly app: string;
  readonly server?: string;
}) {
  const cache = mkdtempSync(join(tmpdir(), "holdfast-dev-cache-"));
  cleanups.push(() => rmSync(cache, { recursive: true, force: true }));
  const problems: (string | undefined)[] = [];
  const { folder, app, server: entry } = made;
  const server = await DevServer.start({
    project: { folder, app, ...(entry !== undefined && { server: entry }) },
    port: 0,
    host: "127.0.0.1",
    types: false,
    io: {
      cwd: folder,
      env: {
        ...process.env,
        SOURCE_CACHE: cache,
        NODE_OPTIONS: `--conditions=source --import=${hooks}`,
      },
      out: () => {},
      err: () => {},
    },
    onServed: () => {},
    onProblem: (problem) => problems.push(problem),
  });
  cleanups.push(() => server.close());
  const url = `http://127.0.0.1:${server.port}`;
  const events = await listen(`${url}/docs/-/dev`);
  const page = async (path = "/docs/charge") => {
    const answer = await fetch(url + path, { headers: { accept: "text/html" } });
    return { status: answer.status, text: await answer.text() };
  };
  return { problems, events, page };
}

/** The events of a stream; `next` waits for one of a name that has not been waited for. */
async function listen(url: string) {
  const abort = new AbortController();
  cleanups.push(() => abort.abort());
  const { body } = await fetch(url, { signal: abort.signal });
  const heard: { readonly name: string; readonly data: string }[] = [];
  let wake = () => {};
  const read = async () => {
    let text = "";
    for await (const chunk of body ?? []) {
      text += new TextDecoder().decode(chunk);
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const lines = event.split("\n");
        const name = lines.find((line) => line.startsWith("event: "))?.slice(7) ?? "";
        const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice(6));
        heard.push({ name, data: data.join("\n") });
      }
      wake();
    }
  };
  read().catch(() => {});
  return {
    async next(name: string): Promise<string> {
      for (;;) {
        const index = heard.findIndex((event) => event.name === name);
        if (index !== -1) return heard.splice(index, 1)[0]?.data ?? "";
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

describe("what is saved", () => {
  it.each(["ts", "js"] as const)(
    "is served from a %s source, and open pages are told",
    async (ending) => {
      const made = project(ending);
      const { events, page } = await start(made);
      expect((await page()).text).toContain("As it was.");
      expect((await page()).text).toContain('="/docs/-/dev"');
      made.write(`src/words.${ending}`, 'export const words = "As it is.";\n');
      await events.next("reload");
      expect((await page()).text).toContain("As it is.");
      made.write("versions.yaml", "genesis: []\n2024-01-01: []\n");
      await events.next("reload");
      expect((await page()).text).toContain("2024-01-01");
    },
  );

  it("is told with file and line where it is wrong, and what was served goes on", async () => {
    const made = project("ts");
    const { events, page, problems } = await start(made);
    made.write("src/words.ts", "export const words = \n  ];\n");
    expect(await events.next("problem")).toContain(`${join(made.folder, "src", "words.ts")}:2`);
    expect((await page()).text).toContain("As it was.");
    made.write("src/words.ts", 'throw new Error("not today");\nexport const words = "";\n');
    const thrown = await events.next("problem");
    expect(thrown).toContain("not today");
    expect(thrown).toContain(`${join(made.folder, "src", "words.ts")}:1`);
    expect(thrown).not.toContain("?v=");
    made.write("src/words.ts", 'export const words = "Mended.";\n');
    await events.next("well");
    await events.next("reload");
    expect((await page()).text).toContain("Mended.");
    made.write(
      "versions.yaml",
      "genesis: []\n2024-01-01:\n  - gate: no_module\n    description: A.\n",
    );
    const unsound = await events.next("problem");
    expect(unsound).toContain(`${join(made.folder, "versions.yaml")}:3`);
    expect(unsound).toContain("gate_without_module");
    expect((await page()).status).toBe(200);
    expect(problems.filter((problem) => problem === undefined)).toHaveLength(1);
  });

  it("is explained in a page where nothing was ever sound", async () => {
    const made = project("ts", { "src/words.ts": "export const words = <b>;\n" });
    const { events, page } = await start(made);
    const { status, text } = await page();
    expect([status, text.includes("words.ts"), text.includes("<b>")]).toEqual([503, true, false]);
    made.write("src/words.ts", 'export const words = "Sound.";\n');
    await events.next("reload");
    expect((await page()).text).toContain("Sound.");
  });
});

describe("a server", () => {
  it("is started anew with each state of the sources, at the same port for its clients", async () => {
    const made = project("ts", {
      "src/main.ts": `import { createServer } from "node:http";
import { words } from "./words.js";
createServer((_, response) => response.end(words)).listen(Number(process.env.PORT), "127.0.0.1");
`,
    });
    const { events, page } = await start({ ...made, server: join(made.folder, "dist", "main.js") });
    expect((await page("/")).text).toBe("As it was.");
    made.write("src/words.ts", 'export const words: string = "As it is.";\n');
    await events.next("reload");
    expect((await page("/")).text).toBe("As it is.");
  });
});
