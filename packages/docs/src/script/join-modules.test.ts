import { describe, expect, it } from "vitest";
import { joinModules } from "./join-modules.js";

function join(files: Readonly<Record<string, string>>): string {
  return joinModules("a/main.js", (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  });
}

describe("joinModules", () => {
  it("puts each module once, after what it imports", () => {
    const script = join({
      "a/main.js":
        'import { two } from "./two.js";\nimport { one } from "../b/one.js";\none(two);\n',
      "a/two.js": 'import {\n  one,\n} from "../b/one.js";\nexport const two = one(1);\n',
      "b/one.js": "export function one(x) {\n  return x;\n}\n",
    });
    expect(script).toBe("function one(x) {\nreturn x;\n}\nconst two = one(1);\none(two);\n");
    expect(() => new Function(script)).not.toThrow();
  });

  it("takes modules that import each other", () => {
    const script = join({
      "a/main.js": 'import { one } from "./one.js";\nexport function main() {\n  one();\n}\n',
      "a/one.js": 'import { main } from "./main.js";\nexport function one() {\n  main();\n}\n',
    });
    expect(script).not.toMatch(/import|export/);
  });

  it("refuses what would mean something else once it is joined", () => {
    const one = "export const one = 1;\n";
    const main = 'import { one } from "./one.js";\n';
    expect(() => join({ "a/main.js": `${main}const one = 2;`, "a/one.js": one })).toThrow(
      "a/main.js and a/one.js both declare `one`.",
    );
    expect(() =>
      join({ "a/main.js": 'import { one as two } from "./one.js";\n', "a/one.js": one }),
    ).toThrow("a/main.js cannot be joined");
    expect(() => join({ "a/main.js": 'import * as all from "./one.js";\n' })).toThrow(
      "cannot be joined: `import * as all",
    );
    expect(() => join({ "a/main.js": "const text = `one\n  two`;\n" })).toThrow("over lines");
    expect(() => join({ "a/main.js": 'export * from "./one.js";\n' })).toThrow("cannot be joined");
  });

  it("leaves texts that look like code of a module alone", () => {
    const script = join({ "a/main.js": 'const text = "export const x = 1";\n' });
    expect(script).toBe('const text = "export const x = 1";\n');
  });
});
