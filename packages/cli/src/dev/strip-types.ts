import { basename } from "node:path";
import type { Transpiler } from "./transpiler.js";

/** Makes JavaScript of a source. Throws a SyntaxError that names file and line. */
export type StripTypes = (file: string, text: string) => string;

/** Components are written for Preact, as those of the docs are. */
const JSX = { runtime: "automatic", importSource: "preact" } as const;

/** Loads the tool that a project has. */
export async function stripTypesWith({ name, module }: Transpiler): Promise<StripTypes> {
  const tool = await import(module);
  switch (name) {
    case "rolldown":
      return (file, text) => {
        const made = tool.transformSync(file, text, { sourcemap: true, jsx: JSX });
        const [error] = made.errors;
        if (error) throw syntaxError(file, error.loc?.line, plainText(error.message));
        return withMap(made.code, { ...made.map, sources: [basename(file)] });
      };
    case "esbuild":
      return (file, text) => {
        const { code } = tool.transformSync(text, {
          loader: file.endsWith("x") ? "tsx" : "ts",
          format: "esm",
          sourcemap: "inline",
          sourcefile: basename(file),
          jsx: "automatic",
          jsxImportSource: JSX.importSource,
        });
        return code;
      };
    case "typescript":
      return (file, text) => {
        const typescript = tool.default;
        const compilerOptions = {
          module: typescript.ModuleKind.ESNext,
          target: typescript.ScriptTarget.ES2023,
          jsx: typescript.JsxEmit.ReactJSX,
          jsxImportSource: JSX.importSource,
          verbatimModuleSyntax: true,
          inlineSourceMap: true,
        };
        return typescript.transpileModule(text, { compilerOptions, fileName: basename(file) })
          .outputText;
      };
    case "node":
      // It puts blanks where types were, so that lines and columns stay.
      return (_, text) => tool.stripTypeScriptTypes(text);
  }
}

function withMap(code: string, map: object): string {
  const encoded = Buffer.from(JSON.stringify(map)).toString("base64");
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
}

function syntaxError(file: string, line: number | undefined, message: string): SyntaxError {
  return new SyntaxError(`${file}${line === undefined ? "" : `:${line}`}\n${message}`);
}

/** Without the colours of a terminal. */
function plainText(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of a terminal begin with one
  return message.replace(/\u001b\[[0-9;]*m/g, "");
}
